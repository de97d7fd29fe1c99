package org.machinami.store.graph;

import java.util.Arrays;

/**
 * Cuts sorted lines into chunks and drops duplicates. Where it cuts depends on the lines alone. Not
 * for use by several threads.
 */
final class ChunkCutter implements LineSink {
  private final Chunking chunking;
  private final ChunkSealer sealer;

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

  ChunkCutter(Chunking chunking, ChunkSealer sealer) {
    this.chunking = chunking;
    this.sealer = sealer;
    this.chunk = sealer.buffer();
  }

  @Override
  public void subject(byte[] bytes, int offset, int length) {
    if (Arrays.equals(subject, 0, subjectLength, bytes, offset, offset + length)) {
      return;
    }
    if (lines > 0) {
      long weight = Chunking.weight(subjectLines, subjectBytes);
      long chunkWeight = Chunking.weight(lines, used);
      if (chunkWeight >= chunking.most()
          || (chunkWeight >= chunking.least()
              && chunking.chosen(Bytes.hash(subject, 0, subjectLength), weight))) {
        cut();
      }
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

  @Override
  public void rest(byte[] bytes, int offset, int length) {
    if (length == lastLength
        && Arrays.equals(last, lastOffset, lastOffset + length, bytes, offset, offset + length)) {
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
      long weight = Chunking.weight(lines, used);
      cutWithin =
          weight >= chunking.most()
              || (weight >= chunking.least()
                  && chunking.chosen(
                      Bytes.hash(bytes, offset, length), Chunking.weight(1, lineLength)));
    }
  }

  private void cut() {
    // A copy, because the sealer gives the chunk's array to somebody else.
    last = Arrays.copyOfRange(last, lastOffset, lastOffset + Math.max(lastLength, 0));
    lastOffset = 0;
    chunk = sealer.seal(chunk, used, lines);
    used = 0;
    lines = 0;
  }

  /** Hands over what is left. */
  GraphVersion finish() {
    return sealer.finish(chunk, used, lines);
  }
}
