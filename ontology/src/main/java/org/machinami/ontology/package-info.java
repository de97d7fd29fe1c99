/**
 * The words of the catalogue: the bundled vocabularies with constants for their terms, and the
 * names of graphs, of what stands under a base IRI and of the cells of the standard mesh. Nothing
 * here reads a network or a data directory.
 */
package org.machinami.ontology;
