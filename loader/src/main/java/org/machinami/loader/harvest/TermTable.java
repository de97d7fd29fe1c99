package org.machinami.loader.harvest;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.security.SecureRandom;
import java.util.Arrays;

/**
 * Numbers terms in the order in which they are first met: 0, 1, 2... A term is known by the first
 * 128 bits of its SHA-256, so that the table takes about 40 bytes a term however long the terms
 * are. Filled by one thread; may be searched by several afterwards.
 */
final class TermTable {
  static final int ABSENT = -1;

  private static final VarHandle LONGS =
      MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.nativeOrder());
  private static final SecureRandom RANDOM = new SecureRandom();
  private static final long SEED_ONE = RANDOM.nextLong();
  private static final long SEED_OTHER = RANDOM.nextLong();
  private static final long KEY_ONE = RANDOM.nextLong() | 1;
  private static final long KEY_OTHER = RANDOM.nextLong() | 1;

  private long[] high = new long[1 << 12];
  private long[] low = new long[1 << 12];
  private int[] places = filled(1 << 13);
  private int size;

  /** The number of the term, a new one if it was not there. */
  int add(byte[] bytes, int start, int end) {
    long[] key = key(bytes, start, end);
    int place = place(key);
    if (places[place] != ABSENT) {
      return places[place];
    }
    if (size == high.length) {
      grow();
      place = place(key);
    }
    high[size] = key[0];
    low[size] = key[1];
    places[place] = size;
    return size++;
  }

  /** The number of the term, or {@link #ABSENT}. */
  int find(byte[] bytes, int start, int end) {
    return places[place(key(bytes, start, end))];
  }

  int find(byte[] bytes) {
    return find(bytes, 0, bytes.length);
  }

  int size() {
    return size;
  }

  private int place(long[] key) {
    int mask = places.length - 1;
    int place = (int) key[0] & mask;
    while (places[place] != ABSENT
        && (high[places[place]] != key[0] || low[places[place]] != key[1])) {
      place = (place + 1) & mask;
    }
    return place;
  }

  private void grow() {
    high = Arrays.copyOf(high, high.length * 2);
    low = Arrays.copyOf(low, low.length * 2);
    places = filled(places.length * 2);
    for (int number = 0; number < size; number++) {
      places[place(new long[] {high[number], low[number]})] = number;
    }
  }

  private static int[] filled(int length) {
    int[] array = new int[length];
    Arrays.fill(array, ABSENT);
    return array;
  }

  private static long[] key(byte[] bytes, int start, int end) {
    long one = SEED_ONE ^ (end - start);
    long other = SEED_OTHER;
    int at = start;
    for (; at + 8 <= end; at += 8) {
      long value = (long) LONGS.get(bytes, at);
      one = mixed(one ^ value, KEY_ONE);
      other = mixed(other ^ value, KEY_OTHER);
    }
    long rest = 0;
    for (; at < end; at++) {
      rest = rest << 8 | (bytes[at] & 0xff);
    }
    return new long[] {
      mixed(mixed(one ^ rest, KEY_ONE) ^ KEY_OTHER, KEY_ONE),
      mixed(mixed(other ^ rest, KEY_OTHER) ^ KEY_ONE, KEY_OTHER)
    };
  }

  private static long mixed(long value, long key) {
    return value * key ^ Math.multiplyHigh(value, key);
  }
}
