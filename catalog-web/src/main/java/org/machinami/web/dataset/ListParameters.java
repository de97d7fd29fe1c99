package org.machinami.web.dataset;

import static java.util.Comparator.comparingInt;

import jakarta.ws.rs.core.MultivaluedMap;
import java.time.LocalDate;
import java.time.Year;
import java.time.YearMonth;
import java.time.format.DateTimeParseException;
import java.util.Collections;
import java.util.EnumMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.machinami.store.search.Facet;
import org.machinami.store.search.Literal;
import org.machinami.store.search.Period;
import org.machinami.store.search.text.Typed;
import org.machinami.web.problem.Problem;

/** Reads the parameters of the list's address. */
final class ListParameters {
  static final String WORDS = "q";
  static final String FROM = "from";
  static final String TO = "to";
  static final String EXTENT = "bbox";
  static final String SORT = "sort";
  static final String PAGE = "page";

  /** Each link of the page repeats them all. */
  private static final int MOST_VALUES = 50;

  private static final int LONGEST_VALUE = 500;

  /** Of all values together: fifty of them as long as the addresses of publishers are. */
  private static final int MOST_CHARACTERS = 5_000;

  /** So much of a value that cannot be used is told. */
  private static final int LONGEST_TOLD = 40;

  private ListParameters() {}

  /**
   * The query that they say. An empty one is as if it were not there, because forms send them so.
   *
   * @throws Problem 400 when page, sort, a day or the rectangle cannot be used, or when there are
   *     too many filters, or too long ones
   */
  static ListQuery read(MultivaluedMap<String, String> parameters) {
    return new ListQuery(
        Typed.shortened(value(parameters, WORDS, "").strip()),
        filters(parameters),
        period(value(parameters, FROM, ""), value(parameters, TO, "")),
        BoxParameter.read(EXTENT, value(parameters, EXTENT, "")),
        sort(value(parameters, SORT, "")),
        page(value(parameters, PAGE, "1")));
  }

  /** Unknown values are no error: nothing has them. */
  private static Map<Facet, Set<String>> filters(MultivaluedMap<String, String> parameters) {
    Map<Facet, Set<String>> filters = new EnumMap<>(Facet.class);
    for (Facet facet : Facet.COUNTED) {
      Set<String> values = new LinkedHashSet<>();
      for (String value : parameters.getOrDefault(facet.parameter(), List.of())) {
        if (!value.isBlank()) {
          values.add(usable(facet, value));
        }
      }
      if (!values.isEmpty()) {
        filters.put(facet, values);
      }
    }
    requireFew(filters);
    return filters;
  }

  private static String usable(Facet facet, String value) {
    if (value.length() > LONGEST_VALUE) {
      String told = new Literal(value, "").shortened(LONGEST_TOLD).value();
      throw Problem.badParameter(facet.parameter(), told, "problem.bad-request.long-value");
    }
    return value;
  }

  private static void requireFew(Map<Facet, Set<String>> filters) {
    int values = filters.values().stream().mapToInt(Set::size).sum();
    if (values > MOST_VALUES) {
      Facet most = Collections.max(filters.keySet(), comparingInt(f -> filters.get(f).size()));
      throw Problem.tooManyValues(most.parameter(), values, "problem.bad-request.values");
    }
    int characters = filters.values().stream().mapToInt(ListParameters::characters).sum();
    if (characters > MOST_CHARACTERS) {
      Facet most =
          Collections.max(filters.keySet(), comparingInt(facet -> characters(filters.get(facet))));
      throw Problem.tooManyValues(most.parameter(), characters, "problem.bad-request.characters");
    }
  }

  private static int characters(Set<String> values) {
    return values.stream().mapToInt(String::length).sum();
  }

  private static Period period(String from, String to) {
    Optional<LocalDate> first = day(FROM, from, false);
    Optional<LocalDate> last = day(TO, to, true);
    if (first.isPresent() && last.isPresent() && last.get().isBefore(first.get())) {
      throw Problem.badParameter(TO, to, "problem.bad-request.period");
    }
    return new Period(first, last);
  }

  /** A year, a month or a day: its first or its last day. */
  private static Optional<LocalDate> day(String name, String value, boolean last) {
    String text = value.strip();
    try {
      return switch (text.length()) {
        case 0 -> Optional.empty();
        case 4 -> {
          Year year = Year.parse(text);
          yield Optional.of(last ? year.atMonth(12).atEndOfMonth() : year.atDay(1));
        }
        case 7 -> {
          YearMonth month = YearMonth.parse(text);
          yield Optional.of(last ? month.atEndOfMonth() : month.atDay(1));
        }
        default -> Optional.of(LocalDate.parse(text));
      };
    } catch (DateTimeParseException e) {
      throw Problem.badParameter(name, value, "problem.bad-request.day");
    }
  }

  private static ListQuery.Sort sort(String value) {
    if (value.isEmpty()) {
      return ListQuery.Sort.RELEVANCE;
    }
    for (ListQuery.Sort sort : ListQuery.Sort.values()) {
      if (sort.parameter().equals(value)) {
        return sort;
      }
    }
    throw Problem.badParameter(SORT, value, "problem.bad-request.sort");
  }

  private static int page(String value) {
    try {
      int page = Integer.parseInt(value);
      if (page >= 1 && page <= ListQuery.LAST_PAGE) {
        return page;
      }
    } catch (NumberFormatException e) {
      // told below, like a number that is too small or too large
    }
    throw Problem.badParameter(PAGE, value, "problem.bad-request.page");
  }

  private static String value(
      MultivaluedMap<String, String> parameters, String name, String otherwise) {
    String value = parameters.getFirst(name);
    return value == null ? otherwise : value;
  }
}
