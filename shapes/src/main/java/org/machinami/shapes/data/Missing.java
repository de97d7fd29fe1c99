package org.machinami.shapes.data;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.machinami.shapes.Severity;
import org.machinami.shapes.Verdict;
import org.machinami.shapes.Violation;

/**
 * What rows left out: it may still be said by another row about the same thing, earlier or later.
 * Holds keys, and the first findings in full. Beyond {@link #MOST} keys a row that leaves something
 * out is believed, which can only be wrong in the number of findings: so many things at fault are
 * refused in any case. Not thread-safe.
 */
final class Missing {

  static final int MOST = 1 << 20;

  private static final int LISTED = 4 * Verdict.LISTED;
  private static final int SEVERITY = 3; // mask of the lowest bits

  private long[] keys = new long[1 << 10];
  private int held;
  private final SeverityCounts counts = new SeverityCounts();
  private final Map<Long, Violation> listed = new LinkedHashMap<>();

  void add(long key, Severity severity, Supplier<Violation> violation) {
    long marked = mark(key, severity);
    if (held >= MOST) {
      counts.add(severity, 1);
      return;
    }
    int slot = slot(marked);
    if (keys[slot] == marked) {
      return;
    }
    keys[slot] = marked;
    held++;
    counts.add(severity, 1);
    if (listed.size() < LISTED) {
      listed.put(marked, violation.get());
    }
    if (held * 2 > keys.length) {
      grow();
    }
  }

  /** Another row says it after all. */
  void remove(long key, Severity severity) {
    long marked = mark(key, severity);
    int slot = slot(marked);
    if (keys[slot] != marked) {
      return;
    }
    counts.add(severity, -1);
    listed.remove(marked);
    held--;
    delete(slot);
  }

  boolean isEmpty() {
    return held == 0;
  }

  int count(Severity severity) {
    return counts.of(severity);
  }

  List<Violation> listed() {
    return List.copyOf(listed.values());
  }

  private static long mark(long key, Severity severity) {
    int lowest =
        switch (severity) {
          case VIOLATION -> 1;
          case WARNING -> 2;
          case INFO -> 3;
        };
    return (key & ~SEVERITY) | lowest; // never 0, which marks a free place
  }

  private int slot(long marked) {
    int slot = (int) (marked >>> 32) & (keys.length - 1);
    while (keys[slot] != 0 && keys[slot] != marked) {
      slot = (slot + 1) & (keys.length - 1);
    }
    return slot;
  }

  private void grow() {
    long[] old = keys;
    keys = new long[old.length * 2];
    for (long marked : old) {
      if (marked != 0) {
        keys[slot(marked)] = marked;
      }
    }
  }

  /** Empties a slot and moves up those behind it that would no longer be found. */
  private void delete(int slot) {
    keys[slot] = 0;
    int next = (slot + 1) & (keys.length - 1);
    while (keys[next] != 0) {
      long moved = keys[next];
      keys[next] = 0;
      keys[slot(moved)] = moved;
      next = (next + 1) & (keys.length - 1);
    }
  }
}
