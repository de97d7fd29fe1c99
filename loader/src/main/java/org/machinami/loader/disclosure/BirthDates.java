package org.machinami.loader.disclosure;

/** Tells dates to the day, in the forms that offices write. */
final class BirthDates {

  private static final int SHORTEST = 6;
  private static final int LONGEST = 20;

  private BirthDates() {}

  /** Whether there are three numbers (year, month, day) or eight digits, and little else. */
  static boolean isDate(char[] text, int offset, int length) {
    if (length < SHORTEST || length > LONGEST) {
      return false;
    }
    int groups = 0;
    int digits = 0;
    boolean inDigits = false;
    for (int at = offset; at < offset + length; at++) {
      char c = text[at];
      boolean digit = (c >= '0' && c <= '9') || (c >= '０' && c <= '９') || c == '元';
      if (digit) {
        digits++;
        groups += inDigits ? 0 : 1;
      }
      inDigits = digit;
    }
    return (groups >= 3 && digits >= 3) || (groups == 1 && digits == 8 && length == 8);
  }
}
