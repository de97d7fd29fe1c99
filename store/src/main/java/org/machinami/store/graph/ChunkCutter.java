package org.machinami.store.graph;

import java.util.Arrays;
import java.util.function.LongSupplier;

/**
 * Cuts sorted lines into chunks and drops duplicates. Where a chunk ends depends on its own lines
 * and on whether it is the first. Not for use by several threads.
 */
final class ChunkCutter implements LineSink {
  private final Chunking chunking;
  private final ChunkSealer sealer;
  private final LineHashes repeated;

  private byte[] chunk;
  private int used;
  private int lines;

  private byte[] subject = new byte[256];
  private int subjectLength;
  private long subjectLines;
  private long subjectBytes;

  private byte[] last = new byte[0]; // where the last line's rest stands
  private int lastOffset;
  private int lastLength = -1;
  private boolean cutWithin;
  private boolean first = true;

  /**
   * Cuts into a sealer.
   *
   * @param repeated is told the duplicates
   */
  ChunkCutter(Chunking chunking, ChunkSealer sealer, LineHashes repeated) {
    this.chunking = chunking;
    this.sealer = sealer;
    this.repeated = repeated;
    this.chunk = sealer.buffer();
  }

  @Override
  public void subject(byte[] bytes, int offset, int length) {
    if (Arrays.equals(subject, 0, subjectLength, bytes, offset, offset + length)) {
      return;
    }
    if (subjectEndsChunk()) {
      cut();
    }
    if (subject.length < length) {
      subject = new byte[2 * length];
    }
    System.arraycopy(bytes, offset, subject, 0, length);
    subjectLength = length;
    subjectLines = 0;
    subjectBytes = 0;
    lastLength = -1;
    cutWithin = false;
  }

  private boolean subjectEndsChunk() {
    return lines > 0
        && ends(
            () -> Bytes.hash(subject, 0, subjectLength),
            Chunking.weight(subjectLines, subjectBytes));
  }

  private boolean ends(LongSupplier hash, long weight) {
    long chunkWeight = Chunking.weight(lines, used);
    return chunking.mayEnd(first, chunkWeight)
        && (chunking.mustEnd(chunkWeight) || chunking.chosen(hash.getAsLong(), weight));
  }

  /**
   * Whether parts that are already written may be appended where this subject comes next: a chunk
   * ends there by itself, and is handed over.
   */
  boolean cutsBefore(byte[] next) {
    if (lines == 0) {
      return !first;
    }
    if (Arrays.equals(subject, 0, subjectLength, next, 0, next.length) || !subjectEndsChunk()) {
      return false;
    }
    cut();
    subjectLength = 0;
    return true;
  }

  /** Is told that the version begins with parts that were appended. */
  void begun() {
    first = false;
  }

  @Override
  public void rest(byte[] bytes, int offset, int length) {
    if (length == lastLength
        && Arrays.equals(last, lastOffset, lastOffset + length, bytes, offset, offset + length)) {
      repeated.add(subject, subjectLength, bytes, offset, length);
      return;
    }
    if (cutWithin) {
      cut();
      cutWithin = false;
    }
    int lineLength = subjectLength + length;
    if (used + lineLength > chunk.length || used + lineLength < 0) {
      chunk = Arrays.copyOf(chunk, Math.max(2 * chunk.length, Math.addExact(used, lineLength)));
    }
    System.arraycopy(subject, 0, chunk, used, subjectLength);
    System.arraycopy(bytes, offset, chunk, used + subjectLength, length);
    last = chunk;
    lastOffset = used + subjectLength;
    lastLength = length;
    used += lineLength;
    lines++;
    subjectLines++;
    subjectBytes += lineLength;
    if (Chunking.weight(subjectLines, subjectBytes) > chunking.target()) {
      cutWithin = ends(() -> Bytes.hash(bytes, offset, length), Chunking.weight(1, lineLength));
    }
  }

  private void cut() {
    // A copy, because the sealer gives the chunk's array to somebody else.
    last = Arrays.copyOfRange(last, lastOffset, lastOffset + Math.max(lastLength, 0));
    lastOffset = 0;
    chunk = sealer.seal(chunk, used, lines);
    used = 0;
    lines = 0;
    first = false;
    // What was counted of a subject that goes on is forgotten: where a chunk ends depends on
    // nothing but its own lines, so that it can be known to stay without reading the one before.
    subjectLines = 0;
    subjectBytes = 0;
  }

  /** Hands over what is left. */
  GraphVersion finish() {
    return sealer.finish(chunk, used, lines);
  }
}
