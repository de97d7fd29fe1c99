package org.machinami.loader.source;

import java.util.Arrays;
import java.util.List;
import java.util.Map;

/**
 * The values of one record, by slot: a slot stands for a reference that the mapping uses. A slot
 * holds no value (an empty cell, an absent or null member), one, or several (an array of JSON).
 * Values are ranges of one character buffer; the same Row is filled again for each record. Not
 * thread-safe.
 */
public final class Row {

  private char[] text = new char[4096];
  private int length;
  private int values;
  private int[] from = new int[64];
  private int[] to = new int[64];
  private final int[] first;
  private final int[] count;

  private String file = "";
  private long number;
  private String fault = "";
  private String faultDetail = "";
  private boolean blank;

  /**
   * @param slots number of slots
   */
  public Row(int slots) {
    first = new int[slots];
    count = new int[slots];
  }

  /** Empties the row for the record {@code number} (1-based) of {@code file}. */
  public void begin(String file, long number) {
    this.file = file;
    this.number = number;
    length = 0;
    values = 0;
    fault = "";
    faultDetail = "";
    blank = false;
    Arrays.fill(count, 0);
  }

  /** Adds a value to a slot; the values of one slot must be added one after the other. */
  public void add(int slot, char[] buffer, int offset, int size) {
    int start = reserve(slot, size);
    System.arraycopy(buffer, offset, text, start, size);
  }

  /** Adds a value to a slot; the values of one slot must be added one after the other. */
  public void add(int slot, CharSequence value) {
    int start = reserve(slot, value.length());
    for (int i = 0; i < value.length(); i++) {
      text[start + i] = value.charAt(i);
    }
  }

  /** Puts values in the place of all that a slot has. */
  void set(int slot, List<String> values) {
    count[slot] = 0;
    values.forEach(value -> add(slot, value));
  }

  private int reserve(int slot, int size) {
    if (length + size > text.length) {
      text = Arrays.copyOf(text, Math.max(text.length * 2, length + size));
    }
    if (values == from.length) {
      from = Arrays.copyOf(from, values * 2);
      to = Arrays.copyOf(to, values * 2);
    }
    if (count[slot]++ == 0) {
      first[slot] = values;
    }
    int start = length;
    from[values] = start;
    length += size;
    to[values++] = length;
    return start;
  }

  /**
   * The buffer that {@link #from} and {@link #to} point into; valid until the next value is added.
   */
  public char[] text() {
    return text;
  }

  /** Number of slots. */
  int slots() {
    return count.length;
  }

  /** Number of values of a slot. */
  public int count(int slot) {
    return count[slot];
  }

  public int from(int slot, int index) {
    return from[first[slot] + index];
  }

  public int to(int slot, int index) {
    return to[first[slot] + index];
  }

  /** Takes blanks off both ends of all values; a value of blanks alone is none. */
  public void strip() {
    for (int slot = 0; slot < count.length; slot++) {
      if (count[slot] == 1) {
        int value = first[slot];
        while (from[value] < to[value] && isBlank(text[from[value]])) {
          from[value]++;
        }
        while (from[value] < to[value] && isBlank(text[to[value] - 1])) {
          to[value]--;
        }
        if (from[value] == to[value]) {
          count[slot] = 0;
        }
      }
    }
  }

  private static boolean isBlank(char c) {
    return c == ' ' || c == '\t' || c == '\u3000' || c == '\u00A0';
  }

  /** One value as a string; for messages and for what is not on the hot path. */
  public String value(int slot, int index) {
    int start = from(slot, index);
    return new String(text, start, to(slot, index) - start);
  }

  public String file() {
    return file;
  }

  public long number() {
    return number;
  }

  /**
   * A copy of what was read, with other values in some slots that have one.
   *
   * @param read how many slots the reader fills; those behind are left empty
   * @param other values by slot
   */
  public Row with(int read, Map<Integer, String> other) {
    Row copy = new Row(count.length);
    copy.begin(file, number);
    for (int slot = 0; slot < read; slot++) {
      String value = other.get(slot);
      if (value != null) {
        copy.add(slot, value);
        continue;
      }
      for (int i = 0; i < count[slot]; i++) {
        copy.add(slot, text, from(slot, i), to(slot, i) - from(slot, i));
      }
    }
    copy.fault = fault;
    copy.faultDetail = faultDetail;
    copy.blank = blank;
    return copy;
  }

  /** Marks the row as unusable: key of a text and what it names. */
  public void fail(String key, String detail) {
    fault = key;
    faultDetail = detail;
  }

  /** Key of the text that says why the reader could not read this row; empty when it could. */
  public String fault() {
    return fault;
  }

  public String faultDetail() {
    return faultDetail;
  }

  /** Marks the row as one without any value at all. */
  public void markBlank() {
    blank = true;
  }

  public boolean blank() {
    return blank;
  }
}
