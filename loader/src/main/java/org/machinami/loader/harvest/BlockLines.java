package org.machinami.loader.harvest;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** Runs over the statements of a block. */
final class BlockLines {
  private final byte[] bytes;
  private final int end;
  private int next;
  private int predicateStart;
  private int predicateEnd;
  private int objectEnd;

  BlockLines(Descriptions.Block block) {
    bytes = block.bytes();
    end = block.length();
    next = block.subjectEnd();
  }

  boolean next() {
    if (next >= end) {
      return false;
    }
    predicateStart = next + 8;
    predicateEnd = predicateStart + length(next);
    objectEnd = predicateEnd + length(next + 4);
    next = objectEnd;
    return true;
  }

  private int length(int at) {
    return (bytes[at] & 0xff) << 24
        | (bytes[at + 1] & 0xff) << 16
        | (bytes[at + 2] & 0xff) << 8
        | (bytes[at + 3] & 0xff);
  }

  boolean predicateIs(byte[] term) {
    return Arrays.equals(bytes, predicateStart, predicateEnd, term, 0, term.length);
  }

  String predicate() {
    return text(predicateStart, predicateEnd);
  }

  String object() {
    return text(predicateEnd, objectEnd);
  }

  private String text(int start, int limit) {
    return new String(bytes, start, limit - start, StandardCharsets.UTF_8);
  }

  int predicateStart() {
    return predicateStart;
  }

  int predicateEnd() {
    return predicateEnd;
  }

  int objectStart() {
    return predicateEnd;
  }

  int objectEnd() {
    return objectEnd;
  }
}
