package org.machinami.web.ckan;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.apache.jena.graph.Node;
import org.machinami.web.download.MachineCsv;
import org.machinami.web.rows.Column;
import org.machinami.web.rows.Kind;
import org.machinami.web.rows.Shape;

/**
 * The columns of a table under the names that {@code data.csv} has, with the types of CKAN's
 * datastore. Immutable.
 */
final class DatastoreTable {
  /** Number of the row in the order of the data, from 1. */
  static final String NUMBER = "_id";

  private static final String IRI = "iri";

  private final Map<String, Field> fields = new LinkedHashMap<>();

  /**
   * A column.
   *
   * @param column index among the columns of the table; -1 for the number, -2 for the IRI
   * @param tag language of its values; empty for those without one
   * @param type one of CKAN's
   * @param isPlace whether its values are geometries
   */
  record Field(String name, int column, String tag, String type, boolean isPlace) {}

  DatastoreTable(Shape.Table table) {
    put(new Field(NUMBER, -1, "", "int", false));
    put(new Field(IRI, -2, "", "text", false));
    List<Column> columns = table.columns();
    for (int i = 0; i < columns.size(); i++) {
      Column column = columns.get(i);
      boolean place = column.kind() == Kind.PLACE;
      for (String tag : place ? List.of("") : MachineCsv.tags(column)) {
        String name = MachineCsv.name(column.key(), tag);
        put(new Field(name, i, tag, type(column, tag), place));
      }
    }
  }

  private void put(Field field) {
    fields.putIfAbsent(field.name(), field);
  }

  private static String type(Column column, String tag) {
    if (!tag.isEmpty() || column.several()) {
      return "text";
    }
    return switch (column.kind()) {
      case NUMBER -> "numeric";
      case BOOLEAN -> "bool";
      case TIME ->
          column.datatype().equals("date") || column.datatype().startsWith("dateTime")
              ? "timestamp"
              : "text";
      default -> "text";
    };
  }

  Optional<Field> find(String name) {
    return Optional.ofNullable(fields.get(name));
  }

  List<Field> all() {
    return List.copyOf(fields.values());
  }

  /** Names of all columns, for messages. */
  String names() {
    return String.join(", ", fields.keySet());
  }

  static ArrayNode json(List<Field> fields) {
    ArrayNode json = JsonNodeFactory.instance.arrayNode();
    fields.forEach(field -> json.addObject().put("id", field.name()).put("type", field.type()));
    return json;
  }

  /**
   * A row of the table.
   *
   * @param number from 1
   * @param values for each column of the table
   * @param places well-known texts of its geometries
   */
  record Row(long number, String iri, List<List<Node>> values, List<String> places) {
    Row {
      values = List.copyOf(values);
      places = List.copyOf(places);
    }
  }

  /** What a cell says; empty when the row has no value there. */
  String text(Row row, Field field) {
    if (field.column() == -1) {
      return Long.toString(row.number());
    } else if (field.column() == -2) {
      return row.iri();
    }
    if (field.isPlace()) {
      return MachineCsv.geometry(row.places());
    }
    return row.values().get(field.column()).stream()
        .filter(value -> MachineCsv.tag(value).equals(field.tag()))
        .map(MachineCsv::text)
        .collect(Collectors.joining(MachineCsv.PART));
  }

  /**
   * A cell as JSON: numbers and truth values as such where they are well-formed.
   *
   * @param text what the cell says
   */
  static void put(ObjectNode json, Field field, String text) {
    if (text.isEmpty()) {
      json.putNull(field.name());
      return;
    }
    boolean written =
        switch (field.type()) {
          case "int", "numeric" -> {
            Optional<BigDecimal> number = number(text);
            number.ifPresent(n -> json.put(field.name(), n));
            yield number.isPresent();
          }
          case "bool" -> bool(json, field.name(), text);
          default -> false;
        };
    if (!written) {
      json.put(field.name(), text);
    }
  }

  private static boolean bool(ObjectNode json, String name, String text) {
    boolean yes = text.equals("true") || text.equals("1");
    if (yes || text.equals("false") || text.equals("0")) {
      json.put(name, yes);
      return true;
    }
    return false;
  }

  /** A number that JSON can hold in few digits. */
  static Optional<BigDecimal> number(String text) {
    try {
      BigDecimal number = new BigDecimal(text);
      return Math.abs(number.scale()) > 400 ? Optional.empty() : Optional.of(number);
    } catch (NumberFormatException e) {
      return Optional.empty();
    }
  }
}
