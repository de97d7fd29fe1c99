package org.machinami.web.chart;

import java.text.NumberFormat;
import java.util.ArrayList;
import java.util.List;
import org.machinami.web.language.Language;

/**
 * Columns of several series, one upon the other, in the units of their SVG.
 *
 * @param across lines of the background
 * @param words labels of both axes
 * @param bars the pieces, each with its series
 */
public record StackedColumns(
    int width, int height, List<Drawing.Rule> across, List<Drawing.Word> words, List<Piece> bars) {
  private static final int WIDTH = 720;
  private static final int HEIGHT = 280;
  private static final int TOP = 16;
  private static final int BOTTOM = 32;
  private static final int RIGHT = 8;
  private static final int GAP = 8;
  private static final double DIGIT = 8;
  private static final double LETTER = 7.8;

  public StackedColumns {
    across = List.copyOf(across);
    words = List.copyOf(words);
    bars = List.copyOf(bars);
  }

  /** A piece of a column, with what it says. */
  public record Piece(
      String series, String x, String y, String width, String height, String title) {}

  /**
   * A series.
   *
   * @param id names its colour in the styles
   * @param values one for each column
   */
  public record Series(String id, String name, List<Integer> values) {
    public Series {
      values = List.copyOf(values);
    }
  }

  /** Draws; the labels stand below the columns where there is room. */
  public static StackedColumns of(List<String> labels, List<Series> series, Language language) {
    NumberFormat numbers = NumberFormat.getIntegerInstance(language.locale());
    int most = 0;
    for (int i = 0; i < labels.size(); i++) {
      int at = i;
      most = Math.max(most, series.stream().mapToInt(one -> one.values().get(at)).sum());
    }
    Ticks ticks = Ticks.around(0, Math.max(most, 4), 4);
    List<String> marks = ticks.all().stream().map(tick -> numbers.format(tick)).toList();
    double left = marks.stream().mapToInt(String::length).max().orElse(0) * DIGIT + 2 * GAP;
    double scale = (HEIGHT - BOTTOM - TOP) / ticks.last();
    List<Drawing.Rule> across = new ArrayList<>();
    List<Drawing.Word> words = new ArrayList<>();
    for (int i = 0; i < marks.size(); i++) {
      double y = HEIGHT - BOTTOM - ticks.all().get(i) * scale;
      across.add(new Drawing.Rule(svg(left), svg(y), svg(WIDTH - RIGHT), svg(y), i == 0));
      words.add(new Drawing.Word(svg(left - GAP), svg(y + 4.5), "end", marks.get(i)));
    }
    double step = (WIDTH - RIGHT - left) / Math.max(1, labels.size());
    double free = 0;
    List<Piece> bars = new ArrayList<>();
    for (int i = 0; i < labels.size(); i++) {
      double x = left + i * step;
      double floor = HEIGHT - BOTTOM;
      for (Series one : series) {
        int value = one.values().get(i);
        if (value > 0) {
          double height = value * scale;
          floor -= height;
          bars.add(
              new Piece(
                  one.id(),
                  svg(x + step * 0.15),
                  svg(floor),
                  svg(step * 0.7),
                  svg(Math.max(height, 0.5)),
                  labels.get(i) + "  " + one.name() + "  " + numbers.format(value)));
        }
      }
      double half = labels.get(i).length() * LETTER / 2;
      double middle = Math.min(x + step / 2, WIDTH - half);
      if (middle - half >= free) {
        words.add(new Drawing.Word(svg(middle), svg(HEIGHT - 10), "middle", labels.get(i)));
        free = middle + half + GAP;
      }
    }
    return new StackedColumns(WIDTH, HEIGHT, across, words, bars);
  }

  private static String svg(double value) {
    double rounded = Math.round(value * 10) / 10.0;
    return rounded == Math.rint(rounded) ? Long.toString((long) rounded) : Double.toString(rounded);
  }
}
