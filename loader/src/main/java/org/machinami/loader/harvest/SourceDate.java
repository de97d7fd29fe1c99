package org.machinami.loader.harvest;

import java.time.DateTimeException;
import java.time.OffsetDateTime;

/** Dates of a source as numbers that grow with time. */
final class SourceDate {
  /** Stands for a date that is not told; before all others. */
  static final long NEVER = Long.MIN_VALUE;

  private static final int DIGITS = 17;

  private SourceDate() {}

  /**
   * The digits of a date or date-time literal up to the millisecond, in UTC where it has a zone;
   * {@link #NEVER} where it is neither.
   *
   * @param literal as canonical N-Triples
   */
  static long of(String literal) {
    int end = literal.indexOf('"', 1);
    if (end < 11) {
      return NEVER;
    }
    String text = literal.substring(1, end);
    if (text.length() > 19 && (text.indexOf('+', 19) > 0 || text.indexOf('-', 19) > 0)) {
      try {
        text = OffsetDateTime.parse(text).toInstant().toString();
      } catch (DateTimeException e) {
        return NEVER;
      }
    }
    long number = 0;
    int digits = 0;
    for (int k = 0; k < text.length() && digits < DIGITS; k++) {
      char letter = text.charAt(k);
      if (letter >= '0' && letter <= '9') {
        number = number * 10 + (letter - '0');
        digits++;
      } else if ("-:TZ.".indexOf(letter) < 0) {
        return NEVER;
      }
    }
    for (; digits < DIGITS; digits++) {
      number *= 10;
    }
    return number;
  }
}
