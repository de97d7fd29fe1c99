package org.machinami.loader.harvest;

import java.util.concurrent.atomic.AtomicIntegerArray;

/** Which blocks of the dump found a place in some dataset's graph; safe for use by many threads. */
final class UsedBlocks {
  private final AtomicIntegerArray bits;

  UsedBlocks(int blocks) {
    bits = new AtomicIntegerArray((blocks + 31) / 32);
  }

  void mark(Descriptions.Block block) {
    bits.getAndAccumulate(block.number() >>> 5, 1 << block.number(), (old, bit) -> old | bit);
  }

  boolean isMarked(Descriptions.Block block) {
    return (bits.get(block.number() >>> 5) & 1 << block.number()) != 0;
  }
}
