package org.machinami.store.quads;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.util.Arrays;

/**
 * The TDB2 node ids of terms as they are written in N-Triples, with a memory of recent ones. Ids
 * are the 64 bits that TDB2 keeps on disk. Not thread-safe.
 */
abstract class TermIds {
  /** The id of a term that the store does not hold. */
  static final long ABSENT = -1L;

  private static final int SLOTS = 1 << 16;
  private static final VarHandle LONGS =
      MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);

  private final byte[][] terms = new byte[SLOTS][];
  private final long[] ids = new long[SLOTS];

  /** The id of the term in {@code bytes[start, end)}, or {@link #ABSENT}. */
  final long id(byte[] bytes, int start, int end) {
    int slot = slot(bytes, start, end);
    byte[] known = terms[slot];
    if (known != null && Arrays.equals(known, 0, known.length, bytes, start, end)) {
      return ids[slot];
    }
    long id = resolve(bytes, start, end);
    if (id != ABSENT) {
      terms[slot] = Arrays.copyOfRange(bytes, start, end);
      ids[slot] = id;
    }
    return id;
  }

  /**
   * Forgets what was remembered: after a transaction that was given up, ids are no longer valid.
   */
  final void forget() {
    Arrays.fill(terms, null);
  }

  abstract long resolve(byte[] bytes, int start, int end);

  private static int slot(byte[] bytes, int start, int end) {
    long hash = (long) end - start;
    int at = start;
    for (; at + 8 <= end; at += 8) {
      hash = (hash ^ (long) LONGS.get(bytes, at)) * 0x9E3779B97F4A7C15L;
      hash ^= hash >>> 29;
    }
    for (; at < end; at++) {
      hash = (hash ^ bytes[at]) * 0x100000001B3L;
    }
    hash ^= hash >>> 32;
    return (int) ((hash * 0x9E3779B1L) >>> 16) & (SLOTS - 1);
  }
}
