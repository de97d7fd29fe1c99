package org.machinami.store.graph;

/** All lines of a version. */
final class CursorLines implements GraphLines {
  private final VersionCursor cursor;
  private boolean started;

  CursorLines(VersionCursor cursor) {
    this.cursor = cursor;
  }

  @Override
  public boolean next() {
    if (started && !cursor.ended()) {
      cursor.next();
    }
    started = true;
    if (cursor.ended()) {
      return false;
    }
    cursor.load();
    return true;
  }

  @Override
  public byte[] buffer() {
    return cursor.bytes();
  }

  @Override
  public int offset() {
    return cursor.offset();
  }

  @Override
  public int length() {
    return cursor.length();
  }

  @Override
  public void close() {}
}
