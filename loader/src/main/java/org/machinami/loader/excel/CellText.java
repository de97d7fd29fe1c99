package org.machinami.loader.excel;

import java.math.BigDecimal;
import java.math.MathContext;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.temporal.ChronoUnit;
import org.machinami.loader.excel.CellFormats.Format;
import org.machinami.loader.excel.CellFormats.Meaning;

/** A number in a cell as the text that it stands for. */
final class CellText {

  /** Excel keeps and shows so many digits; what is behind them comes from binary fractions. */
  private static final MathContext DIGITS = new MathContext(15);

  private static final int PLAIN = 15;
  private static final long MILLIS_OF_A_DAY = 86_400_000L;

  /** 9999-12-31. */
  private static final double LAST_DAY = 2_958_465.99999999;

  private static final LocalDateTime FROM_1900 = LocalDateTime.of(1899, 12, 30, 0, 0);
  private static final LocalDateTime FROM_1904 = LocalDateTime.of(1904, 1, 1, 0, 0);

  private CellText() {}

  static String of(String number, Format format, boolean from1904) {
    if (format.meaning() != Meaning.NUMBER) {
      return time(number, format.meaning(), from1904);
    }
    String plain = number(number);
    return format.digits() > plain.length() && isDigits(plain)
        ? "0".repeat(format.digits() - plain.length()) + plain
        : plain;
  }

  static String number(String number) {
    if (number.length() <= PLAIN && isDigits(number)) {
      return number;
    }
    try {
      BigDecimal value = new BigDecimal(number).round(DIGITS);
      // Exponents beyond those of a double would be written out as so many zeros.
      return value.signum() == 0
          ? "0"
          : Math.abs(value.precision() - value.scale()) > 400
              ? number
              : value.stripTrailingZeros().toPlainString();
    } catch (NumberFormatException e) {
      return number;
    }
  }

  private static boolean isDigits(String text) {
    for (int i = 0; i < text.length(); i++) {
      if (text.charAt(i) < '0' || text.charAt(i) > '9') {
        return false;
      }
    }
    return !text.isEmpty();
  }

  /** Days since 1899-12-30, so that what Excel takes for 29 February 1900 shifts nothing later. */
  private static String time(String number, Meaning meaning, boolean from1904) {
    double days;
    try {
      days = Double.parseDouble(number);
    } catch (NumberFormatException e) {
      return number;
    }
    if (!(days >= 0 && days <= LAST_DAY)) {
      return number(number);
    }
    long millis = Math.round(days * MILLIS_OF_A_DAY);
    if (!from1904 && meaning != Meaning.TIME && days > 0 && days < 61) {
      // 1 is 1 January 1900, and 60 a day that never was.
      millis += MILLIS_OF_A_DAY;
    }
    LocalDateTime time =
        (from1904 ? FROM_1904 : FROM_1900)
            .plus(millis, ChronoUnit.MILLIS)
            .plus(500, ChronoUnit.MILLIS)
            .truncatedTo(ChronoUnit.SECONDS);
    boolean midnight = time.toLocalTime().equals(LocalTime.MIDNIGHT);
    if (meaning == Meaning.TIME && days < 1) {
      return time.toLocalTime().toString();
    }
    if (meaning == Meaning.DATE && midnight) {
      return time.toLocalDate().toString();
    }
    return time.toLocalDate() + "T" + (time.toLocalTime() + (time.getSecond() == 0 ? ":00" : ""));
  }
}
