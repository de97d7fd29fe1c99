package org.machinami.web.rows;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;

/**
 * Which tables a data graph holds.
 *
 * @param tables one for each class of things, the one with most rows first
 * @param lines how many lines were read for it
 * @param whole whether these were all; else there may be more rows, columns and tables
 */
public record Shape(List<Table> tables, long lines, boolean whole) {
  public Shape {
    tables = List.copyOf(tables);
  }

  /** The table of that key; the first one for an empty key. */
  public Optional<Table> find(String key) {
    return tables.stream().filter(t -> key.isEmpty() || t.key().equals(key)).findFirst();
  }

  /**
   * The things of a class.
   *
   * @param type IRI of the class; empty for things whose class is not said
   * @param key its name in addresses: the end of the IRI, unique within the graph
   * @param columns in the order in which they are shown
   */
  public record Table(String type, String key, long rows, List<Column> columns) {
    public Table {
      columns = List.copyOf(columns);
    }

    /** The query of an address that names this table. */
    public String query() {
      return "?class=" + URLEncoder.encode(key, StandardCharsets.UTF_8);
    }

    public Optional<Column> column(String name) {
      return columns.stream().filter(c -> c.key().equals(name)).findFirst();
    }

    /** Whether every row has the same one value there, so that a column would say nothing. */
    public boolean isConstant(Column column) {
      return rows > 1 && column.filled() == rows && column.values().size() == 1;
    }
  }
}
