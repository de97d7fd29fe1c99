package org.machinami.loader;

import java.util.Arrays;

/** A line of N-Triples. Immutable. */
final class Line {
  private final byte[] bytes;
  private final int hash;

  private Line(byte[] bytes) {
    this.bytes = bytes;
    this.hash = Arrays.hashCode(bytes);
  }

  /** A copy of a part of a buffer. */
  static Line of(byte[] buffer, int offset, int length) {
    return new Line(Arrays.copyOfRange(buffer, offset, offset + length));
  }

  /** Not to be changed. */
  byte[] bytes() {
    return bytes;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Line line && Arrays.equals(bytes, line.bytes);
  }

  @Override
  public int hashCode() {
    return hash;
  }
}
