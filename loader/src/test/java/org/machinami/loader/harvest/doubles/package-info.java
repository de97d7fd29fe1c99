/**
 * Other catalogues for tests and benchmarks: real servers on a free port of this machine that speak
 * CKAN, DCAT and data.json, and misbehave when they are told to.
 */
package org.machinami.loader.harvest.doubles;
