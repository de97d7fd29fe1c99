package org.machinami.store.quads;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.PriorityQueue;

/**
 * Rows of numbers that come out sorted in several orders. Up to a bound they stay in memory; beyond
 * it each bound's worth is written as one sorted run a order, and the runs are merged when read.
 * Rows that are equal come out once. Adding is for one thread; reading different orders may run at
 * once.
 */
final class SortedRuns {
  private final Path directory;
  private final String name;
  private final int width;
  private final int[][] orders;
  private final int bound;
  private final LongRows rows;
  private final List<Path[]> runs = new ArrayList<>();

  /**
   * @param directory where runs are written, which the caller deletes
   * @param orders permutations of the columns; {@link #read} takes an index into it
   * @param bound rows held in memory
   */
  SortedRuns(Path directory, String name, int width, int[][] orders, int bound) {
    this.directory = directory;
    this.name = name;
    this.width = width;
    this.orders = orders;
    this.bound = bound;
    this.rows = new LongRows(width, Math.min(bound, 1 << 12));
  }

  LongRows rows() {
    return rows;
  }

  /** To be called after rows were added: writes a run when the bound is reached. */
  void spillWhenFull() {
    if (rows.size() >= bound) {
      spill();
    }
  }

  private void spill() {
    Path[] files = new Path[orders.length];
    try {
      for (int i = 0; i < orders.length; i++) {
        files[i] = directory.resolve(name + "-" + i + "-" + runs.size() + ".run");
        try (DataOutputStream out =
            new DataOutputStream(
                new BufferedOutputStream(Files.newOutputStream(files[i]), 1 << 18))) {
          RowIterator all = new MemoryRows(rows, orders[i]);
          while (all.advance()) {
            for (int c = 0; c < width; c++) {
              out.writeLong(all.row[c]);
            }
          }
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    runs.add(files);
    rows.clear();
  }

  /**
   * All rows in the order of that number, as rows whose columns are in that order.
   *
   * @param onDuplicate is told of each row that equals the one before it and is left out
   */
  RowIterator read(int order, RowVisitor onDuplicate) throws IOException {
    if (runs.isEmpty()) {
      return new DistinctRows(new MemoryRows(rows, orders[order]), onDuplicate);
    }
    List<RowIterator> parts = new ArrayList<>();
    for (Path[] files : runs) {
      parts.add(new FileRows(files[order], width));
    }
    parts.add(new MemoryRows(rows, orders[order]));
    return new DistinctRows(new MergedRows(parts, width), onDuplicate);
  }

  /** Takes a row, which is valid during the call only. */
  interface RowVisitor {
    void visit(long[] row);
  }

  /** A sequence of rows; {@link #row} holds the present one after {@link #advance} was true. */
  abstract static class RowIterator {
    final long[] row;

    RowIterator(int width) {
      row = new long[width];
    }

    abstract boolean advance();

    /** The rows as values made by {@code maker}, called once a row. */
    final <T> Iterator<T> map(java.util.function.Function<long[], T> maker) {
      return new Iterator<>() {
        private boolean ready;
        private boolean ended;

        @Override
        public boolean hasNext() {
          if (!ready && !ended) {
            ready = advance();
            ended = !ready;
          }
          return ready;
        }

        @Override
        public T next() {
          if (!hasNext()) {
            throw new NoSuchElementException();
          }
          ready = false;
          return maker.apply(row);
        }
      };
    }
  }

  private static final class MemoryRows extends RowIterator {
    private final LongRows rows;
    private final int[] columns;
    private final int[] order;
    private int next;

    MemoryRows(LongRows rows, int[] columns) {
      super(columns.length);
      this.rows = rows;
      this.columns = columns;
      this.order = rows.order(columns);
    }

    @Override
    boolean advance() {
      if (next == order.length) {
        return false;
      }
      int at = order[next++];
      for (int i = 0; i < columns.length; i++) {
        row[i] = rows.value(columns[i], at);
      }
      return true;
    }
  }

  private static final class FileRows extends RowIterator {
    private final DataInputStream in;
    private long left;

    FileRows(Path file, int width) throws IOException {
      super(width);
      left = Files.size(file) / (8L * width);
      in = new DataInputStream(new BufferedInputStream(Files.newInputStream(file), 1 << 17));
    }

    @Override
    boolean advance() {
      try {
        if (left == 0) {
          in.close();
          return false;
        }
        left--;
        for (int i = 0; i < row.length; i++) {
          row[i] = in.readLong();
        }
        return true;
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }

  private static final class MergedRows extends RowIterator {
    private final PriorityQueue<RowIterator> parts =
        new PriorityQueue<>((a, b) -> Arrays.compareUnsigned(a.row, b.row));

    MergedRows(List<RowIterator> all, int width) {
      super(width);
      for (RowIterator part : all) {
        if (part.advance()) {
          parts.add(part);
        }
      }
    }

    @Override
    boolean advance() {
      RowIterator least = parts.poll();
      if (least == null) {
        return false;
      }
      System.arraycopy(least.row, 0, row, 0, row.length);
      if (least.advance()) {
        parts.add(least);
      }
      return true;
    }
  }

  private static final class DistinctRows extends RowIterator {
    private final RowIterator source;
    private final RowVisitor onDuplicate;
    private boolean started;

    DistinctRows(RowIterator source, RowVisitor onDuplicate) {
      super(source.row.length);
      this.source = source;
      this.onDuplicate = onDuplicate;
    }

    @Override
    boolean advance() {
      boolean more = source.advance();
      while (more && started && Arrays.equals(row, source.row)) {
        onDuplicate.visit(row);
        more = source.advance();
      }
      if (!more) {
        return false;
      }
      started = true;
      System.arraycopy(source.row, 0, row, 0, row.length);
      return true;
    }
  }
}
