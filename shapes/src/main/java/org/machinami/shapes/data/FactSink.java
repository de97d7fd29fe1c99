package org.machinami.shapes.data;

/**
 * Takes what a row says of a thing by properties that may have one value only. The bytes are valid
 * for the time of the call.
 */
@FunctionalInterface
interface FactSink {

  /** Takes nothing. */
  FactSink NONE = (text, subjectFrom, subjectTo, predicate, from, to) -> {};

  /**
   * Takes a statement.
   *
   * @param text holds the subject and the value as N-Triples writes them
   * @param predicate its number
   */
  void fact(byte[] text, int subjectFrom, int subjectTo, int predicate, int from, int to);
}
