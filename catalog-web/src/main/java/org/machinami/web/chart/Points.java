package org.machinami.web.chart;

import java.util.List;
import java.util.Objects;

/**
 * What a chart shows.
 *
 * @param skipped rows that have no value to show
 * @param whole whether every row was looked at
 */
record Points(Kind kind, List<Point> list, long skipped, boolean whole) {
  /** How it is drawn. */
  enum Kind {
    LINE,
    BARS,
    HISTOGRAM
  }

  Points {
    Objects.requireNonNull(kind, "kind");
    list = List.copyOf(list);
  }

  /**
   * A point.
   *
   * @param at where it stands along the axis: seconds of a time, lower end of a class of numbers,
   *     place in the order of bars
   * @param to upper end of a class of numbers, else the same as {@code at}
   * @param label what it is called; empty for a class of numbers
   * @param tag language of the label
   * @param rows how many rows it stands for
   */
  record Point(double at, double to, String label, String tag, double value, long rows) {}
}
