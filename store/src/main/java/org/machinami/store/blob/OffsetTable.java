package org.machinami.store.blob;

import java.util.Arrays;
import org.machinami.store.ledger.Hash;

/**
 * From hash to offset for the pack that still grows: open addressing over the first eight bytes of
 * the hash, 12 bytes a slot. What it finds is a candidate, to be compared with the record itself.
 * Not for use by several threads.
 */
final class OffsetTable {
  /** Tells whether the record at an offset has the wanted hash. */
  interface Match {
    boolean at(int offset);
  }

  private long[] keys = new long[64];
  private int[] places = new int[64]; // offset + 1; 0: free
  private int size;

  int size() {
    return size;
  }

  /** Every offset, in order. */
  int[] offsets() {
    return Arrays.stream(places)
        .filter(place -> place != 0)
        .map(place -> place - 1)
        .sorted()
        .toArray();
  }

  void add(Hash hash, int offset) {
    if (size * 2 >= keys.length) {
      grow();
    }
    insert(hash.a(), offset + 1);
    size++;
  }

  /** The offset of the record; -1 when there is none. */
  int find(Hash hash, Match match) {
    int mask = keys.length - 1;
    for (int slot = slot(hash.a(), mask); places[slot] != 0; slot = (slot + 1) & mask) {
      if (keys[slot] == hash.a() && match.at(places[slot] - 1)) {
        return places[slot] - 1;
      }
    }
    return -1;
  }

  private void insert(long key, int place) {
    int mask = keys.length - 1;
    int slot = slot(key, mask);
    while (places[slot] != 0) {
      slot = (slot + 1) & mask;
    }
    keys[slot] = key;
    places[slot] = place;
  }

  private static int slot(long key, int mask) {
    return (int) (key >>> 32) & mask;
  }

  private void grow() {
    long[] oldKeys = keys;
    int[] oldPlaces = places;
    keys = new long[oldKeys.length * 2];
    places = new int[oldKeys.length * 2];
    for (int i = 0; i < oldKeys.length; i++) {
      if (oldPlaces[i] != 0) {
        insert(oldKeys[i], oldPlaces[i]);
      }
    }
  }
}
