package org.machinami.loader.harvest;

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
