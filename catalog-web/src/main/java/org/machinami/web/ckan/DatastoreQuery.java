package org.machinami.web.ckan;

import com.fasterxml.jackson.databind.JsonNode;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/**
 * Which rows of a table, and what of them.
 *
 * @param filters for a column the values of which a row has one
 * @param words for a column the words that it must contain; under the empty name any column
 * @param sort columns by which rows are sorted, first things first
 */
record DatastoreQuery(
    DatastoreTable table,
    List<DatastoreTable.Field> fields,
    Map<DatastoreTable.Field, Set<String>> filters,
    Map<String, String> words,
    List<Sort> sort,
    int limit,
    int offset) {
  static final int USUAL_LIMIT = 100;

  /** As CKAN has it. */
  static final int MOST_ROWS = 32_000;

  /** Sorting holds as many rows in memory. */
  static final int MOST_SORTED = 50_000;

  private static final int MOST_NUMBER = 999_999_999;
  private static final int MOST_VALUES = 1_000;
  private static final int LONGEST_WORDS = 1_000;

  /** A column, up or down. */
  record Sort(DatastoreTable.Field field, boolean down) {}

  DatastoreQuery {
    Objects.requireNonNull(table, "table");
    fields = List.copyOf(fields);
    filters = Map.copyOf(filters);
    words = Map.copyOf(words);
    sort = List.copyOf(sort);
  }

  /**
   * Reads the parameters.
   *
   * @throws CkanError when one cannot be used
   */
  static DatastoreQuery read(Parameters parameters, DatastoreTable table) {
    int limit = Math.min(MOST_ROWS, parameters.natural("limit", USUAL_LIMIT, MOST_NUMBER));
    int offset = parameters.natural("offset", 0, MOST_NUMBER);
    List<Sort> sort = sort(parameters, table);
    if (!sort.isEmpty() && (long) limit + offset > MOST_SORTED) {
      throw CkanError.invalid(
          "offset",
          "A sorted answer reaches no farther than row "
              + MOST_SORTED
              + " (offset and limit together). Leave out sort to read everything, or take the"
              + " file.");
    }
    List<DatastoreTable.Field> fields = new ArrayList<>();
    parameters.list("fields").forEach(name -> fields.add(field(table, "fields", name)));
    return new DatastoreQuery(
        table,
        fields.isEmpty() ? table.all() : fields,
        filters(parameters, table),
        words(parameters, table),
        sort,
        limit,
        offset);
  }

  private static DatastoreTable.Field field(DatastoreTable table, String parameter, String name) {
    return table
        .find(name)
        .orElseThrow(
            () ->
                CkanError.invalid(
                    parameter,
                    "There is no column “"
                        + Parameters.shown(name)
                        + "”. There are: "
                        + table.names()));
  }

  private static Map<DatastoreTable.Field, Set<String>> filters(
      Parameters parameters, DatastoreTable table) {
    Map<DatastoreTable.Field, Set<String>> filters = new LinkedHashMap<>();
    for (Map.Entry<String, JsonNode> entry : members(parameters, "filters")) {
      Set<String> values = values(entry.getValue());
      if (values.size() > MOST_VALUES) {
        throw CkanError.invalid("filters", "Has more than " + MOST_VALUES + " values.");
      }
      filters.put(field(table, "filters", entry.getKey()), values);
    }
    return filters;
  }

  private static Set<Map.Entry<String, JsonNode>> members(Parameters parameters, String name) {
    return parameters.object(name).map(JsonNode::properties).orElse(Set.of());
  }

  private static Set<String> values(JsonNode value) {
    Set<String> values = new HashSet<>();
    if (value.isObject()) {
      throw CkanError.invalid("filters", "A value must be a text, a number or a list of these.");
    }
    if (value.isArray()) {
      value.forEach(
          one -> {
            if (one.isContainerNode()) {
              throw CkanError.invalid("filters", "A list must hold texts and numbers.");
            }
            values.add(one.isNull() ? "" : one.asText());
          });
    } else {
      values.add(value.isNull() ? "" : value.asText());
    }
    return values;
  }

  private static Map<String, String> words(Parameters parameters, DatastoreTable table) {
    Map<String, String> words = new LinkedHashMap<>();
    boolean object =
        parameters
            .find("q")
            .map(q -> q.isObject() || q.asText().strip().startsWith("{"))
            .orElse(false);
    if (object) {
      for (Map.Entry<String, JsonNode> entry : members(parameters, "q")) {
        words.put(field(table, "q", entry.getKey()).name(), folded(entry.getValue().asText()));
      }
    } else {
      parameters.text("q").ifPresent(text -> words.put("", folded(text)));
    }
    words.values().stream()
        .filter(text -> text.length() > LONGEST_WORDS)
        .findFirst()
        .ifPresent(
            text -> {
              throw CkanError.invalid(
                  "q", "Has " + text.length() + " characters; use " + LONGEST_WORDS + " at most.");
            });
    return words;
  }

  private static List<Sort> sort(Parameters parameters, DatastoreTable table) {
    List<Sort> sort = new ArrayList<>();
    for (String part : parameters.list("sort")) {
      String order = part.strip();
      String lower = order.toLowerCase(Locale.ROOT);
      boolean down = lower.endsWith(" desc");
      String name =
          down || lower.endsWith(" asc") ? order.substring(0, order.lastIndexOf(' ')) : order;
      String plain = name.strip().replaceAll("^\"(.*)\"$", "$1");
      sort.add(new Sort(field(table, "sort", plain), down));
    }
    return sort;
  }

  /** Without difference of case and of half and full width. */
  static String folded(String text) {
    return Normalizer.normalize(text, Normalizer.Form.NFKC).toLowerCase(Locale.ROOT);
  }

  /** Whether every row is meant. */
  boolean isAll() {
    return filters.isEmpty() && words.isEmpty();
  }

  boolean keeps(DatastoreTable.Row row) {
    for (Map.Entry<DatastoreTable.Field, Set<String>> filter : filters.entrySet()) {
      if (!has(table.text(row, filter.getKey()), filter.getKey(), filter.getValue())) {
        return false;
      }
    }
    for (Map.Entry<String, String> part : words.entrySet()) {
      boolean found =
          part.getKey().isEmpty()
              ? table.all().stream().anyMatch(field -> says(row, field, part.getValue()))
              : says(row, table.find(part.getKey()).orElseThrow(), part.getValue());
      if (!found) {
        return false;
      }
    }
    return true;
  }

  private boolean says(DatastoreTable.Row row, DatastoreTable.Field field, String words) {
    String cell = folded(table.text(row, field));
    for (String word : words.split("\\s+", -1)) {
      if (!cell.contains(word)) {
        return false;
      }
    }
    return true;
  }

  /** A number is the same however it is written. */
  private static boolean has(String cell, DatastoreTable.Field field, Set<String> values) {
    if (values.contains(cell)) {
      return true;
    }
    return field.type().equals("numeric")
        && !cell.isEmpty()
        && values.stream()
            .anyMatch(
                value ->
                    DatastoreTable.number(value)
                        .flatMap(
                            wanted ->
                                DatastoreTable.number(cell).map(n -> n.compareTo(wanted) == 0))
                        .orElse(false));
  }

  /** What a row is sorted by. */
  Ranked ranked(DatastoreTable.Row row) {
    return new Ranked(
        row.number(), sort.stream().map(one -> table.text(row, one.field())).toList());
  }

  /**
   * A row among others.
   *
   * @param keys what the columns say by which rows are sorted
   */
  record Ranked(long number, List<String> keys) {
    Ranked {
      keys = List.copyOf(keys);
    }
  }

  /** The order of rows: those without a value stand last, equal ones as in the data. */
  Comparator<Ranked> order() {
    return (left, right) -> {
      for (int i = 0; i < sort.size(); i++) {
        int order = compare(left.keys().get(i), right.keys().get(i), sort.get(i));
        if (order != 0) {
          return order;
        }
      }
      return Long.compare(left.number(), right.number());
    };
  }

  private static int compare(String left, String right, Sort one) {
    if (left.isEmpty() || right.isEmpty()) {
      return Boolean.compare(left.isEmpty(), right.isEmpty());
    }
    boolean numbers = one.field().type().equals("numeric") || one.field().type().equals("int");
    int order = numbers ? Double.compare(value(left), value(right)) : left.compareTo(right);
    return one.down() ? -order : order;
  }

  private static double value(String text) {
    return DatastoreTable.number(text).map(Number::doubleValue).orElse(Double.NaN);
  }
}
