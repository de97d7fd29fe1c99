package org.machinami.loader.source;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.util.Arrays;

/** Rows of a table that another state of it lacks, with the numbers they have there. */
public final class ChangedRows {
  private final byte[] head;
  private final ByteArrayOutputStream rows = new ByteArrayOutputStream();
  private long[] numbers = new long[64];
  private int count;

  ChangedRows(byte[] head) {
    this.head = head;
  }

  void add(RawRecord row) {
    if (count == numbers.length) {
      numbers = Arrays.copyOf(numbers, 2 * count);
    }
    numbers[count++] = row.number();
    rows.writeBytes(row.content());
    rows.write('\n');
  }

  int bytes() {
    return rows.size();
  }

  /** How many. */
  public int count() {
    return count;
  }

  /** The table with these rows only. */
  InputStream content() {
    return new SequenceInputStream(
        new ByteArrayInputStream(head), new ByteArrayInputStream(rows.toByteArray()));
  }

  /** The number in the whole table of the row that is the {@code n}th here, both from 1. */
  long number(long n) {
    return n <= count ? numbers[Math.toIntExact(n - 1)] : n;
  }
}
