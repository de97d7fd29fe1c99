package org.machinami.web.rows;

import java.math.BigDecimal;
import java.text.NumberFormat;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.machinami.web.language.Language;

/** Numbers and times as a table writes them. */
public final class CellWords {
  private static final int MOST_DIGITS = 15;
  private static final Pattern TIME =
      Pattern.compile("(\\d{4}-\\d{2}-\\d{2})T(\\d{2}:\\d{2})(:\\d{2}(?:\\.\\d+)?)?(.*)");

  private CellWords() {}

  /** How many digits after the point a number has; 0 for what is no number. */
  static int decimals(String lexical) {
    return parse(lexical).map(n -> Math.max(0, n.scale())).orElse(0);
  }

  /**
   * With thousands separators; as it is where it is no number, or one with more digits than people
   * read.
   *
   * @param decimals digits after the point at least, so that the numbers of a column stand below
   *     each other
   */
  public static String number(String lexical, int decimals, Language language) {
    return parse(lexical)
        .map(
            number -> {
              NumberFormat format = NumberFormat.getNumberInstance(language.locale());
              format.setMaximumFractionDigits(Math.max(decimals, number.scale()));
              format.setMinimumFractionDigits(Math.max(decimals, number.scale()));
              return format.format(number);
            })
        .orElse(lexical);
  }

  private static Optional<BigDecimal> parse(String lexical) {
    try {
      BigDecimal number = new BigDecimal(lexical.strip());
      long before = (long) number.precision() - number.scale();
      return before > MOST_DIGITS || number.scale() > MOST_DIGITS
          ? Optional.empty()
          : Optional.of(number);
    } catch (NumberFormatException e) {
      return Optional.empty();
    }
  }

  /** A time to the minute where it has no seconds, without the offset of the city. */
  public static String time(String lexical) {
    Matcher time = TIME.matcher(lexical);
    if (!time.matches()) {
      return lexical;
    }
    String seconds = time.group(3) == null || time.group(3).equals(":00") ? "" : time.group(3);
    String offset = time.group(4).equals("+09:00") ? "" : time.group(4);
    return time.group(1) + " " + time.group(2) + seconds + offset;
  }
}
