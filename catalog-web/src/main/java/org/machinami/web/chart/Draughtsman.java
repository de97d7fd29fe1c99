package org.machinami.web.chart;

import java.text.NumberFormat;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.machinami.web.language.Language;

/** Draws points: places, bars and labels that stand inside the drawing. */
final class Draughtsman {
  private static final int WIDTH = 720;
  private static final int HEIGHT = 340;
  private static final int TOP = 16;
  private static final int BOTTOM = 36;
  private static final int RIGHT = 20;
  private static final int GAP = 8;
  private static final int BAR_ROW = 30;
  private static final int MOST_LABEL = 230;
  private static final int MOST_DOTS = 60;
  private static final int TIME_LABELS = 6;
  private static final double GAP_STEPS = 3.5;
  private static final double ASCII_WIDTH = 7.6;
  private static final double WIDE_WIDTH = 13.2;

  private final Language language;

  Draughtsman(Language language) {
    this.language = language;
  }

  Drawing draw(Points points) {
    return points.kind() == Points.Kind.BARS ? bars(points.list()) : upright(points);
  }

  /** A figure as people read it: three or more digits that matter. */
  String figure(double value) {
    double size = Math.abs(value);
    return number(value, value == Math.rint(value) || size >= 1000 ? 0 : size >= 10 ? 1 : 2);
  }

  private String number(double value, int decimals) {
    NumberFormat format = NumberFormat.getNumberInstance(language.locale());
    format.setMinimumFractionDigits(decimals);
    format.setMaximumFractionDigits(decimals);
    return format.format(value == 0 ? 0.0 : value); // no "-0"
  }

  /** The class of numbers that a bar of a histogram stands for. */
  String range(Points.Point point) {
    int decimals = new Ticks(point.at(), point.to(), point.to() - point.at()).decimals();
    return number(point.at(), decimals) + "–" + number(point.to(), decimals);
  }

  String name(Points.Kind kind, Points.Point point) {
    return kind == Points.Kind.HISTOGRAM ? range(point) : point.label();
  }

  private Drawing upright(Points points) {
    List<Points.Point> list = points.list();
    boolean line = points.kind() == Points.Kind.LINE;
    double least = list.stream().mapToDouble(Points.Point::value).min().orElse(0);
    double most = list.stream().mapToDouble(Points.Point::value).max().orElse(0);
    // A line whose values are far from zero is read by its shape; bars are read by their length.
    boolean fromZero = !line || (least >= 0 && least < most / 2);
    Ticks ticks = Ticks.around(fromZero ? Math.min(0, least) : least, most, 5);
    List<String> labels = ticks.all().stream().map(t -> number(t, ticks.decimals())).toList();
    double left = labels.stream().mapToDouble(Draughtsman::width).max().orElse(0) + 2 * GAP;
    Scale up = new Scale(ticks.first(), ticks.last(), HEIGHT - (double) BOTTOM, TOP);
    Scale across =
        new Scale(list.get(0).at(), list.get(list.size() - 1).to(), left, WIDTH - (double) RIGHT);
    List<Drawing.Rule> rules = new ArrayList<>();
    List<Drawing.Word> words = new ArrayList<>();
    for (int i = 0; i < labels.size(); i++) {
      double y = up.of(ticks.all().get(i));
      rules.add(
          new Drawing.Rule(svg(left), svg(y), svg(WIDTH - RIGHT), svg(y), ticks.all().get(i) == 0));
      words.add(new Drawing.Word(svg(left - GAP), svg(y + 4.5), "end", labels.get(i)));
    }
    List<Drawing.Bar> bars = new ArrayList<>();
    List<Drawing.Dot> dots = new ArrayList<>();
    StringBuilder path = new StringBuilder();
    double gap = gap(list);
    Points.Point before = null;
    for (Points.Point point : list) {
      double x = across.of(point.at());
      double y = up.of(point.value());
      String title = name(points.kind(), point) + "  " + figure(point.value());
      if (line) {
        boolean apart = before == null || point.at() - before.at() > gap;
        path.append(apart ? "M" : "L").append(svg(x)).append(' ').append(svg(y));
        before = point;
        if (list.size() <= MOST_DOTS) {
          dots.add(new Drawing.Dot(svg(x), svg(y), title));
        }
      } else {
        double width = Math.max(1, across.of(point.to()) - x - 1);
        bars.add(new Drawing.Bar(svg(x), svg(y), svg(width), svg(up.of(0) - y), title));
      }
    }
    words.addAll(line ? timeLabels(list, across) : edgeLabels(list, across));
    return new Drawing(WIDTH, HEIGHT, rules, List.of(), words, bars, path.toString(), dots);
  }

  /** What is further apart than this was not observed in between: the line breaks there. */
  private static double gap(List<Points.Point> list) {
    double[] steps =
        IntStream.range(1, list.size())
            .mapToDouble(i -> list.get(i).at() - list.get(i - 1).at())
            .sorted()
            .toArray();
    return steps.length == 0 ? 0 : GAP_STEPS * steps[steps.length / 2];
  }

