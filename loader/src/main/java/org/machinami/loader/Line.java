package org.machinami.loader;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** A line of N-Triples. Immutable. */
final class Line implements Comparable<Line> {
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

  /** Subject and predicate, with the space behind. */
  Line statement() {
    int end = behind(behind(0));
    return of(bytes, 0, end);
  }

  /** The language tag of the object; empty where it has none. */
  String language() {
    int end = bytes.length - " .\n".length();
    int at = end - 1;
    while (bytes[at] != '"' && bytes[at] != ' ') {
      at--;
    }
    boolean tagged = bytes[at] == '"' && at + 1 < end && bytes[at + 1] == '@';
    return tagged ? new String(bytes, at + 1, end - at - 1, StandardCharsets.US_ASCII) : "";
  }

  private int behind(int from) {
    int at = from;
    while (bytes[at] != ' ') {
      at++;
    }
    return at + 1;
  }

  @Override
  public int compareTo(Line other) {
    return Arrays.compareUnsigned(bytes, other.bytes);
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
