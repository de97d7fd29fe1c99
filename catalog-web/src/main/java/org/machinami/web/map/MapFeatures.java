package org.machinami.web.map;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.jena.graph.Graph;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.GeometryFactory;
import org.machinami.store.ledger.Hash;
import org.machinami.store.search.Box;
import org.machinami.web.language.Language;
import org.machinami.web.language.Messages;
import org.machinami.web.language.Text;
import org.machinami.web.page.Value;
import org.machinami.web.rows.CellWords;
import org.machinami.web.rows.Column;
import org.machinami.web.rows.DataTables;
import org.machinami.web.rows.Shape;
import org.machinami.web.rows.TableView;

/**
 * The features that a map shows of a rectangle: each place by itself where there are few, else
 * those that lie close together as one. Thread-safe.
 */
final class MapFeatures {
  /** More cannot be told apart, and take long to send and to draw. */
  static final int MOST_FEATURES = 3_000;

  /** Before compression. */
  static final int MOST_BYTES = 3_000_000;

  private static final int FIT_PIXELS = 900;
  private static final MathContext MEAN = new MathContext(4);
  private static final Box WORLD = new Box(-180, -90, 180, 90);

  private final DataTables tables;
  private final Grounds grounds;
  private final FiguresReader figures;
  private final Things things;

  MapFeatures(DataTables tables, Grounds grounds) {
    this.tables = tables;
    this.grounds = grounds;
    this.figures = new FiguresReader(tables);
    this.things = new Things(tables);
  }

  /**
   * The features as GeoJSON.
   *
   * @param colour column to colour by
   * @param about what the dataset says of its columns
   */
  byte[] of(
      Hash version,
      Shape.Table table,
      MapQuery query,
      Optional<Column> colour,
      Graph about,
      Language language) {
    Ground ground = grounds.of(version, table);
    Optional<Box> around = ground.boxes().around();
    Box box = query.box().or(() -> around).orElse(WORLD);
    double zoom = query.zoom().orElseGet(() -> Mercator.fitting(box, FIT_PIXELS));
    int[] places = ground.boxes().touching(box);
    Optional<Figures> values =
        colour.map(column -> figures.of(version, table, ground, column, language));
    List<TableView.Head> heads = tables.views().allHeads(table, about, language);
    Messages m = Messages.in(language);
    Optional<Answer.Colour> coloured =
        colour.map(
            column -> new Answer.Colour(column(heads, column), Legend.of(values.orElseThrow(), m)));
    Known known = new Known(around, ground.boxes().together(), ground, places.length, coloured);
    if (ground instanceof Ground.Cells cells) {
      return cells(cells, places, colour, known, heads, m);
    }
    Ground.Things ofThings = (Ground.Things) ground;
    if (places.length <= MOST_FEATURES) {
      Things.Read read =
          things.read(version, table, ofThings, places, values, zoom, about, language);
      boolean complete = read.exact() && places.length == ground.boxes().size();
      Optional<byte[]> json =
          Optional.of(read)
              .filter(Things.Read::whole)
              .flatMap(r -> json(known.answer(complete, columns(r.columns()), r.features())));
      if (json.isPresent()) {
        return json.get();
      }
    }
    List<Clusters.Cluster> clusters =
        List.copyOf(Clusters.of(ground.boxes(), places, values, zoom, MOST_FEATURES));
    int[] single =
        clusters.stream()
            .filter(c -> c.count() == 1)
            .mapToInt(Clusters.Cluster::first)
            .sorted()
            .toArray();
    Things.Read read = things.read(version, table, ofThings, single, values, zoom, about, language);
    boolean numbers = values.map(Figures::areNumbers).orElse(false);
    List<Feature> together =
        clusters.stream()
            .filter(c -> c.count() > 1)
            .map(c -> c.feature(numbers, language))
            .toList();
    List<Feature> all = Stream.concat(together.stream(), read.features().stream()).toList();
    return Optional.of(all)
        .filter(a -> read.whole())
        .flatMap(a -> json(known.answer(false, columns(read.columns()), a)))
        .or(
            () -> {
              // Single shapes with very many corners: as points, they are not too much.
              List<Feature> points =
                  clusters.stream().map(c -> c.feature(numbers, language)).toList();
              return json(known.answer(false, List.of(), points));
            })
        .orElseThrow();
  }

  private static Optional<byte[]> json(Answer answer) {
    return AnswerJson.write(answer, MOST_BYTES);
  }

  /** What every answer to a request has. */
  private record Known(
      Optional<Box> around,
      Optional<Box> together,
      Ground ground,
      int inside,
      Optional<Answer.Colour> colour) {
    Answer answer(boolean complete, List<Answer.Column> columns, List<Feature> features) {
      return new Answer(
          around,
          together,
          ground.boxes().size(),
          inside,
          ground.unplaced(),
          complete,
          columns,
          colour,
          features);
    }
  }

  private byte[] cells(
      Ground.Cells ground,
      int[] places,
      Optional<Column> colour,
      Known known,
      List<TableView.Head> heads,
      Messages m) {
    List<Ground.Cell> inside =
        Arrays.stream(places).mapToObj(place -> ground.cells().get(place)).toList();
    int coloured = colour.map(ground.columns()::indexOf).orElse(-1);
    List<Answer.Column> columns =
        ground.columns().stream()
            .map(c -> column(heads, c))
            .map(c -> new Answer.Column(text(m.text("map.mean", c.label().value()), m), c.unit()))
            .toList();
    for (int most = MOST_FEATURES; ; most /= 4) {
      List<Ground.Cell> shown = Clusters.of(inside, ground.columns().size(), most);
      List<Feature> features = shown.stream().map(cell -> feature(cell, coloured, m)).toList();
      boolean complete = shown.size() == ground.cells().size();
      Optional<byte[]> json = json(known.answer(complete, columns, features));
      if (json.isPresent()) {
        return json.get();
      }
    }
  }

  private Feature feature(Ground.Cell cell, int coloured, Messages m) {
    double[] edges = cell.code().edges();
    List<Feature.Fact> facts = new ArrayList<>();
    for (int i = 0; i < cell.columns(); i++) {
      if (!Double.isNaN(cell.mean(i))) {
        facts.add(new Feature.Fact(i, List.of(Value.plain(mean(cell.mean(i), m)))));
      }
    }
    return new Feature(
        Feature.Kind.CELL,
        tables.placings().iri(cell.code()),
        text(m.text("map.cell", cell.code().code()), m),
        new GeometryFactory().toGeometry(new Envelope(edges[0], edges[2], edges[1], edges[3])),
        cell.rows(),
        coloured < 0 ? Double.NaN : cell.mean(coloured),
        facts);
  }

  private static String mean(double mean, Messages m) {
    BigDecimal rounded = new BigDecimal(mean).round(MEAN).stripTrailingZeros();
    return CellWords.number(rounded.toPlainString(), 0, m.language());
  }

  private static Text text(String words, Messages m) {
    return new Text(words, m.language().tag());
  }

  private static List<Answer.Column> columns(List<TableView.Head> heads) {
    return heads.stream().map(h -> new Answer.Column(h.label(), h.unit())).toList();
  }

  private static Answer.Column column(List<TableView.Head> heads, Column column) {
    return heads.stream()
        .filter(h -> h.column().equals(column))
        .map(h -> new Answer.Column(h.label(), h.unit()))
        .findFirst()
        .orElseThrow();
  }
}
