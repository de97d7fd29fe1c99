package org.machinami.store.graph;

import java.util.Arrays;

/**
 * Sorts slices of one byte array by their bytes. A slice is a long: offset above, a payload below.
 * No slice may be a proper prefix of another. Works eight bytes at a time: common prefix skipped,
 * the next eight bytes sorted as numbers, ties sorted further. Not for use by several threads.
 */
final class SliceSort {
  /** Up to so many slices are sorted in place. */
  static final int FEW = 24;

  private final byte[] bytes;
  private final int[] lengths;
  private long[] slices;
  private long[] keys = new long[0];
  private long[] otherKeys = new long[0];
  private long[] otherSlices = new long[0];
  private final int[] counts = new int[256];

  /**
   * For one array.
   *
   * @param lengths the length of a slice by its payload; null: the payload is the length
   */
  SliceSort(byte[] bytes, int[] lengths) {
    this.bytes = bytes;
    this.lengths = lengths;
  }

  static long slice(int offset, int payload) {
    return (long) offset << 32 | payload;
  }

  static int offset(long slice) {
    return (int) (slice >>> 32);
  }

  static int payload(long slice) {
    return (int) slice;
  }

  private int limit(long slice) {
    return offset(slice) + (lengths == null ? payload(slice) : lengths[payload(slice)]);
  }

  void sort(long[] unsorted, int from, int to) {
    slices = unsorted;
    sort(from, to, 0);
  }

  private void sort(int from, int to, int shared) {
    if (to - from <= FEW) {
      insert(from, to, shared);
      return;
    }
    int skip = shared + sharedPrefix(from, to, shared);
    if (keys.length < to) {
      keys = new long[slices.length];
    }
    boolean ascending = true;
    long varying = 0;
    for (int i = from; i < to; i++) {
      keys[i] = Bytes.prefix(bytes, offset(slices[i]) + skip, limit(slices[i]));
      ascending &= i == from || Long.compareUnsigned(keys[i - 1], keys[i]) <= 0;
      varying |= keys[i] ^ keys[from];
    }
    if (!ascending) {
      radix(from, to, varying);
    }
    int start = from;
    for (int i = from + 1; i <= to; i++) {
      if (i == to || keys[i] != keys[start]) {
        // The terminator of a slice is within the key only if all of these are equal.
        if (i - start > 1 && limit(slices[start]) - offset(slices[start]) > skip + 8) {
          sort(start, i, skip + 8);
        }
        start = i;
      }
    }
  }

  private int sharedPrefix(int from, int to, int shared) {
    long first = slices[from];
    int prefix = limit(first) - offset(first) - shared;
    for (int i = from + 1; i < to && prefix > 0; i++) {
      long slice = slices[i];
      int mismatch =
          Arrays.mismatch(
              bytes,
              offset(first) + shared,
              offset(first) + shared + prefix,
              bytes,
              offset(slice) + shared,
              Math.min(limit(slice), offset(slice) + shared + prefix));
      if (mismatch >= 0) {
        prefix = mismatch;
      }
    }
    return prefix;
  }

  private void insert(int from, int to, int shared) {
    for (int i = from + 1; i < to; i++) {
      long slice = slices[i];
      int at = i;
      while (at > from && compare(slices[at - 1], slice, shared) > 0) {
        slices[at] = slices[at - 1];
        at--;
      }
      slices[at] = slice;
    }
  }

  private int compare(long a, long b, int shared) {
    return Arrays.compareUnsigned(
        bytes, offset(a) + shared, limit(a), bytes, offset(b) + shared, limit(b));
  }

  private void radix(int from, int to, long varying) {
    if (otherKeys.length < to) {
      otherKeys = new long[slices.length];
      otherSlices = new long[slices.length];
    }
    for (int shift = 0; shift < 64; shift += 8) {
      if ((varying >>> shift & 0xff) == 0) {
        continue;
      }
      Arrays.fill(counts, 0);
      for (int i = from; i < to; i++) {
        counts[(int) (keys[i] >>> shift) & 0xff]++;
      }
      int place = from;
      for (int digit = 0; digit < 256; digit++) {
        int count = counts[digit];
        counts[digit] = place;
        place += count;
      }
      for (int i = from; i < to; i++) {
        int target = counts[(int) (keys[i] >>> shift) & 0xff]++;
        otherKeys[target] = keys[i];
        otherSlices[target] = slices[i];
      }
      System.arraycopy(otherKeys, from, keys, from, to - from);
      System.arraycopy(otherSlices, from, slices, from, to - from);
    }
  }
}
