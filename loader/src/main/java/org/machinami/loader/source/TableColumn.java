package org.machinami.loader.source;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * A column as CSVW metadata describe it.
 *
 * @param name for references
 * @param titles what the header may call it
 * @param separator between the values of a cell; empty: a cell has one
 * @param standard what an empty cell means
 * @param required whether a row must have a value
 * @param nulls what stands for no value
 */
record TableColumn(
    String name,
    List<String> titles,
    Datatype datatype,
    Optional<Pattern> separator,
    String standard,
    boolean required,
    Set<String> nulls) {

  /**
   * What a cell says, or why it cannot be taken.
   *
   * @param values in the form of XML Schema
   * @param fault key of the reason; empty: there is none
   * @param detail what the reason names
   */
  record Cell(List<String> values, String fault, String detail) {
    private static Cell of(List<String> values) {
      return new Cell(values, "", "");
    }

    private static Cell faulty(String fault, String detail) {
      return new Cell(List.of(), fault, detail);
    }
  }

  TableColumn {
    titles = List.copyOf(titles);
    nulls = Set.copyOf(nulls);
  }

  /**
   * A column of a schema.
   *
   * @throws IllegalArgumentException that says which bound of numbers is none
   */
  static TableColumn of(JsonNode column, Set<String> nulls) {
    List<String> titles = new ArrayList<>();
    titles(column.path("titles"), titles);
    return new TableColumn(
        column.path("name").asText(""),
        titles,
        Datatype.of(column.path("datatype")),
        separator(column.path("separator").asText("")),
        column.path("default").asText(""),
        column.path("required").asBoolean(),
        nulls);
  }

  private static Optional<Pattern> separator(String text) {
    return text.isEmpty() ? Optional.empty() : Optional.of(Pattern.compile(text, Pattern.LITERAL));
  }

  /** A text, several, or by language. */
  private static void titles(JsonNode node, List<String> titles) {
    if (node.isTextual()) {
      titles.add(node.asText());
    } else {
      node.forEach(inner -> titles(inner, titles));
    }
  }

  boolean isCalled(String header) {
    return titles.contains(header) || name.equals(header);
  }

  boolean isUntitled() {
    return titles.isEmpty();
  }

  /** What a header would call it: as references do, if one asks for it. */
  String heading(List<String> references) {
    String usual = name.isEmpty() && !titles.isEmpty() ? titles.get(0) : name;
    return references.stream().filter(this::isCalled).findFirst().orElse(usual);
  }

  /** Whether values come out as they stand. */
  boolean isPlain() {
    return nulls.isEmpty()
        && separator.isEmpty()
        && standard.isEmpty()
        && !required
        && datatype.isPlain();
  }

  /** What a cell says. */
  Cell cell(String written) {
    String text = written.isEmpty() ? standard : written;
    List<String> values = new ArrayList<>();
    for (String part : parts(text)) {
      if (part.isEmpty() || nulls.contains(part)) {
        continue;
      }
      Optional<String> value = datatype.value(part);
      if (value.isEmpty()) {
        return Cell.faulty("row.csvw", datatype.base() + ": " + part);
      }
      Optional<ValueBounds.Bound> broken = datatype.bounds().broken(value.get());
      if (broken.isPresent()) {
        return Cell.faulty("row.csvw-bound", part + ", " + broken.get());
      }
      values.add(value.get());
    }
    return values.isEmpty() && required
        ? Cell.faulty("row.csvw-required", heading(List.of()))
        : Cell.of(values);
  }

  private List<String> parts(String text) {
    return separator
        .map(between -> between.splitAsStream(text).map(String::strip).toList())
        .orElseGet(() -> List.of(text));
  }
}
