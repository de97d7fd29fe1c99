package org.machinami.store.graph;

import java.nio.charset.StandardCharsets;

/**
 * Runs over the lines of a version in order of their bytes, chunk by chunk. Starts before the first
 * line. The bytes of a line are valid until the next call of {@link #next}. Not for use by several
 * threads.
 */
public interface GraphLines extends AutoCloseable {
  /** Goes to the next line; false when there is none. */
  boolean next();

  /** The array in which the line stands. */
  byte[] buffer();

  /** Where the line begins in the array. */
  int offset();

  /** Length in bytes, the newline included. */
  int length();

  /** The line as text, without the newline. */
  default String text() {
    return new String(buffer(), offset(), length() - 1, StandardCharsets.UTF_8);
  }

  @Override
  void close();
}
