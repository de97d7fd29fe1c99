package org.machinami.web.rows;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * Which rows of a table, in which order.
 *
 * @param sort column to sort by; empty: as the rows are stored, by their IRIs
 * @param in column that must have the words; empty: any column
 * @param words what a cell must contain, however written; empty: anything
 * @param low lowest value of the column {@code in}, empty for none
 * @param high highest value of it, empty for none
 */
public record Choice(
    Optional<Column> sort,
    boolean descending,
    Optional<Column> in,
    String words,
    Optional<Bound> low,
    Optional<Bound> high) {
  /** As stored, all of them. */
  public static final Choice ALL =
      new Choice(Optional.empty(), false, Optional.empty(), "", Optional.empty(), Optional.empty());

  public Choice {
    Objects.requireNonNull(sort, "sort");
    Objects.requireNonNull(in, "in");
    Objects.requireNonNull(words, "words");
    boolean bounded = low.isPresent() || high.isPresent();
    if (bounded && !in.map(c -> c.kind().hasOrder()).orElse(false)) {
      throw new IllegalArgumentException("low and high need a column of numbers or times");
    }
  }

  /** Whether rows can be left out. */
  public boolean isFilter() {
    return !words.isEmpty() || low.isPresent() || high.isPresent();
  }

  /** The columns of a table of which it matters what the things in their cells are called. */
  List<Column> compared(Shape.Table table) {
    List<Column> compared = new ArrayList<>();
    sort.ifPresent(compared::add);
    if (!words.isEmpty()) {
      in.ifPresentOrElse(compared::add, () -> compared.addAll(table.columns()));
    }
    return compared;
  }

  /**
   * An end of a range.
   *
   * @param text as written; of a time its beginning, such as "2026-07"
   * @param number of it, NaN when the column holds times
   */
  public record Bound(String text, double number) {}
}
