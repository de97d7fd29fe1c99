package org.machinami.loader.source;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.format.DateTimeFormatter;
import java.time.format.ResolverStyle;
import java.util.Optional;
import java.util.Set;

/**
 * Of what kind the values of a column are, and how they are written, as CSVW metadata say.
 *
 * @param base without a prefix
 * @param format of dates and times, or of yes and no
 * @param group what parts thousands; empty: nothing
 * @param point what parts the fraction
 * @see <a href="https://www.w3.org/TR/tabular-metadata/#datatypes">Datatypes</a>
 */
record Datatype(String base, String format, String group, String point, ValueBounds bounds) {

  private static final Set<String> FRACTIONS = Set.of("decimal", "double", "float", "number");

  private static final Set<String> WHOLE =
      Set.of(
          "integer",
          "int",
          "long",
          "short",
          "byte",
          "nonNegativeInteger",
          "positiveInteger",
          "nonPositiveInteger",
          "negativeInteger");

  private static final int LONGEST_NUMBER = 100;

  /**
   * The datatype that a column names or describes.
   *
   * @throws IllegalArgumentException that says which bound of numbers is none
   */
  static Datatype of(JsonNode datatype) {
    JsonNode format = datatype.path("format");
    String base = datatype.isTextual() ? datatype.asText() : datatype.path("base").asText("string");
    return new Datatype(
        base,
        format.asText(""),
        format.path("groupChar").asText(""),
        format.path("decimalChar").asText("."),
        ValueBounds.of(datatype, isNumber(base)));
  }

  private static boolean isNumber(String base) {
    return FRACTIONS.contains(base) || WHOLE.contains(base);
  }

  /** Whether values come out as they stand. */
  boolean isPlain() {
    return bounds.isEmpty()
        && !isNumber(base)
        && !Set.of("boolean", "date", "dateTime", "datetime", "time").contains(base);
  }

  /**
   * A value in the form of XML Schema.
   *
   * @return empty when it is not of the datatype
   */
  Optional<String> value(String text) {
    try {
      if (isNumber(base)) {
        return number(text.strip());
      }
      return switch (base) {
        case "boolean" -> truth(text.strip());
        case "date" ->
            Optional.of(
                format.isEmpty() ? text : LocalDate.parse(text.strip(), pattern()).toString());
        case "time" ->
            Optional.of(
                format.isEmpty() ? text : LocalTime.parse(text.strip(), pattern()).toString());
        case "dateTime", "datetime" ->
            Optional.of(
                format.isEmpty() ? text : LocalDateTime.parse(text.strip(), pattern()).toString());
        default -> Optional.of(text);
      };
    } catch (DateTimeException | IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  private Optional<String> number(String text) {
    String plain = group.isEmpty() ? text : text.replace(group, "");
    plain = point.isEmpty() ? plain : plain.replace(point, ".");
    if (plain.equals("NaN") || plain.endsWith("INF")) {
      return Optional.of(plain);
    }
    if (plain.length() > LONGEST_NUMBER) {
      return Optional.empty();
    }
    BigDecimal number = new BigDecimal(plain);
    boolean whole = number.signum() == 0 || number.stripTrailingZeros().scale() <= 0;
    return WHOLE.contains(base) && !whole ? Optional.empty() : Optional.of(plain);
  }

  private Optional<String> truth(String text) {
    String[] words = (format.isEmpty() ? "true|false" : format).split("\\|", -1);
    if (text.equals(words[0]) || (format.isEmpty() && text.equals("1"))) {
      return Optional.of("true");
    }
    boolean no = words.length > 1 && text.equals(words[1]);
    return no || (format.isEmpty() && text.equals("0")) ? Optional.of("false") : Optional.empty();
  }

  /** The patterns of CSVW are those of Unicode, whose letters Java's are, but for the year. */
  private DateTimeFormatter pattern() {
    return DateTimeFormatter.ofPattern(format.replace('y', 'u'))
        .withResolverStyle(ResolverStyle.STRICT);
  }
}
