package org.machinami.store.graph;

import java.util.Arrays;

/** One linear merge of two versions; parts of the same hash are stepped over unread. */
final class CursorDifference implements GraphDifference {
  private final VersionCursor from;
  private final VersionCursor to;
  private VersionCursor
      current; // on whose line this stands; null before the first and after the last

  CursorDifference(VersionCursor from, VersionCursor to) {
    this.from = from;
    this.to = to;
  }

  @Override
  public boolean next() {
    if (current != null) {
      current.next();
      current = null;
    }
    while (current == null && !(from.ended() && to.ended())) {
      if (from.ended() || to.ended()) {
        current = from.ended() ? to : from;
        current.load();
      } else if (!skippedSharedPart()) {
        step();
      }
    }
    return current != null;
  }

  private boolean skippedSharedPart() {
    int level = Integer.MAX_VALUE;
    while (true) {
      Part part = from.partFromHere(level);
      Part other = to.partFromHere(level);
      if (part == null || other == null) {
        return false;
      }
      if (part.level() == other.level()) {
        if (part.hash().equals(other.hash())) {
          from.skip(part);
          to.skip(other);
          return true;
        }
        level = part.level() - 1;
      } else {
        level = Math.min(part.level(), other.level());
      }
    }
  }

  /**
   * Finds the next line of which it can be said whose it is, or reads what is needed for that: no
   * part is read of which the first subject says that it comes later.
   */
  private void step() {
    if (from.loaded() && to.loaded()) {
      int order = from.compareLine(to);
      if (order == 0) {
        from.skipEqual(to);
      } else {
        current = order < 0 ? from : to;
      }
    } else if (from.loaded()) {
      stepBefore(from, to);
    } else if (to.loaded()) {
      stepBefore(to, from);
    } else {
      Part part = from.part();
      Part other = to.part();
      int order = Arrays.compareUnsigned(part.firstSubject(), other.firstSubject());
      if (order < 0 || (order == 0 && part.level() >= other.level())) {
        from.descend();
      } else {
        to.descend();
      }
    }
  }

  private void stepBefore(VersionCursor onLine, VersionCursor beforePart) {
    if (onLine.compareSubject(beforePart.part().firstSubject()) < 0) {
      current = onLine;
    } else {
      beforePart.descend();
    }
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
