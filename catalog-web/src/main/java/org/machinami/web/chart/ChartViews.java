package org.machinami.web.chart;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.machinami.store.ledger.Hash;
import org.machinami.web.dataset.DatasetState;
import org.machinami.web.language.Language;
import org.machinami.web.language.Messages;
import org.machinami.web.language.Text;
import org.machinami.web.rdf.Described;
import org.machinami.web.rows.Column;
import org.machinami.web.rows.DataTables;
import org.machinami.web.rows.Shape;
import org.machinami.web.rows.TableView;

/** From what is asked to a chart in words and places. Thread-safe. */
final class ChartViews {
  private final DataTables tables;
  private final PointsReader points;

  ChartViews(DataTables tables) {
    this.tables = tables;
    this.points = new PointsReader(tables);
  }

  ChartPage of(
      DatasetState state,
      Described dataset,
      Shape shape,
      Shape.Table table,
      Optional<ChartSpec> spec,
      Language language) {
    Messages m = Messages.in(language);
    Map<Column, TableView.Head> heads =
        tables.views().allHeads(table, dataset.graph(), language).stream()
            .collect(Collectors.toMap(TableView.Head::column, Function.identity()));
    Hash version = state.data().orElseThrow().version();
    return new ChartPage(
        dataset.graph(),
        state.id(),
        state.title(dataset, language),
        shape.tables().stream()
            .filter(t -> t.equals(table) || !ChartQuery.along(t).isEmpty())
            .map(t -> new ChartPage.Option(t.key(), name(t, m), t.equals(table)))
            .toList(),
        ChartQuery.along(table).stream()
            .map(
                c ->
                    new ChartPage.Option(
                        c.key(), label(heads, c), spec.map(s -> s.along().equals(c)).orElse(false)))
            .toList(),
        figures(table, spec, heads, m),
        measures(spec, m),
        spec.flatMap(s -> chart(version, table, s, heads, m)),
        tables.placings().isPlaced(version, shape));
  }

  private String name(Shape.Table table, Messages m) {
    return tables
        .views()
        .name(table, m.language())
        .map(Text::value)
        .orElseGet(() -> m.text("table.untyped"));
  }

  private static String label(Map<Column, TableView.Head> heads, Column column) {
    return heads.get(column).label().value();
  }

  private static List<ChartPage.Option> figures(
      Shape.Table table, Optional<ChartSpec> spec, Map<Column, TableView.Head> heads, Messages m) {
    List<ChartPage.Option> options = new ArrayList<>();
    options.add(
        new ChartPage.Option(
            ChartQuery.ROWS,
            m.text("chart.rows"),
            spec.map(s -> s.figure().isEmpty()).orElse(true)));
    for (Column column : ChartQuery.figures(table)) {
      boolean chosen = spec.flatMap(ChartSpec::figure).map(column::equals).orElse(false);
      options.add(new ChartPage.Option(column.key(), label(heads, column), chosen));
    }
    return options;
  }

  private static List<ChartPage.Option> measures(Optional<ChartSpec> spec, Messages m) {
    List<ChartPage.Option> options = new ArrayList<>();
    for (Measure measure : Measure.values()) {
      boolean chosen = spec.map(s -> s.measure() == measure).orElse(measure == Measure.MEAN);
      options.add(new ChartPage.Option(measure.key(), name(measure, m), chosen));
    }
    return options;
  }

  private static String name(Measure measure, Messages m) {
    return switch (measure) {
      case MEAN -> m.text("chart.mean");
      case SUM -> m.text("chart.sum");
      case LEAST -> m.text("chart.min");
      case MOST -> m.text("chart.max");
    };
  }

  private Optional<ChartPage.Chart> chart(
      Hash version,
      Shape.Table table,
      ChartSpec spec,
      Map<Column, TableView.Head> heads,
      Messages m) {
    Points drawn = points.read(version, table, spec, m.language());
    if (drawn.list().isEmpty()) {
      return Optional.empty();
    }
    Draughtsman draughtsman = new Draughtsman(m.language());
    boolean several = drawn.list().stream().anyMatch(p -> p.rows() > 1);
    String figure =
        spec.figure()
            .map(c -> figure(heads.get(c), spec, several, m))
            .orElseGet(() -> m.text("chart.rows"));
    String along = withUnit(heads.get(spec.along()), m);
    return Optional.of(
        new ChartPage.Chart(
            m.text("chart.caption", figure, along),
            draughtsman.draw(drawn),
            along,
            figure,
            drawn.list().stream()
                .map(
                    p ->
                        new ChartPage.Row(
                            new Text(draughtsman.name(drawn.kind(), p), p.tag()),
                            draughtsman.figure(p.value()),
                            p.rows()))
                .toList(),
            spec.figure().isEmpty(),
            drawn.skipped(),
            drawn.whole()));
  }

  private static String figure(TableView.Head head, ChartSpec spec, boolean several, Messages m) {
    String name = withUnit(head, m);
    return several ? m.text("chart.measured", name, name(spec.measure(), m)) : name;
  }

  private static String withUnit(TableView.Head head, Messages m) {
    return head.label().value()
        + head.unit().map(u -> m.text("download.unit", u.value())).orElse("");
  }
}
