package org.machinami.web.rows;

import java.util.ArrayList;
import java.util.List;
import org.machinami.store.ledger.Hash;

/** Rows by the lines at which they begin, without what lies far between. */
public final class RowsAt {
  /** Going on costs less than seeking, up to so many lines. */
  private static final long NEAR = 1_000;

  private RowsAt() {}

  /**
   * Reads rows with all the text of their geometries.
   *
   * @param lines where these rows and their geometries begin, as {@link Blocks#line} said,
   *     ascending
   * @return the rows, in the order in which they are stored
   */
  public static List<Selection.Row> read(
      DataTables tables, Hash version, Shape.Table table, long[] lines) {
    List<Selection.Row> rows = new ArrayList<>();
    Geometries geometries = new Geometries(Integer.MAX_VALUE);
    int at = 0;
    while (at < lines.length) {
      long start = lines[at];
      try (Blocks blocks = new Blocks(tables.versions().lines(version, start), Long.MAX_VALUE)) {
        for (Block block = blocks.next(); block != null; block = blocks.next()) {
          long line = start + blocks.line();
          if (line < lines[at]) {
            continue;
          }
          if (tables.classes().isRow(block, table)) {
            rows.add(new Selection.Row(block.copy(), geometries.of(block)));
          } else {
            geometries.add(block, line);
          }
          at++;
          if (at == lines.length || lines[at] - line > NEAR) {
            break;
          }
        }
      }
    }
    return rows;
  }
}
