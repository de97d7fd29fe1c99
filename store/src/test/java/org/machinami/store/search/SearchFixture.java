package org.machinami.store.search;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.jena.graph.Graph;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFParser;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import org.machinami.store.Store;
import org.machinami.store.ledger.CommitRequest;
import org.machinami.store.ledger.GraphChange;
import org.machinami.store.ledger.Hash;

/** An index over a real store that is filled with Turtle. */
abstract class SearchFixture {
  static final String BASE = "http://city.example/";

  private static final String PREFIXES =
      """
      PREFIX city: <https://machinami.org/vocab/city#>
      PREFIX dcat: <http://www.w3.org/ns/dcat#>
      PREFIX dct: <http://purl.org/dc/terms/>
      PREFIX foaf: <http://xmlns.com/foaf/0.1/>
      PREFIX geo: <http://www.opengis.net/ont/geosparql#>
      PREFIX odrl: <http://www.w3.org/ns/odrl/2/>
      PREFIX rdf: <http://www.w3.org/1999/02/22-rdf-syntax-ns#>
      PREFIX rdfs: <http://www.w3.org/2000/01/rdf-schema#>
      PREFIX xsd: <http://www.w3.org/2001/XMLSchema#>
      """;

  @TempDir Path directory;
  Store store;
  SearchIndex index;

  /** Opens the index in a folder, an empty one where there is none. */
  abstract SearchIndex open(Path folder, String base);

  @BeforeEach
  void openStore() {
    Store.create(directory.resolve("data"), BASE);
    store = Store.open(directory.resolve("data"));
    index = open(directory.resolve("search"), BASE);
  }

  @AfterEach
  void close() {
    index.close();
    store.close();
  }

  static Graph graph(String turtle) {
    return RDFParser.fromString(PREFIXES + turtle, Lang.TURTLE).base(BASE).toGraph();
  }

  void put(String id, Graph metadata) {
    change("metadata/" + id, Optional.of(store.write(metadata).hash()));
  }

  void putData(String id, Graph data) {
    change("data/" + id, Optional.of(store.write(data).hash()));
  }

  /** Describes a dataset by a title in Japanese and further statements. */
  void describe(String id, String title, String more) {
    put(
        id,
        graph(
            "<datasets/%s> a dcat:Dataset ; dct:title \"%s\"@ja . %s"
                .formatted(id, title, more.replace("DATASET", "<datasets/" + id + ">"))));
  }

  void change(String graph, Optional<Hash> version) {
    store.commit(
        new CommitRequest(
            "test",
            "load",
            "test",
            Optional.empty(),
            List.of(new GraphChange(BASE + "graph/" + graph, version))));
  }

  void catchUp() {
    index.catchUp(store.ledger(), store.versions());
  }

  SearchResults search(String words) {
    return index.search(new SearchRequest(words, Map.of(), Order.RELEVANCE, 0, 10));
  }

  static List<String> ids(SearchResults results) {
    return results.hits().stream().map(Hit::id).toList();
  }
}
