package org.machinami.loader.harvest;

import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicIntegerArray;

/** Which blocks of the dump found a place in some dataset's graph; safe for use by many threads. */
final class UsedBlocks {
  private final AtomicIntegerArray bits;
  private final Set<Twins> marked = ConcurrentHashMap.newKeySet();

  UsedBlocks(int blocks) {
    bits = new AtomicIntegerArray((blocks + 31) / 32);
  }

  /** With those that say the same: these are looked at once, however often the block is used. */
  void mark(Descriptions.Block block) {
    mark(block.number());
    Twins twins = block.twins();
    if (twins.count() > 0 && marked.add(twins)) {
      for (int k = 0; k < twins.count(); k++) {
        mark(twins.number(k));
      }
    }
  }

  private void mark(int number) {
    bits.getAndAccumulate(number >>> 5, 1 << number, (old, bit) -> old | bit);
  }

  boolean isMarked(Descriptions.Block block) {
    return (bits.get(block.number() >>> 5) & 1 << block.number()) != 0;
  }
}
