package org.machinami.store.graph;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;

/** Search and hashing in byte arrays, eight bytes at a time. */
final class Bytes {
  private static final VarHandle LITTLE =
      MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);
  private static final VarHandle BIG =
      MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.BIG_ENDIAN);
  private static final long ONES = 0x0101010101010101L;
  private static final long HIGHS = 0x8080808080808080L;

  private static final long FNV_OFFSET = 0xcbf29ce484222325L;

  private Bytes() {}

  /** Where a byte is first found; the limit when nowhere. */
  static int indexOf(byte[] bytes, int from, int limit, char wanted) {
    long pattern = ONES * (byte) wanted;
    int at = from;
    for (; at + 8 <= limit; at += 8) {
      long difference = (long) LITTLE.get(bytes, at) ^ pattern;
      long hit = (difference - ONES) & ~difference & HIGHS;
      if (hit != 0) {
        return at + (Long.numberOfTrailingZeros(hit) >>> 3);
      }
    }
    while (at < limit && bytes[at] != wanted) {
      at++;
    }
    return at;
  }

  /** Up to eight bytes as a number that orders as they do; missing ones count as 0. */
  static long prefix(byte[] bytes, int from, int limit) {
    if (from + 8 <= limit) {
      return (long) BIG.get(bytes, from);
    }
    long prefix = 0;
    for (int i = 0; i < 8; i++) {
      prefix = prefix << 8 | (from + i < limit ? bytes[from + i] & 0xff : 0);
    }
    return prefix;
  }

  /** FNV-1a, 64 bits, with a last mixing; part of the format of versions. */
  static long hash(byte[] bytes, int from, int length) {
    return mixed(fnv(FNV_OFFSET, bytes, from, length));
  }

  /** The same of two pieces, one after the other. */
  static long hash(byte[] a, int fromA, int lengthA, byte[] b, int fromB, int lengthB) {
    return mixed(fnv(fnv(FNV_OFFSET, a, fromA, lengthA), b, fromB, lengthB));
  }

  private static long fnv(long start, byte[] bytes, int from, int length) {
    long hash = start;
    for (int i = from; i < from + length; i++) {
      hash = (hash ^ (bytes[i] & 0xff)) * 0x100000001b3L;
    }
    return hash;
  }

  private static long mixed(long fnv) {
    long hash = (fnv ^ fnv >>> 33) * 0xff51afd7ed558ccdL;
    hash = (hash ^ hash >>> 33) * 0xc4ceb9fe1a85ec53L;
    return hash ^ hash >>> 33;
  }
}
