/**
 * The words of the catalogue: the bundled vocabularies with constants for their terms, and the
 * names of graphs and of what stands under a base IRI. Nothing here reads a network or a data
 * directory.
 */
package org.machinami.ontology;
