package org.machinami.web.rows;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import org.machinami.web.language.Text;
import org.machinami.web.page.ColumnWidth;
import org.machinami.web.page.Value;

/**
 * Rows of a table in one language.
 *
 * @param rows in the order that was asked for
 * @param constants what is the same in every row, and so has no column
 */
public record TableView(List<Head> heads, List<Row> rows, List<Constant> constants) {
  public TableView {
    heads = List.copyOf(heads);
    rows = List.copyOf(rows);
    constants = List.copyOf(constants);
  }

  /**
   * The widths of all columns, that of the things first.
   *
   * @param thing the head of the first column
   */
  public List<ColumnWidth> widths(String thing) {
    List<ColumnWidth> widths = new ArrayList<>();
    List<String> names = new ArrayList<>(List.of(thing));
    rows.forEach(row -> names.add(row.thing().text().value()));
    widths.add(ColumnWidth.of(names));
    for (int i = 0; i < heads.size(); i++) {
      int column = i;
      List<String> texts = new ArrayList<>(List.of(heads.get(i).label().value()));
      heads.get(i).unit().ifPresent(unit -> texts.add(unit.value()));
      rows.forEach(row -> texts.add(line(row.cells().get(column))));
      widths.add(ColumnWidth.of(texts));
    }
    return widths;
  }

  /** The values as the page writes them one after the other. */
  private static String line(List<Value> values) {
    return values.stream().map(value -> value.text().value()).collect(Collectors.joining("、"));
  }

  /** The keys of the messages that say what a kind is. */
  public static String kindKey(Kind kind) {
    return switch (kind) {
      case NUMBER -> "table.kind.number";
      case TIME -> "table.kind.time";
      case BOOLEAN -> "table.kind.boolean";
      case TEXT -> "table.kind.text";
      case THING, PART -> "table.kind.thing";
      case PLACE -> "table.kind.place";
    };
  }

  /**
   * The head of a column.
   *
   * @param explanation what the values mean, where somebody says so
   * @param unit of the values, empty for none
   */
  public record Head(Column column, Text label, Optional<Text> explanation, Optional<Text> unit) {
    public Head {
      Objects.requireNonNull(column, "column");
    }

    public boolean isNumber() {
      return column.kind() == Kind.NUMBER;
    }
  }

  /**
   * A thing.
   *
   * @param thing its name and address
   * @param cells the values for each head, in their order
   */
  public record Row(Value thing, List<List<Value>> cells) {
    public Row {
      cells = List.copyOf(cells);
    }
  }

  /** A value that all rows share. */
  public record Constant(Text label, List<Value> values) {}
}
