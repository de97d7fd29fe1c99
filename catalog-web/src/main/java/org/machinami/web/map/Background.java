package org.machinami.web.map;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.apache.jena.graph.Graph;
import org.apache.jena.sparql.graph.GraphFactory;
import org.machinami.store.StoreException;
import org.machinami.store.ledger.Hash;
import org.machinami.web.contents.Contents;
import org.machinami.web.contents.ContentsIndex;
import org.machinami.web.language.Language;
import org.machinami.web.rdf.Terms;
import org.machinami.web.rows.DataTables;
import org.machinami.web.rows.Shape;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What maps have below their data: boundaries of municipalities, whose outer ones are the coast,
 * and railway lines, of the datasets of the catalogue that have most of them. Thread-safe.
 */
final class Background {
  /** For a map of a city; closer by, lines are drawn with the corners that they have here. */
  private static final double ZOOM = 12;

  private static final Logger log = LoggerFactory.getLogger(Background.class);
  private static final int MOST_PLACES = 3_000;
  private static final int MOST_BYTES = 2_000_000;
  private static final String WKT = Terms.GEO + "asWKT";

  private final ContentsIndex contents;
  private final DataTables tables;
  private final Grounds grounds;
  private final Things things;

  Background(ContentsIndex contents, DataTables tables, Grounds grounds) {
    this.contents = contents;
    this.tables = tables;
    this.grounds = grounds;
    this.things = new Things(tables);
  }

  /**
   * A kind of things that maps are drawn upon.
   *
   * @param type its class
   * @param dimension 1 for lines, 2 for areas
   * @param properties of which a dataset of such things uses one at least
   */
  record Kind(String type, int dimension, Set<String> properties) {
    private static final List<Kind> ALL =
        List.of(
            new Kind(Terms.CITY + "Municipality", 2, Set.of(Terms.CITY + "municipalityCode")),
            new Kind(
                Terms.CITY + "RailwayLine",
                1,
                Set.of(Terms.CITY + "lineCode", Terms.CITY + "lineColour")));

    Kind {
      properties = Set.copyOf(properties);
    }
  }

  /** A table that has things of a kind. */
  record Source(Kind kind, Hash version, Shape.Table table) {}

  /** The best source of each kind that the catalogue has. */
  List<Source> sources() {
    List<Source> sources = new ArrayList<>();
    for (Kind kind : Kind.ALL) {
      contents.state().datasets().values().stream()
          .filter(dataset -> mayHave(dataset, kind))
          .map(dataset -> source(dataset, kind))
          .flatMap(Optional::stream)
          .max(
              Comparator.comparingLong((Source s) -> s.table().rows())
                  .thenComparing(s -> s.version().hex()))
          .ifPresent(sources::add);
    }
    return sources;
  }

  private static boolean mayHave(Contents dataset, Kind kind) {
    List<String> used = dataset.properties().stream().map(p -> p.iri()).toList();
    return used.contains(WKT) && kind.properties().stream().anyMatch(used::contains);
  }

  /** A damaged dataset must not take the ground from all maps; verify is what finds it. */
  private Optional<Source> source(Contents dataset, Kind kind) {
    try {
      return find(Hash.parse(dataset.data()), kind);
    } catch (StoreException e) {
      log.warn("{} cannot be read and is no background of maps", dataset.id(), e);
      return Optional.empty();
    }
  }

  private Optional<Source> find(Hash version, Kind kind) {
    return tables.shapes().read(version).tables().stream()
        .filter(table -> table.type().equals(kind.type()))
        .map(table -> new Source(kind, version, table))
        .filter(source -> !features(source, 1, Language.JA).isEmpty())
        .findFirst();
  }

  /** The first things of a source that are drawn as its kind is: boundaries are no points. */
  private List<Feature> features(Source source, int most, Language language) {
    if (!(grounds.of(source.version(), source.table()) instanceof Ground.Things ground)) {
      return List.of();
    }
    int[] places = IntStream.range(0, Math.min(most, ground.boxes().size())).toArray();
    Graph nothing = GraphFactory.createDefaultGraph();
    return things
        .read(
            source.version(),
            source.table(),
            ground,
            places,
            Optional.empty(),
            ZOOM,
            nothing,
            language)
        .features()
        .stream()
        .filter(f -> f.geometry().getDimension() == source.kind().dimension())
        .map(Feature::withoutFacts)
        .toList();
  }

  /** Their things as GeoJSON: areas are boundaries, lines are railways. */
  byte[] json(List<Source> sources, Language language) {
    Optional<byte[]> json = Optional.empty();
    for (int first = sources.size(); json.isEmpty(); first--) {
      List<Feature> features =
          sources.subList(0, first).stream()
              .flatMap(source -> features(source, MOST_PLACES, language).stream())
              .toList();
      long size = features.size();
      json =
          AnswerJson.write(
              new Answer(
                  Optional.empty(),
                  Optional.empty(),
                  size,
                  size,
                  0,
                  true,
                  List.of(),
                  Optional.empty(),
                  features),
              MOST_BYTES);
    }
    return json.orElseThrow();
  }
}
