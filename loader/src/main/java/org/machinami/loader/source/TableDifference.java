package org.machinami.loader.source;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The rows by which two states of a table differ: the earlier one without the removed rows and with
 * the added ones has the rows of the later one, in whatever order. Found in one pass over both, in
 * memory that is bounded.
 *
 * @param removed rows of the earlier state
 * @param added rows of the later state
 * @param rows of the later state, in all
 */
public record TableDifference(ChangedRows removed, ChangedRows added, long rows) {

  /** So many rows or bytes are looked at to find where the two states are alike again. */
  private static final int WINDOW_ROWS = 4_096;

  private static final int WINDOW_BYTES = 4 << 20;

  /**
   * Compares two states of a table.
   *
   * @param delimiter between cells, ASCII
   * @param skippedLines lines above the header
   * @param always numbers of earlier rows that count as changed though they are not, in order
   * @param most bytes that may differ
   * @return empty where more differs, or the header does
   * @throws IOException when one cannot be read, or its rows cannot be told apart
   */
  public static Optional<TableDifference> of(
      InputStream earlier,
      InputStream later,
      char delimiter,
      int skippedLines,
      List<Long> always,
      int most)
      throws IOException {
    RecordReader before = new RecordReader(earlier, delimiter);
    RecordReader after = new RecordReader(later, delimiter);
    byte[] head = before.head(skippedLines);
    if (!Arrays.equals(head, after.head(skippedLines))) {
      return Optional.empty();
    }
    Comparison comparison = new Comparison(before, after, head, always);
    while (comparison.step()) {
      if (comparison.removed.bytes() + comparison.added.bytes() > most) {
        return Optional.empty();
      }
    }
    return Optional.of(new TableDifference(comparison.removed, comparison.added, after.records()));
  }

  /** The pass. */
  private static final class Comparison {
    private final RecordReader before;
    private final RecordReader after;
    private final ChangedRows removed;
    private final ChangedRows added;
    private final List<Long> always;
    private int nextAlways;

    Comparison(RecordReader before, RecordReader after, byte[] head, List<Long> always) {
      this.before = before;
      this.after = after;
      this.removed = new ChangedRows(head);
      this.added = new ChangedRows(head);
      this.always = always;
    }

    /** Goes over what is alike and the next difference; false at the end. */
    boolean step() throws IOException {
      long until = nextAlways < always.size() ? always.get(nextAlways) : Long.MAX_VALUE;
      RecordReader.skipEqual(before, after, until - before.nextNumber());
      RawRecord old = before.read();
      RawRecord fresh = after.read();
      if (old == null && fresh == null) {
        return false;
      }
      if (old != null && old.equals(fresh)) {
        alike(old, fresh);
      } else {
        findAlike(old, fresh);
      }
      return true;
    }

    private void alike(RawRecord old, RawRecord fresh) {
      if (nextAlways < always.size() && always.get(nextAlways) == old.number()) {
        remove(old);
        added.add(fresh);
      }
    }

    private void remove(RawRecord old) {
      if (nextAlways < always.size() && always.get(nextAlways) == old.number()) {
        nextAlways++;
      }
      removed.add(old);
    }

    /** Reads on by turns until one side's row is among those read of the other. */
    private void findAlike(RawRecord firstOld, RawRecord firstFresh) throws IOException {
      Window olds = new Window();
      Window freshs = new Window();
      RawRecord old = firstOld;
      RawRecord fresh = firstFresh;
      while ((old != null || fresh != null) && !olds.isFull() && !freshs.isFull()) {
        if (old != null) {
          Integer found = freshs.find(old);
          olds.add(old);
          if (found != null) {
            after.unread(fresh == null ? List.of() : List.of(fresh));
            settle(olds, olds.rows.size() - 1, freshs, found);
            return;
          }
        }
        if (fresh != null) {
          Integer found = olds.find(fresh);
          freshs.add(fresh);
          if (found != null) {
            settle(olds, found, freshs, freshs.rows.size() - 1);
            return;
          }
        }
        old = before.read();
        fresh = after.read();
      }
      before.unread(old == null ? List.of() : List.of(old));
      after.unread(fresh == null ? List.of() : List.of(fresh));
      olds.rows.forEach(this::remove);
      freshs.rows.forEach(added::add);
    }

    /** The rows before those that are alike have changed; those behind are read again. */
    private void settle(Window olds, int oldAlike, Window freshs, int freshAlike) {
      olds.rows.subList(0, oldAlike).forEach(this::remove);
      freshs.rows.subList(0, freshAlike).forEach(added::add);
      alike(olds.rows.get(oldAlike), freshs.rows.get(freshAlike));
      before.unread(olds.rows.subList(oldAlike + 1, olds.rows.size()));
      after.unread(freshs.rows.subList(freshAlike + 1, freshs.rows.size()));
    }
  }

  /** Rows that were read in search of one that both sides have. */
  private static final class Window {
    private final List<RawRecord> rows = new ArrayList<>();
    private final Map<RawRecord, Integer> places = new HashMap<>();
    private long bytes;

    void add(RawRecord row) {
      places.putIfAbsent(row, rows.size());
      rows.add(row);
      bytes += row.content().length;
    }

    Integer find(RawRecord row) {
      return places.get(row);
    }

    boolean isFull() {
      return rows.size() >= WINDOW_ROWS || bytes >= WINDOW_BYTES;
    }
  }
}
