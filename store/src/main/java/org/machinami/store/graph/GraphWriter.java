package org.machinami.store.graph;

import org.apache.jena.graph.Triple;
import org.machinami.store.StoreException;

/**
 * Takes the triples of one graph in any order, with duplicates, and makes a version of them. Memory
 * is bounded: above the bound sorted runs go to disk. Triples of one subject that come one after
 * the other are handled fastest. Not for use by several threads.
 */
public interface GraphWriter extends AutoCloseable {
  /**
   * Takes one canonical N-Triples line {@code <s> <p> <o> .\n}: UTF-8, single spaces, ending in a
   * newline, without blank nodes. The array may be used again afterwards.
   *
   * @throws StoreException INVALID_TRIPLE when the line does not have that form (the inside of IRIs
   *     and literals is not checked); DISK_FULL when a run cannot be written
   */
  void line(byte[] buffer, int offset, int length);

  /**
   * Takes one triple.
   *
   * @throws StoreException INVALID_TRIPLE when it has a blank node, a triple term, or an IRI that
   *     N-Triples cannot write
   */
  void triple(Triple triple);

  /**
   * Makes the version; its blobs become durable with the commit that names it. Nothing can be
   * written afterwards.
   */
  GraphVersion finish();

  /** The lines that came more than once; known when the version is made. */
  LineHashes repeated();

  /** Drops what was not finished. */
  @Override
  void close();
}
