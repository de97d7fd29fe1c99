package org.machinami.query;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.machinami.store.Store;
import org.machinami.store.graph.GraphWriter;
import org.machinami.store.ledger.CommitRequest;
import org.machinami.store.ledger.GraphChange;

/** A real data directory with a few graphs, written by a real store. */
final class Catalogue implements AutoCloseable {
  static final String BASE = "https://city.example/";
  static final String STATIONS = BASE + "graph/data/stations";
  static final String WARDS = BASE + "graph/data/wards";
  static final String CHAIN = BASE + "graph/data/chain";

  private final Path directory;
  private final Store store;

  Catalogue(Path directory) {
    this.directory = directory;
    Store.create(directory, BASE);
    store = Store.open(directory);
  }

  Path directory() {
    return directory;
  }

  Store store() {
    return store;
  }

  /** Two stations with names and places, two wards, and a chain of a few thousand links. */
  void fill() {
    commit(
        STATIONS,
        List.of(
            station("shinjuku", "新宿", "POINT(139.7005 35.6896)"),
            station("tokyo", "東京", "POINT(139.7671 35.6812)")));
    commit(
        WARDS,
        List.of(
            iri("id/ward/13104") + iri("label") + "\"新宿区\"@ja .\n",
            iri("id/ward/13101") + iri("label") + "\"千代田区\"@ja .\n"));
    StringBuilder chain = new StringBuilder();
    for (int i = 0; i < 4_000; i++) {
      chain.append(iri("id/link/" + i) + iri("next") + iri("id/link/" + (i + 1)) + ".\n");
    }
    commit(CHAIN, List.of(chain.toString()));
  }

  private static String station(String key, String name, String place) {
    String subject = iri("id/station/" + key);
    return subject
        + iri("label")
        + "\""
        + name
        + "\"@ja .\n"
        + subject
        + iri("where")
        + "\""
        + place
        + "\"^^<http://www.opengis.net/ont/geosparql#wktLiteral> .\n";
  }

  private static String iri(String local) {
    return "<" + BASE + local + "> ";
  }

  /** Commits a graph of those lines; a text may hold several. */
  long commit(String graph, List<String> texts) {
    try (GraphWriter writer = store.newGraph()) {
      for (String text : texts) {
        for (String line : text.split("(?<=\n)", -1)) {
          byte[] bytes = line.getBytes(StandardCharsets.UTF_8);
          if (bytes.length > 0) {
            writer.line(bytes, 0, bytes.length);
          }
        }
      }
      return store
          .commit(
              new CommitRequest(
                  "test",
                  "load",
                  "test",
                  Optional.empty(),
                  List.of(GraphChange.to(graph, writer.finish().hash()))))
          .sequence();
    }
  }

  @Override
  public void close() {
    store.close();
  }
}
