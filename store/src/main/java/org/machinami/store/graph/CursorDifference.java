package org.machinami.store.graph;

/** One linear merge of two versions; chunks of the same hash are stepped over unread. */
final class CursorDifference implements GraphDifference {
  private final ChunkCursor from;
  private final ChunkCursor to;
  private ChunkCursor
      current; // on whose line this stands; null before the first and after the last

  CursorDifference(ChunkCursor from, ChunkCursor to) {
    this.from = from;
    this.to = to;
  }

  @Override
  public boolean next() {
    if (current != null) {
      current.next();
      current = null;
    }
    while (true) {
      if (from.ended() || to.ended()) {
        current = from.ended() ? to : from;
        if (current.ended()) {
          current = null;
          return false;
        }
        current.load();
        return true;
      }
      if (skippedSharedChunk()) {
        continue;
      }
      int order = compare();
      if (order == 0) {
        from.skipEqual(to);
      } else {
        current = order < 0 ? from : to;
        return true;
      }
    }
  }

  private boolean skippedSharedChunk() {
    Chunk start = from.chunkStart();
    Chunk otherStart = to.chunkStart();
    if (start == null || otherStart == null || !start.hash().equals(otherStart.hash())) {
      return false;
    }
    from.skipChunk();
    to.skipChunk();
    return true;
  }

  /**
   * Order of the two lines. A chunk whose first subject decides is not read: the other side may
   * come to the same chunk.
   */
  private int compare() {
    if (!from.loaded() && to.loaded()) {
      int order = to.compareSubject(from.chunkStart());
      if (order < 0) {
        return 1;
      }
    } else if (from.loaded() && !to.loaded()) {
      int order = from.compareSubject(to.chunkStart());
      if (order < 0) {
        return -1;
      }
    }
    from.load();
    to.load();
    return from.compareLine(to);
  }

  @Override
  public boolean added() {
    return current == to;
  }

  @Override
  public byte[] buffer() {
    return current.bytes();
  }

  @Override
  public int offset() {
    return current.offset();
  }

  @Override
  public int length() {
    return current.length();
  }

  @Override
  public void close() {}
}
