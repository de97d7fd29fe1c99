package org.machinami.web.dataset;

import java.math.BigDecimal;
import java.util.Optional;
import org.machinami.store.search.Box;
import org.machinami.web.problem.Problem;

/**
 * A rectangle in an address: west, south, east, north, in degrees.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc7946#section-5">RFC 7946, 5</a>
 */
public final class BoxParameter {
  private static final int MOST_CHARACTERS = 200;

  private BoxParameter() {}

  /**
   * The rectangle; empty for no text.
   *
   * @throws Problem 400 when it is none
   */
  public static Optional<Box> read(String name, String value) {
    if (value.isBlank()) {
      return Optional.empty();
    }
    if (value.length() > MOST_CHARACTERS) {
      throw Problem.badParameter(name, value.substring(0, 20) + "…", "problem.bad-request.bbox");
    }
    try {
      String[] numbers = value.strip().split("\\s*,\\s*", -1);
      if (numbers.length == 4) {
        return Optional.of(
            new Box(
                Double.parseDouble(numbers[0]),
                Double.parseDouble(numbers[1]),
                Double.parseDouble(numbers[2]),
                Double.parseDouble(numbers[3])));
      }
    } catch (IllegalArgumentException e) {
      // told below, like too few numbers
    }
    throw Problem.badParameter(name, value, "problem.bad-request.bbox");
  }

  /** As it stands in an address. */
  public static String text(Box box) {
    return degrees(box.west())
        + ","
        + degrees(box.south())
        + ","
        + degrees(box.east())
        + ","
        + degrees(box.north());
  }

  private static String degrees(double value) {
    return BigDecimal.valueOf(value).stripTrailingZeros().toPlainString();
  }
}
