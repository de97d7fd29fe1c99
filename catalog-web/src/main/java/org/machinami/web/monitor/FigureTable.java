package org.machinami.web.monitor;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.machinami.web.language.Text;
import org.machinami.web.page.ColumnWidth;

/**
 * A table of figures, as a page, as CSV and as JSON.
 *
 * @param id of its heading on the page
 * @param caption its heading
 * @param columns for people
 * @param keys of the columns, for programs
 * @param note below the heading, may be empty
 * @param most of its rows that a page shows; programs get all
 */
public record FigureTable(
    String id,
    String caption,
    List<String> columns,
    List<String> keys,
    List<List<Cell>> rows,
    String note,
    int most) {
  /** One that pages show as it is. */
  public FigureTable(
      String id,
      String caption,
      List<String> columns,
      List<String> keys,
      List<List<Cell>> rows,
      String note) {
    this(id, caption, columns, keys, rows, note, Integer.MAX_VALUE);
  }

  public FigureTable {
    columns = List.copyOf(columns);
    keys = List.copyOf(keys);
    rows = List.copyOf(rows);
    if (columns.size() != keys.size()) {
      throw new IllegalArgumentException("columns: " + columns.size() + ", keys: " + keys.size());
    }
  }

  /**
   * A cell.
   *
   * @param text for people
   * @param path of the page behind it, empty for none
   * @param value for programs
   * @param number whether it is one
   */
  public record Cell(Text text, String path, String value, boolean number) {
    public static Cell of(Text text, String path, String value) {
      return new Cell(text, path, value, false);
    }

    public static Cell number(String text, String path, long value) {
      return new Cell(new Text(text, ""), path, Long.toString(value), true);
    }
  }

  /** The rows that a page shows. */
  public List<List<Cell>> shown() {
    return rows.subList(0, Math.min(most, rows.size()));
  }

  /** The widths of the columns. */
  public List<ColumnWidth> widths() {
    List<ColumnWidth> widths = new ArrayList<>();
    for (int i = 0; i < columns.size(); i++) {
      int column = i;
      List<String> texts = new ArrayList<>(List.of(columns.get(i)));
      shown().forEach(row -> texts.add(row.get(column).text().value()));
      widths.add(ColumnWidth.of(texts));
    }
    return widths;
  }

  /** CSV with the keys as its head; text that a spreadsheet would run is disarmed. */
  public byte[] csv() {
    StringBuilder out = new StringBuilder(CsvLine.of(keys));
    for (List<Cell> row : rows) {
      out.append(CsvLine.of(row.stream().map(Cell::value).toList()));
    }
    return out.toString().getBytes(StandardCharsets.UTF_8);
  }

  /** The rows as objects. */
  List<Map<String, Object>> objects() {
    List<Map<String, Object>> objects = new ArrayList<>();
    for (List<Cell> row : rows) {
      Map<String, Object> object = new LinkedHashMap<>();
      for (int i = 0; i < keys.size(); i++) {
        Cell cell = row.get(i);
        object.put(keys.get(i), cell.number() ? Long.valueOf(cell.value()) : cell.value());
      }
      objects.add(object);
    }
    return objects;
  }
}
