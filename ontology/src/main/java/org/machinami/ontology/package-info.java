/**
 * The words of the catalogue: constants for the terms of the city ontology and the names of graphs.
 */
package org.machinami.ontology;
