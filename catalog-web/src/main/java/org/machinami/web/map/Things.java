package org.machinami.web.map;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.jena.graph.Graph;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.simplify.DouglasPeuckerSimplifier;
import org.machinami.store.ledger.Hash;
import org.machinami.web.language.Language;
import org.machinami.web.rows.DataTables;
import org.machinami.web.rows.Kind;
import org.machinami.web.rows.RowsAt;
import org.machinami.web.rows.Selection;
import org.machinami.web.rows.Shape;
import org.machinami.web.rows.TableView;
import org.machinami.web.thing.Wkt;

/** Reads rows as features. Thread-safe. */
final class Things {
  /** A column more is found on the page of the thing. */
  private static final int MOST_COLUMNS = 16;

  private final DataTables tables;

  Things(DataTables tables) {
    this.tables = tables;
  }

  /**
   * Some rows as features.
   *
   * @param columns what their facts are facts of
   * @param exact whether each has all of its corners
   */
  record Read(List<TableView.Head> columns, List<Feature> features, boolean exact) {}

  /**
   * Reads rows by the numbers of their places.
   *
   * @param places ascending
   * @param zoom corners that cannot be told apart there are left out
   */
  Read read(
      Hash version,
      Shape.Table table,
      Ground.Things ground,
      int[] places,
      Optional<Figures> figures,
      double zoom,
      Graph about,
      Language language) {
    List<Selection.Row> rows = RowsAt.read(tables, version, table, lines(ground, places));
    TableView view = tables.views().of(table, rows, about, language, MOST_COLUMNS);
    double tolerance = Mercator.pixel(zoom) / 2;
    boolean exact = true;
    List<Feature> features = new ArrayList<>();
    for (int i = 0; i < rows.size(); i++) {
      Optional<Geometry> whole = Wkt.ofAll(rows.get(i).places());
      if (whole.isEmpty()) {
        continue;
      }
      Geometry drawn = simplified(whole.get(), tolerance);
      exact &= drawn.getNumPoints() == whole.get().getNumPoints();
      TableView.Row row = view.rows().get(i);
      int place = places[i];
      features.add(
          new Feature(
              Feature.Kind.THING,
              row.thing().iri(),
              row.thing().text(),
              drawn,
              1,
              figures.map(f -> (double) f.value(place)).orElse(Double.NaN),
              facts(view.heads(), row)));
    }
    return new Read(view.heads(), features, exact);
  }

  private static long[] lines(Ground.Things ground, int[] places) {
    List<Long> lines = new ArrayList<>(2 * places.length);
    for (int place : places) {
      lines.add((long) ground.line(place));
      for (int i = 0; i < ground.geometries(place); i++) {
        lines.add((long) ground.geometryLine(place, i));
      }
    }
    return lines.stream().mapToLong(Long::longValue).distinct().sorted().toArray();
  }

  private static List<Feature.Fact> facts(List<TableView.Head> heads, TableView.Row row) {
    List<Feature.Fact> facts = new ArrayList<>();
    for (int i = 0; i < heads.size(); i++) {
      if (heads.get(i).column().kind() != Kind.PLACE && !row.cells().get(i).isEmpty()) {
        facts.add(new Feature.Fact(i, row.cells().get(i)));
      }
    }
    return facts;
  }

  /** What becomes smaller than can be seen is drawn as the rectangle around it. */
  private static Geometry simplified(Geometry geometry, double tolerance) {
    if (geometry.getDimension() == 0) {
      return geometry;
    }
    DouglasPeuckerSimplifier simplifier = new DouglasPeuckerSimplifier(geometry);
    simplifier.setDistanceTolerance(tolerance);
    simplifier.setEnsureValid(false);
    Geometry simple = simplifier.getResultGeometry();
    return simple.isEmpty()
        ? new GeometryFactory().toGeometry(geometry.getEnvelopeInternal())
        : simple;
  }
}
