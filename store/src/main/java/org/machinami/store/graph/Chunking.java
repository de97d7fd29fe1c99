package org.machinami.store.graph;

/**
 * Where a graph is cut into chunks; part of the format of versions, so that only tests use another
 * than {@link #FORMAT}. Sizes are weights: a line weighs 1, and more where lines are longer than
 * 256 bytes on average.
 *
 * @param least no chunk but the last is lighter
 * @param target after {@code least}, a subject of weight w ends a chunk with probability w /
 *     target, by its hash
 * @param most a chunk is cut at the next subject, or within a subject that is heavier than {@code
 *     target}
 */
record Chunking(int least, int target, int most) {
  static final Chunking FORMAT = new Chunking(2_000, 8_000, 40_000);

  private static final int BYTES_PER_LINE = 256;

  static long weight(long lines, long bytes) {
    return Math.max(lines, bytes / BYTES_PER_LINE);
  }

  /** Whether something of that weight and hash ends a chunk. */
  boolean chosen(long hash, long weight) {
    return (hash >>> 11) * 0x1p-53 * target < weight;
  }
}
