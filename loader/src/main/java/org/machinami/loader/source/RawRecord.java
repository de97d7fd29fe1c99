package org.machinami.loader.source;

import java.util.Arrays;

/** A record of a table before it is decoded; equal to any other of the same bytes. Immutable. */
final class RawRecord {
  private final long number;
  private final byte[] content;
  private final int hash;

  /**
   * A record.
   *
   * @param number from 1, the header not counted
   * @param content its bytes, without the end of the line; not to be changed afterwards
   */
  RawRecord(long number, byte[] content) {
    this.number = number;
    this.content = content;
    this.hash = Arrays.hashCode(content);
  }

  long number() {
    return number;
  }

  byte[] content() {
    return content;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof RawRecord record && Arrays.equals(content, record.content);
  }

  @Override
  public int hashCode() {
    return hash;
  }
}
