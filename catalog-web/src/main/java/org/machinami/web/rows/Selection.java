package org.machinami.web.rows;

import java.util.List;

/**
 * Rows of a table, bounded.
 *
 * @param rows the first {@value #MOST_ROWS} in the order that was asked for, fewer when there are
 *     no more
 * @param matches how many rows there are in all
 * @param whole whether every row was looked at
 */
public record Selection(List<Row> rows, long matches, boolean whole) {
  /** What a reader can page through. */
  public static final int MOST_ROWS = 1_000;

  public Selection {
    rows = List.copyOf(rows);
  }

  /**
   * A thing.
   *
   * @param places beginnings of the texts of its geometries
   */
  public record Row(Block block, List<String> places) {
    public Row {
      places = List.copyOf(places);
    }
  }

  /** About how much memory it takes. */
  int bytes() {
    return rows.stream().mapToInt(r -> r.block().length() + 300).sum();
  }
}
