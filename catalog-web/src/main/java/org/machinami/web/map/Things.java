package org.machinami.web.map;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.jena.graph.Graph;
import org.locationtech.jts.geom.Geometry;
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

  /** Geometries of more text than this take seconds to read. */
  private static final long MOST_CHARACTERS = 20_000_000;

  private final DataTables tables;

  Things(DataTables tables) {
    this.tables = tables;
  }

  /**
   * Some rows as features.
   *
   * @param columns what their facts are facts of
   * @param whole whether all rows that were asked for are here
   * @param exact whether each has all of its corners
   */
  record Read(List<TableView.Head> columns, List<Feature> features, boolean whole, boolean exact) {}

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
    Drawn drawn = new Drawn(Mercator.pixel(zoom) / 2);
    boolean whole = RowsAt.read(tables, version, table, lines(ground, places), drawn);
    TableView view = tables.views().of(table, drawn.rows, about, language, MOST_COLUMNS);
    List<Feature> features = new ArrayList<>();
    for (int i = 0; i < drawn.rows.size(); i++) {
      TableView.Row row = view.rows().get(i);
      int place = places[i];
      features.add(
          new Feature(
              Feature.Kind.THING,
              row.thing().iri(),
              row.thing().text(),
              drawn.geometries.get(i),
              1,
              figures.map(f -> (double) f.value(place)).orElse(Double.NaN),
              facts(view.heads(), row)));
    }
    return new Read(view.heads(), features, whole, drawn.exact);
  }

  /** Rows with their geometries as they are drawn; the texts of these are not kept. */
  private static final class Drawn implements RowsAt.Sink {
    private final double distance;
    private final List<Selection.Row> rows = new ArrayList<>();
    private final List<Geometry> geometries = new ArrayList<>();
    private boolean exact = true;
    private long characters;

    Drawn(double distance) {
      this.distance = distance;
    }

    @Override
    public boolean row(Selection.Row row) {
      characters += row.places().stream().mapToLong(String::length).sum();
      if (characters > MOST_CHARACTERS) {
        return false;
      }
      // It was read when the place was found; its text has not changed since.
      Geometry geometry = Wkt.ofAll(row.places()).orElseThrow();
      Geometry thinned = Thinning.of(geometry, distance);
      exact &= thinned.getNumPoints() == geometry.getNumPoints();
      geometries.add(thinned);
      rows.add(new Selection.Row(row.block(), List.of()));
      return true;
    }
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
}
