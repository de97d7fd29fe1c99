package org.machinami.store.graph;

import org.machinami.store.ledger.Hash;

/** A part of a version: immutable. */
final class Chunk {
  private final Hash hash;
  private final long triples;
  private final int bytes;
  private final byte[] firstSubject;

  /** The first subject in angle brackets; its array must not be changed afterwards. */
  Chunk(Hash hash, long triples, int bytes, byte[] firstSubject) {
    this.hash = hash;
    this.triples = triples;
    this.bytes = bytes;
    this.firstSubject = firstSubject;
  }

  Hash hash() {
    return hash;
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
