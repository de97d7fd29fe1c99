package org.machinami.store.quads;

import java.util.Arrays;

/**
 * Rows of a few unsigned 64-bit numbers, kept by column, that can be put in order by any
 * permutation of their columns. Not thread-safe while rows are added; {@link #order} may be called
 * by several threads at once afterwards.
 */
final class LongRows {
  private final long[][] columns;
  private int size;

  LongRows(int width, int capacity) {
    columns = new long[width][capacity];
  }

  int size() {
    return size;
  }

  int capacity() {
    return columns[0].length;
  }

  void clear() {
    size = 0;
  }

  void add(long... row) {
    if (size == capacity()) {
      grow();
    }
    for (int i = 0; i < columns.length; i++) {
      columns[i][size] = row[i];
    }
    size++;
  }

  void add(long first, long second, long third, long fourth) {
    if (size == capacity()) {
      grow();
    }
    columns[0][size] = first;
    columns[1][size] = second;
    columns[2][size] = third;
    columns[3][size] = fourth;
    size++;
  }

  long value(int column, int row) {
    return columns[column][row];
  }

  /** Sets a value of a row that is there. */
  void set(int column, int row, long value) {
    columns[column][row] = value;
  }

  private void grow() {
    for (int i = 0; i < columns.length; i++) {
      columns[i] = Arrays.copyOf(columns[i], Math.max(16, columns[i].length * 2));
    }
  }

  /**
   * Row numbers in the order of the given columns, most significant first. Least significant digit
   * first radix sort, in digits of 16 bits (8 for few rows); digits that are the same in all rows
   * are skipped.
   */
  int[] order(int... significance) {
    int[] from = new int[size];
    for (int i = 0; i < size; i++) {
      from[i] = i;
    }
    int[] to = new int[size];
    int digitBits = size < 50_000 ? 8 : 16;
    int mask = (1 << digitBits) - 1;
    int digits = 64 / digitBits;
    for (int c = significance.length - 1; c >= 0; c--) {
      long[] column = columns[significance[c]];
      long varying = varyingBits(column);
      for (int digit = 0; digit < digits; digit++) {
        int shift = digit * digitBits;
        if ((varying >>> shift & mask) == 0) {
          continue;
        }
        int[] starts = new int[mask + 2];
        for (int i = 0; i < size; i++) {
          starts[(int) (column[i] >>> shift & mask) + 1]++;
        }
        for (int i = 0; i < mask; i++) {
          starts[i + 1] += starts[i];
        }
        for (int i = 0; i < size; i++) {
          int row = from[i];
          to[starts[(int) (column[row] >>> shift & mask)]++] = row;
        }
        int[] swap = from;
        from = to;
        to = swap;
      }
    }
    return from;
  }

  private long varyingBits(long[] column) {
    long varying = 0;
    for (int i = 1; i < size; i++) {
      varying |= column[i] ^ column[0];
    }
    return varying;
  }
}
