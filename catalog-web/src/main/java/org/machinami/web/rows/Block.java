package org.machinami.web.rows;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * All lines of one subject, as canonical N-Triples. What {@link Blocks} gives is valid until its
 * next call; a {@link #copy} stays. Not for use by several threads while it is filled.
 */
public final class Block {
  private byte[] bytes;
  private int length;
  private int subjectLength;
  private int[] ends;
  private int lines;

  Block() {
    this(new byte[4096], 0, 0, new int[64], 0);
  }

  private Block(byte[] bytes, int length, int subjectLength, int[] ends, int lines) {
    this.bytes = bytes;
    this.length = length;
    this.subjectLength = subjectLength;
    this.ends = ends;
    this.lines = lines;
  }

  void begin(int subject) {
    length = 0;
    lines = 0;
    subjectLength = subject;
  }

  void add(byte[] from, int offset, int count) {
    if (length + count > bytes.length) {
      bytes = Arrays.copyOf(bytes, Math.max(bytes.length * 2, length + count));
    }
    if (lines == ends.length) {
      ends = Arrays.copyOf(ends, lines * 2);
    }
    System.arraycopy(from, offset, bytes, length, count);
    length += count;
    ends[lines++] = length;
  }

  /** Whether the line is one of this subject; the block must have begun. */
  boolean continues(byte[] from, int offset, int count) {
    return count > subjectLength
        && Arrays.equals(from, offset, offset + subjectLength, bytes, 0, subjectLength);
  }

  Block copy() {
    return new Block(
        Arrays.copyOf(bytes, length), length, subjectLength, Arrays.copyOf(ends, lines), lines);
  }

  public int lines() {
    return lines;
  }

  /** The array in which the lines stand, from 0 to {@link #length}. */
  public byte[] bytes() {
    return bytes;
  }

  public int length() {
    return length;
  }

  int start(int line) {
    return line == 0 ? 0 : ends[line - 1];
  }

  int end(int line) {
    return ends[line];
  }

  /** Where the predicate begins, after its bracket. */
  int predicateStart(int line) {
    return start(line) + subjectLength + 2;
  }

  /** Where the closing bracket of the predicate stands. */
  int predicateEnd(int line) {
    int at = predicateStart(line);
    while (bytes[at] != '>') {
      at++;
    }
    return at;
  }

  /** Where the object ends: before space, full stop and newline. */
  int objectEnd(int line) {
    return ends[line] - 3;
  }

  /** The IRI of the subject as it is written. */
  public String subject() {
    return text(1, subjectLength - 1);
  }

  boolean subjectContains(byte[] part) {
    for (int at = 1; at + part.length < subjectLength; at++) {
      if (Arrays.equals(bytes, at, at + part.length, part, 0, part.length)) {
        return true;
      }
    }
    return false;
  }

  boolean subjectStartsWith(byte[] start) {
    return subjectLength > start.length
        && Arrays.equals(bytes, 1, 1 + start.length, start, 0, start.length);
  }

  String text(int from, int to) {
    return new String(bytes, from, to - from, StandardCharsets.UTF_8);
  }
}
