package org.machinami.shapes.data;

import java.nio.charset.StandardCharsets;
import java.util.function.DoublePredicate;
import org.apache.jena.vocabulary.XSD;

/** Numbers read off the bytes of a literal. */
final class Numbers {

  private static final byte[] INTEGER = suffix(XSD.integer.getURI());
  private static final byte[] DECIMAL = suffix(XSD.decimal.getURI());

  /** So many digits fit a double without loss, and two numbers of so many differ there, too. */
  private static final int MOST_DIGITS = 15;

  private static final double[] POWERS = new double[MOST_DIGITS + 1];

  static {
    POWERS[0] = 1;
    for (int i = 1; i < POWERS.length; i++) {
      POWERS[i] = POWERS[i - 1] * 10;
    }
  }

  private Numbers() {}

  /** The test of an integer or decimal of usual length; others do not pass. */
  static ValueTest surely(DoublePredicate inRange) {
    return value -> {
      if (!value.endsWith(INTEGER) && !value.endsWith(DECIMAL)) {
        return false;
      }
      double number = number(value.bytes(), value.textFrom(), value.textTo());
      return !Double.isNaN(number) && inRange.test(number);
    };
  }

  private static double number(byte[] bytes, int from, int to) {
    boolean negative = from < to && bytes[from] == '-';
    int start = negative ? from + 1 : from;
    if (start == to || to - start > MOST_DIGITS) {
      return Double.NaN;
    }
    long digits = 0;
    int fraction = -1;
    for (int i = start; i < to; i++) {
      if (bytes[i] == '.' && fraction < 0) {
        fraction = 0;
      } else if (bytes[i] >= '0' && bytes[i] <= '9') {
        digits = digits * 10 + bytes[i] - '0';
        fraction = fraction < 0 ? fraction : fraction + 1;
      } else {
        return Double.NaN;
      }
    }
    double number = fraction > 0 ? digits / POWERS[fraction] : digits;
    return negative ? -number : number;
  }

  private static byte[] suffix(String datatype) {
    return ("^^<" + datatype + ">").getBytes(StandardCharsets.US_ASCII);
  }
}
