package org.machinami.web.chart;

import java.util.List;

/**
 * A chart in the units of its SVG, y downwards; numbers are written as SVG wants them.
 *
 * @param across lines of the background across the drawing
 * @param upright lines of the background from top to bottom
 * @param path of a line, empty for none
 */
public record Drawing(
    int width,
    int height,
    List<Rule> across,
    List<Rule> upright,
    List<Word> words,
    List<Bar> bars,
    String path,
    List<Dot> dots) {
  public Drawing {
    across = List.copyOf(across);
    upright = List.copyOf(upright);
    words = List.copyOf(words);
    bars = List.copyOf(bars);
    dots = List.copyOf(dots);
  }

  /** A line of the background. */
  public record Rule(String x1, String y1, String x2, String y2, boolean zero) {}

  /**
   * A label.
   *
   * @param anchor "start", "middle" or "end"
   */
  public record Word(String x, String y, String anchor, String text) {}

  /** A bar, with what it says. */
  public record Bar(String x, String y, String width, String height, String title) {}

  /** A point of a line, with what it says. */
  public record Dot(String x, String y, String title) {}
}
