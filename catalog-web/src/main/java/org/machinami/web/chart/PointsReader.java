package org.machinami.web.chart;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.machinami.store.ledger.Hash;
import org.machinami.web.language.Language;
import org.machinami.web.language.Messages;
import org.machinami.web.language.Text;
import org.machinami.web.rows.Block;
import org.machinami.web.rows.Blocks;
import org.machinami.web.rows.Called;
import org.machinami.web.rows.Column;
import org.machinami.web.rows.DataTables;
import org.machinami.web.rows.Kind;
import org.machinami.web.rows.RowCells;
import org.machinami.web.rows.Shape;

/** Gathers the points of a chart in a pass over the rows, and keeps them. Thread-safe. */
final class PointsReader {
  private static final long MOST_LINES = 10_000_000;
  private static final int MOST_HELD = 4_000;
  private static final int MOST_TIMES = 200;
  private static final int MOST_BARS = 24;
  private static final int BINS = 20;
  private static final int MOST_KEPT = 500;

  private final DataTables tables;
  private final Cache<Asked, Points> kept = Caffeine.newBuilder().maximumSize(MOST_KEPT).build();

  private record Asked(Hash version, String type, ChartSpec spec, Language language, long names) {}

  PointsReader(DataTables tables) {
    this.tables = tables;
  }

  Points read(Hash version, Shape.Table table, ChartSpec spec, Language language) {
    long names = tables.cellNames().state(List.of(spec.along()));
    return kept.get(
        new Asked(version, table.type(), spec, language, names),
        asked ->
            switch (spec.kind()) {
              case LINE -> line(version, table, spec);
              case BARS -> bars(version, table, spec, language);
              case HISTOGRAM -> histogram(version, table, spec);
            });
  }

  private interface Visit {
    /** Whether the row could be shown. */
    boolean row(Block block, RowCells cells);
  }

  private record Pass(long skipped, boolean whole) {}

  private Pass pass(Hash version, Shape.Table table, Visit visit) {
    RowCells cells = new RowCells();
    long skipped = 0;
    try (Blocks blocks = new Blocks(tables.versions().lines(version), MOST_LINES)) {
      for (Block block = blocks.next(); block != null; block = blocks.next()) {
        if (tables.classes().isRow(block, table) && !visit.row(block, cells)) {
          skipped++;
        }
      }
      return new Pass(skipped, blocks.isWhole());
    }
  }

  /** The figure of a row: that of the column, else 1, so that rows are counted by their sum. */
  private static double figure(ChartSpec spec, Block block, RowCells cells) {
    return spec.figure().map(c -> cells.number(block, c)).orElse(1.0);
  }

  private Points line(Hash version, Shape.Table table, ChartSpec spec) {
    TimeBuckets buckets = new TimeBuckets(MOST_HELD);
    Set<String> times = new HashSet<>(); // those known to be some: they mostly come again
    Pass pass =
        pass(
            version,
            table,
            (block, cells) -> {
              Optional<String> time = cells.lexical(block, spec.along());
              double figure = figure(spec, block, cells);
              boolean shown =
                  time.isPresent() && Double.isFinite(figure) && isTime(time.get(), times);
              if (shown) {
                buckets.add(time.get(), figure);
              }
              return shown;
            });
    List<Points.Point> points = new ArrayList<>();
    buckets
        .points(MOST_TIMES)
        .forEach(
            (time, tally) -> {
              double at = seconds(time);
              points.add(
                  new Points.Point(
                      at, at, time.replace('T', ' '), "", value(spec, tally), tally.count()));
            });
    return new Points(Points.Kind.LINE, points, pass.skipped(), pass.whole());
  }

  private static boolean isTime(String time, Set<String> known) {
    if (known.contains(time)) {
      return true;
    }
    boolean is = !seconds(time).isNaN();
    if (is && known.size() < MOST_HELD) {
      known.add(time);
    }
    return is;
  }

  private static double value(ChartSpec spec, Tally tally) {
    return spec.figure().isEmpty() ? tally.count() : tally.value(spec.measure());
  }