  /** The points nearest to places that lie evenly along the axis. */
  private static List<Drawing.Word> timeLabels(List<Points.Point> list, Scale across) {
    List<Drawing.Word> words = new ArrayList<>();
    double from = list.get(0).at();
    double to = list.get(list.size() - 1).at();
    double free = -GAP;
    Set<Points.Point> labelled = new HashSet<>();
    for (int i = 0; i < TIME_LABELS; i++) {
      double wanted = from + (to - from) * i / (TIME_LABELS - 1);
      Points.Point nearest =
          list.stream()
              .min(Comparator.comparingDouble(p -> Math.abs(p.at() - wanted)))
              .orElseThrow();
      if (labelled.add(nearest)) {
        free = label(words, across.of(nearest.at()), nearest.label(), free);
      }
    }
    return words;
  }

  private List<Drawing.Word> edgeLabels(List<Points.Point> list, Scale across) {
    List<Drawing.Word> words = new ArrayList<>();
    double free = -GAP;
    for (Points.Point point : list) {
      free = label(words, across.of(point.at()), edge(point, point.at()), free);
    }
    Points.Point last = list.get(list.size() - 1);
    label(words, across.of(last.to()), edge(last, last.to()), free);
    return words;
  }

  private String edge(Points.Point point, double at) {
    return number(at, new Ticks(point.at(), point.to(), point.to() - point.at()).decimals());
  }

  /** Writes a label below the axis where there is room; gives where the next one may begin. */
  private static double label(List<Drawing.Word> words, double x, String text, double free) {
    double half = width(text) / 2;
    double middle = Math.min(WIDTH - half - 2, Math.max(half + 2, x));
    if (middle - half < free + 2 * GAP) {
      return free;
    }
    words.add(new Drawing.Word(svg(middle), svg(HEIGHT - 12), "middle", text));
    return middle + half;
  }

  private Drawing bars(List<Points.Point> list) {
    double least = Math.min(0, list.stream().mapToDouble(Points.Point::value).min().orElse(0));
    double most = Math.max(0, list.stream().mapToDouble(Points.Point::value).max().orElse(0));
    List<String> names = list.stream().map(p -> shortened(p.label())).toList();
    List<String> figures = list.stream().map(p -> figure(p.value())).toList();
    double left = names.stream().mapToDouble(Draughtsman::width).max().orElse(0) + 2 * GAP;
    double room = figures.stream().mapToDouble(Draughtsman::width).max().orElse(0) + 2 * GAP;
    double start = least < 0 ? left + room : left;
    Scale across = new Scale(least, most > least ? most : least + 1, start, WIDTH - room);
    int height = list.size() * BAR_ROW + 2 * GAP;
    double zero = across.of(0);
    List<Drawing.Rule> upright =
        List.of(new Drawing.Rule(svg(zero), "0", svg(zero), svg(height), true));
    List<Drawing.Word> words = new ArrayList<>();
    List<Drawing.Bar> bars = new ArrayList<>();
    for (int i = 0; i < list.size(); i++) {
      double end = across.of(list.get(i).value());
      double top = GAP + i * (double) BAR_ROW + 4;
      double middle = top + (BAR_ROW - 8) / 2.0 + 4.5;
      bars.add(
          new Drawing.Bar(
              svg(Math.min(zero, end)),
              svg(top),
              svg(Math.abs(end - zero)),
              svg(BAR_ROW - 8),
              list.get(i).label() + "  " + figures.get(i)));
      words.add(new Drawing.Word(svg(left - GAP), svg(middle), "end", names.get(i)));
      boolean below = list.get(i).value() < 0;
      words.add(
          new Drawing.Word(
              svg(below ? end - GAP : end + GAP),
              svg(middle),
              below ? "end" : "start",
              figures.get(i)));
    }
    return new Drawing(WIDTH, height, List.of(), upright, words, bars, "", List.of());
  }

  /** From values to places. */
  private record Scale(double low, double high, double from, double to) {
    double of(double value) {
      return high == low ? (from + to) / 2 : from + (value - low) / (high - low) * (to - from);
    }
  }

  /**
   * About how wide a label is: a Japanese character takes a square, a Latin one a little over half.
   */
  private static double width(String label) {
    return label.codePoints().mapToDouble(c -> c < 0x2E80 ? ASCII_WIDTH : WIDE_WIDTH).sum();
  }

  private static String shortened(String label) {
    if (width(label) <= MOST_LABEL) {
      return label;
    }
    int end = label.length();
    while (end > 0 && width(label.substring(0, end)) > MOST_LABEL - WIDE_WIDTH) {
      end = label.offsetByCodePoints(end, -1);
    }
    return label.substring(0, end) + "…";
  }

  /** At most one decimal, with a point. */
  private static String svg(double value) {
    double rounded = Math.round(value * 10) / 10.0;
    return rounded == Math.rint(rounded) ? Long.toString((long) rounded) : Double.toString(rounded);
  }
}
