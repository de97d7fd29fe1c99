package org.machinami.store.graph;

import org.machinami.store.ledger.Hash;

/** A part of a version, named by its blob: a chunk of lines, or a list of parts. Immutable. */
final class Part {
  private final Hash hash;
  private final int level;
  private final long triples;
  private final int bytes;
  private final byte[] firstSubject;

  /**
   * Names a part.
   *
   * @param level 0 for a chunk, else one more than the parts that the list names
   * @param triples in all of it
   * @param bytes length of the blob
   * @param firstSubject in angle brackets; the array must not be changed afterwards
   */
  Part(Hash hash, int level, long triples, int bytes, byte[] firstSubject) {
    this.hash = hash;
    this.level = level;
    this.triples = triples;
    this.bytes = bytes;
    this.firstSubject = firstSubject;
  }

  Hash hash() {
    return hash;
  }

  int level() {
    return level;
  }

  boolean isChunk() {
    return level == 0;
  }

  long triples() {
    return triples;
  }

  int bytes() {
    return bytes;
  }

  byte[] firstSubject() {
    return firstSubject;
  }
}
