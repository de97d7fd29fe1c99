package org.machinami.web.rows;

import org.machinami.store.ledger.Hash;

/** Rows by the lines at which they begin, without what lies far between. */
public final class RowsAt {
  /** Going on costs less than seeking, up to so many lines. */
  private static final long NEAR = 1_000;

  private RowsAt() {}

  /** What is done with a row. */
  public interface Sink {
    /**
     * Takes a row.
     *
     * @param row with all the text of its geometries
     * @return whether to go on
     */
    boolean row(Selection.Row row);
  }

  /**
   * Gives rows to the sink, in the order in which they are stored.
   *
   * @param lines where these rows and their geometries begin, as {@link Blocks#line} said,
   *     ascending
   * @return whether the sink took all
   */
  public static boolean read(
      DataTables tables, Hash version, Shape.Table table, long[] lines, Sink sink) {
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
          if (!tables.classes().isRow(block, table)) {
            geometries.add(block, line);
          } else if (!sink.row(new Selection.Row(block.copy(), geometries.of(block)))) {
            return false;
          }
          at++;
          if (at == lines.length || lines[at] - line > NEAR) {
            break;
          }
        }
      }
    }
    return true;
  }
}
