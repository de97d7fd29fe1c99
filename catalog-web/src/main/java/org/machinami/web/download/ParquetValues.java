package org.machinami.web.download;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;

/** From lexical forms of XML Schema to what Parquet stores; throws where it cannot be exact. */
final class ParquetValues {
  private static final int LATEST_YEAR = 9999;
  private static final int NANOS_OF_MICRO = 1_000;
  private static final long MICROS_OF_SECOND = 1_000_000;

  private ParquetValues() {}

  static long integer(String lexical) {
    return Long.parseLong(lexical.strip());
  }

  /** The number without its point, where as many digits follow the point as the column has. */
  static BigInteger unscaled(String lexical, int scale) {
    return new BigDecimal(lexical.strip()).setScale(scale).unscaledValue();
  }

  /** Two's complement, the highest byte first. */
  static byte[] wide(BigInteger number) {
    byte[] bytes = new byte[ParquetField.WIDE];
    byte[] own = number.toByteArray();
    Arrays.fill(bytes, (byte) (number.signum() < 0 ? -1 : 0));
    System.arraycopy(own, 0, bytes, bytes.length - own.length, own.length);
    return bytes;
  }

  static double number(String lexical) {
    String text = lexical.strip();
    return switch (text) {
      case "INF", "+INF" -> Double.POSITIVE_INFINITY;
      case "-INF" -> Double.NEGATIVE_INFINITY;
      case "NaN" -> Double.NaN;
      default -> {
        int last = text.isEmpty() ? -1 : text.length() - 1;
        // Java's own forms (1d, 0x1p3, Infinity) are none of XML Schema.
        if (last < 0 || !(Character.isDigit(text.charAt(last)) || text.charAt(last) == '.')) {
          throw new NumberFormatException(text);
        }
        yield Double.parseDouble(text);
      }
    };
  }

  static boolean truth(String lexical) {
    return switch (lexical.strip()) {
      case "true", "1" -> true;
      case "false", "0" -> false;
      default -> throw new NumberFormatException(lexical);
    };
  }

  /** Days since 1970. */
  static int day(String lexical) {
    LocalDate day = LocalDate.parse(lexical.strip());
    year(day.getYear());
    return Math.toIntExact(day.toEpochDay());
  }

  /** Whether a date-time has an offset. */
  static boolean isZoned(String lexical) {
    String text = lexical.strip();
    int time = text.indexOf('T');
    return text.endsWith("Z")
        || (time >= 0 && (text.indexOf('+', time) >= 0 || text.indexOf('-', time) >= 0));
  }

  /** Microseconds since 1970, UTC. */
  static long instant(String lexical) {
    OffsetDateTime time = OffsetDateTime.parse(lexical.strip());
    year(time.getYear());
    return micros(time.toInstant());
  }

  /** Microseconds since 1970, of a clock that is not said. */
  static long local(String lexical) {
    LocalDateTime time = LocalDateTime.parse(lexical.strip());
    year(time.getYear());
    return micros(time.toInstant(ZoneOffset.UTC));
  }

  private static long micros(Instant instant) {
    if (instant.getNano() % NANOS_OF_MICRO != 0) {
      throw new DateTimeException("Finer than a microsecond: " + instant);
    }
    return Math.addExact(
        Math.multiplyExact(instant.getEpochSecond(), MICROS_OF_SECOND),
        instant.getNano() / NANOS_OF_MICRO);
  }

  /** Others have more digits, which programs that read dates do not expect. */
  private static void year(int year) {
    if (year < 1 || year > LATEST_YEAR) {
      throw new DateTimeException("Year " + year);
    }
  }
}
