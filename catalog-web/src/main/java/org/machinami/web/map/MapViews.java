package org.machinami.web.map;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.jena.graph.Graph;
import org.machinami.store.ledger.Hash;
import org.machinami.web.chart.ChartPage;
import org.machinami.web.dataset.DataMap;
import org.machinami.web.dataset.DatasetState;
import org.machinami.web.language.Language;
import org.machinami.web.language.Messages;
import org.machinami.web.language.Text;
import org.machinami.web.rdf.Described;
import org.machinami.web.rows.Column;
import org.machinami.web.rows.DataTables;
import org.machinami.web.rows.Kind;
import org.machinami.web.rows.Placing;
import org.machinami.web.rows.Selection;
import org.machinami.web.rows.Shape;
import org.machinami.web.rows.TableView;
import org.machinami.web.rows.TableViews;
import org.machinami.web.thing.MapView;

/** Makes the page of a map. */
final class MapViews {
  private static final int ROWS = 10;
  private static final int MOST_COLUMNS = 8;
  private static final long HEAD_LINES = 20_000;

  private final DataTables tables;
  private final String base;

  MapViews(DataTables tables, String base) {
    this.tables = tables;
    this.base = base;
  }

  /**
   * The page.
   *
   * @param placed the tables that can be drawn
   * @param table one of these
   * @param asked column to colour by, where the address names one
   */
  MapPage of(
      DatasetState state,
      Described dataset,
      List<Shape.Table> placed,
      Shape.Table table,
      MapQuery query,
      Optional<Column> asked,
      Language language) {
    Hash version = state.data().orElseThrow().version();
    Messages m = Messages.in(language);
    Graph about = dataset.graph();
    Optional<MapView> sketch = DataMap.of(tables.versions(), version, base);
    boolean cells = tables.placings().of(version, table) instanceof Placing.ByCell;
    List<Column> possible = FiguresReader.columns(table, cells);
    Optional<Column> colour =
        query.leavesColours() ? best(possible, cells || hasAreas(sketch)) : asked;
    List<Selection.Row> rows =
        tables.selector().head(version, table, HEAD_LINES).rows().stream().limit(ROWS).toList();
    return new MapPage(
        TableViews.graph(rows),
        state.id(),
        state.title(dataset, language),
        table,
        name(table, m),
        placed.stream()
            .map(
                t ->
                    new MapPage.Choice(
                        name(t, m),
                        t.rows(),
                        "datasets/" + state.id() + "/map" + t.query(),
                        t.equals(table)))
            .toList(),
        colours(table, possible, colour, about, m),
        sketch,
        tables.views().of(table, rows, about, language, MOST_COLUMNS));
  }

  /** Areas say little until they have colours; points are told apart by where they are. */
  private static Optional<Column> best(List<Column> possible, boolean areas) {
    return possible.stream().filter(c -> areas && c.kind() == Kind.NUMBER).findFirst();
  }

  private static boolean hasAreas(Optional<MapView> sketch) {
    return sketch.stream()
        .flatMap(map -> map.shapes().stream())
        .anyMatch(shape -> shape.kind().equals("area"));
  }

  private List<ChartPage.Option> colours(
      Shape.Table table, List<Column> possible, Optional<Column> chosen, Graph about, Messages m) {
    Map<Column, TableView.Head> heads = new HashMap<>();
    tables
        .views()
        .heads(table, about, m.language())
        .forEach(head -> heads.put(head.column(), head));
    List<ChartPage.Option> options = new ArrayList<>();
    options.add(new ChartPage.Option(MapQuery.PLAIN, m.text("map.plain"), chosen.isEmpty()));
    for (Column column : possible) {
      TableView.Head head = heads.get(column);
      String unit = head.unit().map(u -> m.text("download.unit", u.value())).orElse("");
      options.add(
          new ChartPage.Option(
              column.key(), head.label().value() + unit, chosen.map(column::equals).orElse(false)));
    }
    return options;
  }

  private Text name(Shape.Table table, Messages m) {
    return tables
        .views()
        .name(table, m.language())
        .orElseGet(() -> new Text(m.text("table.untyped"), m.language().tag()));
  }
}
