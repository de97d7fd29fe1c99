package org.machinami.loader.harvest;

import java.util.Arrays;

/**
 * Where the newest block of a subject in a named graph stands. Takes some 30 bytes for each subject
 * and graph. Filled by one thread; may be asked by several afterwards.
 */
final class GraphIndex {
  static final long NONE = -1;

  private long[] keys = new long[1 << 10];
  private long[] places = none(1 << 10);
  private int size;

  /** Notes a newer block, and gives the place of the one before it, or {@link #NONE}. */
  long put(int subject, int graph, long place) {
    if (size * 3L > keys.length * 2L) {
      grow();
    }
    long key = key(subject, graph);
    int at = find(key);
    long before = places[at];
    if (before == NONE) {
      keys[at] = key;
      size++;
    }
    places[at] = place;
    return before;
  }

  long find(int subject, int graph) {
    return places[find(key(subject, graph))];
  }

  private static long key(int subject, int graph) {
    return (long) subject << 32 | graph;
  }

  private int find(long key) {
    int mask = keys.length - 1;
    long mixed = key * 0x9E3779B97F4A7C15L;
    int at = (int) (mixed >>> 32) & mask;
    while (places[at] != NONE && keys[at] != key) {
      at = (at + 1) & mask;
    }
    return at;
  }

  private void grow() {
    long[] oldKeys = keys;
    long[] oldPlaces = places;
    keys = new long[oldKeys.length * 2];
    places = none(oldKeys.length * 2);
    for (int k = 0; k < oldKeys.length; k++) {
      if (oldPlaces[k] != NONE) {
        int at = find(oldKeys[k]);
        keys[at] = oldKeys[k];
        places[at] = oldPlaces[k];
      }
    }
  }

  private static long[] none(int length) {
    long[] array = new long[length];
    Arrays.fill(array, NONE);
    return array;
  }
}
