package org.machinami.loader.source;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Between which values those of a datatype lie, as CSVW metadata say. Values and bounds are in the
 * form of XML Schema, in which dates and times stand in the order of their text.
 *
 * @param bounds in the order of their names
 */
record ValueBounds(List<Bound> bounds, boolean numbers) {
  private static final Map<String, String> NAMES =
      Map.of(
          "minimum", ">=",
          "minInclusive", ">=",
          "minExclusive", ">",
          "maximum", "<=",
          "maxInclusive", "<=",
          "maxExclusive", "<");

  /**
   * One of them.
   *
   * @param relation that values have to it: {@code >=}, {@code >}, {@code <=}, {@code <}
   */
  record Bound(String relation, String value) {
    private boolean holds(int comparison) {
      return switch (relation) {
        case ">=" -> comparison >= 0;
        case ">" -> comparison > 0;
        case "<=" -> comparison <= 0;
        default -> comparison < 0;
      };
    }

    @Override
    public String toString() {
      return relation + " " + value;
    }
  }

  ValueBounds {
    bounds = List.copyOf(bounds);
  }

  /**
   * Those of a datatype.
   *
   * @throws IllegalArgumentException that says which bound of numbers is none
   */
  static ValueBounds of(JsonNode datatype, boolean numbers) {
    List<Bound> bounds = new ArrayList<>();
    for (Map.Entry<String, String> name : NAMES.entrySet()) {
      if (datatype.hasNonNull(name.getKey())) {
        String value = datatype.path(name.getKey()).asText();
        requireNumber(name.getKey(), value, numbers);
        bounds.add(new Bound(name.getValue(), value));
      }
    }
    return new ValueBounds(bounds, numbers);
  }

  private static void requireNumber(String name, String value, boolean numbers) {
    if (!numbers) {
      return;
    }
    try {
      new BigDecimal(value);
    } catch (NumberFormatException e) {
      throw new IllegalArgumentException(name + ": " + value, e);
    }
  }

  boolean isEmpty() {
    return bounds.isEmpty();
  }

  /** The bound that a value does not keep; a number that is none in decimals keeps all. */
  Optional<Bound> broken(String value) {
    if (numbers && (value.equals("NaN") || value.endsWith("INF"))) {
      return Optional.empty();
    }
    return bounds.stream().filter(bound -> !bound.holds(compare(value, bound.value()))).findFirst();
  }

  private int compare(String value, String bound) {
    return numbers
        ? new BigDecimal(value).compareTo(new BigDecimal(bound))
        : value.compareTo(bound);
  }
}
