package org.machinami.loader.proposal;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.machinami.loader.source.SourceInspector;

/** Gathers what a reader tells of a file. Not thread-safe. */
final class RowsSeen implements SourceInspector {

  private static final int MOST_MEMBERS = 300;
  private static final int FIRST_ROWS = 5_000;
  private static final int FIRST_CHARACTERS = 4_000_000;
  private static final int DEEPEST = 4;

  private final boolean geographic;
  private final ColumnCounter.Budget budget = new ColumnCounter.Budget();
  private final Map<String, ColumnCounter> columns = new LinkedHashMap<>();
  private final List<Map<String, String>> first = new ArrayList<>();
  private List<String> header = List.of();
  private Map<String, String> row = new LinkedHashMap<>();
  private int characters;
  private boolean beyond;
  private long rows;

  RowsSeen(boolean geographic) {
    this.geographic = geographic;
  }

  @Override
  public void header(List<String> names) {
    header = names.stream().map(String::strip).toList();
    header.stream()
        .filter(name -> !name.isEmpty())
        .forEach(name -> columns.putIfAbsent(name, new ColumnCounter(name, budget)));
  }

  @Override
  public void cell(int column, char[] buffer, int offset, int length) {
    beyond |= column >= header.size();
    if (column < header.size() && !header.get(column).isEmpty()) {
      add(header.get(column), new String(buffer, offset, length));
    }
  }

  @Override
  public void endRow(long number, int cells) {
    endRow();
  }

  @Override
  public void record(long number, JsonNode record) {
    if (geographic) {
      members("", record.path("properties"), 0);
      if (record.path("geometry").isObject()) {
        add(
            "geometry.wkt",
            record.path("geometry").path("type").asText("").toUpperCase(Locale.ROOT) + " (…)");
      }
    } else {
      members("", record, 0);
    }
    endRow();
  }

  private void members(String path, JsonNode node, int depth) {
    if (node.isObject() && depth < DEEPEST) {
      node.properties()
          .forEach(
              member ->
                  members(joined(path, member.getKey(), depth), member.getValue(), depth + 1));
    } else if (node.isArray() && isPosition(node)) {
      add(path + "[0]", node.get(0).asText());
      add(path + "[1]", node.get(1).asText());
    } else if (node.isArray() && depth < DEEPEST) {
      node.forEach(element -> members(path + "[*]", element, depth + 1));
    } else if (node.isValueNode() && !node.isNull()) {
      add(path.isEmpty() ? "$" : path, node.asText());
    }
  }

  /** Two numbers with fractions: longitude and latitude. */
  private static boolean isPosition(JsonNode node) {
    return node.size() == 2
        && node.get(0).isNumber()
        && node.get(1).isNumber()
        && !node.get(0).isInt();
  }

  /** As references of a mapping are written; the properties of a Feature go by their own names. */
  private String joined(String path, String member, int depth) {
    boolean plain =
        member.chars().noneMatch(c -> ".[]*?()'\"$".indexOf(c) >= 0) && !member.startsWith("@");
    if (geographic && depth == 0) {
      return member;
    }
    if (plain && member.indexOf('-') < 0) {
      return path.isEmpty() ? member : path + "." + member;
    }
    return path + "['" + member.replace("\\", "\\\\").replace("'", "\\'") + "']";
  }

  private void add(String reference, String value) {
    ColumnCounter counter = columns.get(reference);
    if (counter == null) {
      if (columns.size() == MOST_MEMBERS) {
        return;
      }
      counter = new ColumnCounter(reference, budget);
      columns.put(reference, counter);
    }
    counter.add(rows, value);
    if (!value.isBlank() && first.size() < FIRST_ROWS && characters < FIRST_CHARACTERS) {
      row.putIfAbsent(reference, value);
      characters += value.length();
    }
  }

  private void endRow() {
    if (row.isEmpty() && first.size() < FIRST_ROWS && characters < FIRST_CHARACTERS) {
      return; // a blank row is none
    }
    rows++;
    if (!row.isEmpty()) {
      first.add(row);
      row = new LinkedHashMap<>();
    }
  }

  long rows() {
    return rows;
  }

  List<Map<String, String>> first() {
    return first;
  }

  List<ColumnProfile> profiles() {
    return columns.values().stream().map(column -> column.profile(rows)).toList();
  }

  /** Names in the header that say something. */
  long named() {
    return header.stream().filter(name -> !name.isEmpty()).count();
  }

  /** Whether there is one column only, in the rows, too. */
  boolean isNarrow() {
    return header.size() == 1 && !beyond;
  }
}
