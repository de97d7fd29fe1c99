package org.machinami.loader.disclosure;

import org.machinami.shapes.DisclosureLimits;

/** Tells areas and times that are finer than the policy allows. */
final class Grain {

  /** Metres in a degree of latitude. */
  private static final double DEGREE = 111_320;

  private static final int SECONDS_OF_A_DAY = 86_400;

  private final int finestMesh;
  private final int decimals;
  private final long seconds;

  Grain(DisclosureLimits limits) {
    this.finestMesh = limits.finestMesh();
    this.decimals = (int) Math.floor(Math.log10(DEGREE / limits.finestMesh()));
    this.seconds = limits.finestInterval().toSeconds();
  }

  /**
   * Whether a code is of a cell that is too small. Eight digits are 1 km, each further one halves
   * (JIS X 0410); ten digits of which one of the last two is no quarter are a tenth, 100 m.
   */
  boolean isFineMesh(char[] text, int offset, int length) {
    if (length < 8) {
      return false;
    }
    boolean quarters = true;
    for (int i = 0; i < length; i++) {
      char c = text[offset + i];
      if (c < '0' || c > '9') {
        return false;
      }
      quarters &= i < 8 || (c >= '1' && c <= '4');
    }
    double side = quarters ? 1_000.0 / (1L << Math.min(length - 8, 30)) : length == 9 ? 500 : 100;
    return side < finestMesh;
  }

  /** Whether a number of degrees has more decimals than the finest mesh would need. */
  boolean isFineCoordinate(char[] text, int offset, int length) {
    int end = offset + length;
    int point = offset;
    while (point < end && text[point] != '.') {
      point++;
    }
    while (end > point && text[end - 1] == '0') {
      end--;
    }
    for (int at = point + 1; at < end; at++) {
      if (text[at] < '0' || text[at] > '9') {
        return false;
      }
    }
    return end - point - 1 > decimals;
  }

  /** Whether a time of day (8:07, 2026-10-14T08:07:30+09:00) is no multiple of the interval. */
  boolean isFineTime(char[] text, int offset, int length) {
    int end = offset + length;
    for (int at = offset + 1; at + 2 < end; at++) {
      if (text[at] == ':') {
        int hour = number(text, Math.max(offset, at - 2), at);
        int minute = number(text, at + 1, at + 3);
        int second = at + 5 < end && text[at + 3] == ':' ? number(text, at + 4, at + 6) : 0;
        long of = hour * 3_600L + minute * 60L + second;
        return hour >= 0
            && minute >= 0
            && second >= 0
            && (seconds >= SECONDS_OF_A_DAY || of % seconds != 0);
      }
    }
    return false;
  }

  /** The number; a letter in front of one digit is passed over, anything else gives -1. */
  private static int number(char[] text, int from, int to) {
    int value = 0;
    for (int at = from; at < to; at++) {
      if (text[at] >= '0' && text[at] <= '9') {
        value = value * 10 + text[at] - '0';
      } else if (at > from || to - from < 2) {
        return -1;
      }
    }
    return value;
  }
}
