package org.machinami.loader.mapping;

/** What takes the triples of a mapping. */
@FunctionalInterface
public interface TripleSink {
  /**
   * Takes one canonical N-Triples line {@code <s> <p> <o> .\n}; the array is used again afterwards.
   *
   * @param graph IRI of the graph that the mapping names ({@code rr:graph}); empty for none
   */
  void line(byte[] buffer, int offset, int length, String graph);
}