  private Points bars(Hash version, Shape.Table table, ChartSpec spec, Language language) {
    Called called = tables.cellNames().of(version, table, List.of(spec.along()), language);
    Map<Text, Tally> tallies = new HashMap<>();
    Pass pass =
        pass(
            version,
            table,
            (block, cells) -> {
              double figure = figure(spec, block, cells);
              List<Text> classes = cells.words(block, spec.along(), called);
              boolean shown = !classes.isEmpty() && Double.isFinite(figure);
              if (shown) {
                classes.forEach(c -> add(tallies, c, figure));
              }
              return shown;
            });
    List<Map.Entry<Text, Tally>> sorted =
        tallies.entrySet().stream()
            .sorted(
                Comparator.comparingDouble((Map.Entry<Text, Tally> e) -> -value(spec, e.getValue()))
                    .thenComparing(e -> e.getKey().value()))
            .toList();
    List<Points.Point> points = new ArrayList<>();
    sorted.stream()
        .limit(MOST_BARS)
        .forEach(
            e ->
                points.add(
                    new Points.Point(
                        points.size(),
                        points.size(),
                        e.getKey().value(),
                        e.getKey().tag(),
                        value(spec, e.getValue()),
                        e.getValue().count())));
    if (sorted.size() > MOST_BARS) {
      Tally rest = new Tally();
      sorted.subList(MOST_BARS, sorted.size()).forEach(e -> rest.add(e.getValue()));
      String name = Messages.in(language).text("chart.rest", sorted.size() - MOST_BARS);
      points.add(
          new Points.Point(
              MOST_BARS, MOST_BARS, name, language.tag(), value(spec, rest), rest.count()));
    }
    return new Points(Points.Kind.BARS, points, pass.skipped(), pass.whole());
  }

  private static void add(Map<Text, Tally> tallies, Text name, double figure) {
    Tally tally = tallies.get(name);
    if (tally == null && tallies.size() < MOST_HELD) {
      tally = new Tally();
      tallies.put(name, tally);
    }
    if (tally != null) {
      tally.add(figure);
    }
  }

  private Points histogram(Hash version, Shape.Table table, ChartSpec spec) {
    Column along = spec.along();
    Tally range = new Tally();
    Pass pass =
        pass(
            version,
            table,
            (block, cells) -> {
              double number = cells.number(block, along);
              if (Double.isFinite(number)) {
                range.add(number);
              }
              return Double.isFinite(number);
            });
    if (range.count() == 0) {
      return new Points(Points.Kind.HISTOGRAM, List.of(), pass.skipped(), pass.whole());
    }
    Ticks ticks = Ticks.around(range.value(Measure.LEAST), range.value(Measure.MOST), BINS);
    int bins = ticks.all().size() - 1;
    long[] counts = new long[bins];
    pass(
        version,
        table,
        (block, cells) -> {
          double number = cells.number(block, along);
          if (Double.isFinite(number)) {
            int bin = (int) Math.floor((number - ticks.first()) / ticks.step() + 1e-9);
            counts[Math.min(bins - 1, Math.max(0, bin))]++;
          }
          return true;
        });
    List<Points.Point> points = new ArrayList<>();
    for (int i = 0; i < bins; i++) {
      double from = ticks.first() + i * ticks.step();
      points.add(new Points.Point(from, from + ticks.step(), "", "", counts[i], counts[i]));
    }
    return new Points(Points.Kind.HISTOGRAM, points, pass.skipped(), pass.whole());
  }

  /** Seconds of the beginning of a time, without regard to its offset; NaN for what is none. */
  static Double seconds(String time) {
    String start = "0000-01-01T00:00";
    if (time.length() < 4) {
      return Double.NaN;
    }
    String text =
        time.length() >= 16 ? time.substring(0, 16) : time + start.substring(time.length());
    try {
      return (double) LocalDateTime.parse(text).toEpochSecond(ZoneOffset.UTC);
    } catch (DateTimeParseException | IndexOutOfBoundsException e) {
      return Double.NaN;
    }
  }

  /** Whether a column can be gone along. */
  static Optional<Points.Kind> kindOf(Shape.Table table, Column column) {
    boolean constant = table.isConstant(column);
    return switch (column.kind()) {
      case TIME -> constant ? Optional.empty() : Optional.of(Points.Kind.LINE);
      case NUMBER -> constant ? Optional.empty() : Optional.of(Points.Kind.HISTOGRAM);
      case THING, TEXT, BOOLEAN ->
          constant || column.values().size() < 2 || column.isName()
              ? Optional.empty()
              : Optional.of(Points.Kind.BARS);
      case PLACE, PART -> Optional.empty();
    };
  }

  /** Whether a column holds figures. */
  static boolean isFigure(Column column) {
    return column.kind() == Kind.NUMBER;
  }
}
