/**
 * Versions of graphs and files as content-addressed blobs: writing one, reading one, the difference
 * of two.
 *
 * <p>In: canonical N-Triples lines in any order. Out: a {@link
 * org.machinami.store.graph.GraphVersion}, whose hash depends on nothing but the set of triples.
 * Nothing here knows the names of graphs or the ledger.
 */
package org.machinami.store.graph;
