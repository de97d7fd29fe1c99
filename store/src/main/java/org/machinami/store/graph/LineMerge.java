package org.machinami.store.graph;

import java.util.Arrays;
import java.util.List;

/**
 * Merges sorted cursors into one stream. As long as one of them is alone with its subject, its
 * lines go through without a comparison. Not for use by several threads.
 */
final class LineMerge {
  private final LineCursor[] heap;
  private int size;

  private LineMerge(List<LineCursor> cursors) {
    heap = new LineCursor[cursors.size()];
    for (LineCursor cursor : cursors) {
      if (advanceSubject(cursor)) {
        heap[size++] = cursor;
      }
    }
    for (int i = size / 2 - 1; i >= 0; i--) {
      siftDown(i);
    }
  }

  /** Hands all lines of all cursors over, in order; duplicates are the sink's matter. */
  static void merge(List<LineCursor> cursors, LineSink sink) {
    if (cursors.size() == 1) {
      sink.drain(cursors.get(0));
    } else {
      new LineMerge(cursors).run(sink);
    }
  }

  private void run(LineSink sink) {
    while (size > 0) {
      LineCursor top = heap[0];
      sink.subject(top.bytes(), top.subjectOffset(), top.subjectLength());
      if (!step(top, sink)) {
        heap[0] = heap[--size];
        heap[size] = null;
      }
      siftDown(0);
    }
  }

  /**
   * Hands over one line, or all of the subject where no other cursor has it; false when the cursor
   * is at its end.
   */
  private boolean step(LineCursor top, LineSink sink) {
    boolean alone = alone(top);
    do {
      sink.rest(top.bytes(), top.restOffset(), top.restLength());
      if (!top.nextRest()) {
        return advanceSubject(top);
      }
    } while (alone);
    return true;
  }

  private boolean alone(LineCursor top) {
    for (int child = 1; child <= 2 && child < size; child++) {
      if (compareSubjects(top, heap[child]) == 0) {
        return false;
      }
    }
    return true;
  }

  private static boolean advanceSubject(LineCursor cursor) {
    while (cursor.nextSubject()) {
      if (cursor.nextRest()) {
        return true;
      }
    }
    return false;
  }

  private void siftDown(int from) {
    if (from >= size) {
      return;
    }
    LineCursor moving = heap[from];
    int at = from;
    while (2 * at + 1 < size) {
      int child = 2 * at + 1;
      if (child + 1 < size && compare(heap[child + 1], heap[child]) < 0) {
        child++;
      }
      if (compare(moving, heap[child]) <= 0) {
        break;
      }
      heap[at] = heap[child];
      at = child;
    }
    heap[at] = moving;
  }

  private static int compare(LineCursor a, LineCursor b) {
    int order = compareSubjects(a, b);
    if (order != 0) {
      return order;
    }
    return Arrays.compareUnsigned(
        a.bytes(),
        a.restOffset(),
        a.restOffset() + a.restLength(),
        b.bytes(),
        b.restOffset(),
        b.restOffset() + b.restLength());
  }

  private static int compareSubjects(LineCursor a, LineCursor b) {
    return Arrays.compareUnsigned(
        a.bytes(),
        a.subjectOffset(),
        a.subjectOffset() + a.subjectLength(),
        b.bytes(),
        b.subjectOffset(),
        b.subjectOffset() + b.subjectLength());
  }
}
