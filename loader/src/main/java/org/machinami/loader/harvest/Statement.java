package org.machinami.loader.harvest;

import java.nio.charset.StandardCharsets;

/**
 * A statement as four slices of one buffer, each a canonical N-Triples term. It is filled anew for
 * every statement and valid only until the next one. Not thread-safe.
 */
final class Statement {
  byte[] bytes = new byte[0];
  int subjectStart;
  int subjectEnd;
  int predicateStart;
  int predicateEnd;
  int objectStart;
  int objectEnd;
  int graphStart;

  /** Equal to {@link #graphStart} for the default graph. */
  int graphEnd;

  boolean predicateIs(byte[] term) {
    return slice(predicateStart, predicateEnd, term);
  }

  boolean objectIs(byte[] term) {
    return slice(objectStart, objectEnd, term);
  }

  String object() {
    return new String(bytes, objectStart, objectEnd - objectStart, StandardCharsets.UTF_8);
  }

  private boolean slice(int start, int end, byte[] term) {
    return end - start == term.length
        && java.util.Arrays.equals(bytes, start, end, term, 0, term.length);
  }
}
