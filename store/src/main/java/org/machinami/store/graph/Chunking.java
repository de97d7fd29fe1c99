package org.machinami.store.graph;

/**
 * Where a graph is cut into chunks, and a list of parts into lists; part of the format of versions,
 * so that only tests use others than {@link #LINES} and {@link #PARTS}. Sizes are weights: of a
 * part 1, of a line 1, and more where lines are longer than 256 bytes on average.
 *
 * <p>Chunks are small, because a refresh that changes one row in a hundred, scattered, reads,
 * compares, hashes and compresses every chunk that it touches. The first one is larger, so that the
 * version of a small graph is one blob.
 *
 * @param first the first chunk is not lighter, unless it is the only one
 * @param least no other chunk but the last is lighter
 * @param target after {@code least}, a subject of weight w ends a chunk with probability w /
 *     target, by its hash
 * @param most a chunk of that weight is cut at the next subject, or within a subject that is
 *     heavier than {@code target}
 */
record Chunking(int first, int least, int target, int most) {
  static final Chunking LINES = new Chunking(1_000, 32, 128, 640);
  static final Chunking PARTS = new Chunking(32, 32, 128, 640);

  private static final int BYTES_PER_LINE = 256;

  static long weight(long lines, long bytes) {
    return Math.max(lines, bytes / BYTES_PER_LINE);
  }

  /** Whether a chunk of that weight may end. */
  boolean mayEnd(boolean isFirst, long weight) {
    return weight >= (isFirst ? first : least);
  }

  /** Whether a chunk of that weight that may end must. */
  boolean mustEnd(long weight) {
    return weight >= most;
  }

  /** Whether something of that weight and hash ends a chunk. */
  boolean chosen(long hash, long weight) {
    return (hash >>> 11) * 0x1p-53 * target < weight;
  }
}
