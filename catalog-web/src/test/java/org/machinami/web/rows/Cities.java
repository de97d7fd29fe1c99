package org.machinami.web.rows;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFParser;
import org.machinami.store.Store;
import org.machinami.store.ledger.CommitRequest;
import org.machinami.store.ledger.GraphChange;
import org.machinami.store.ledger.Hash;
import org.machinami.store.search.LuceneSearchIndex;
import org.machinami.web.rdf.Labels;

/** A small store to write graphs to and read tables from. */
final class Cities implements AutoCloseable {
  static final String BASE = "http://city.example/";
  private static final String PREFIXES =
      """
      BASE <http://city.example/>
      PREFIX city: <https://machinami.org/vocab/city#>
      PREFIX dcat: <http://www.w3.org/ns/dcat#>
      PREFIX geo: <http://www.opengis.net/ont/geosparql#>
      PREFIX rdfs: <http://www.w3.org/2000/01/rdf-schema#>
      PREFIX xsd: <http://www.w3.org/2001/XMLSchema#>
      """;

  private final Store store;
  private final LuceneSearchIndex search;
  final DataTables tables;

  Cities(Path directory) {
    Store.create(directory, BASE);
    store = Store.open(directory);
    search = LuceneSearchIndex.open(directory.resolve("search"), BASE);
    tables = DataTables.of(store.versions(), search, Labels.read(BASE), BASE);
  }

  Hash write(String turtle) {
    return store.write(RDFParser.fromString(PREFIXES + turtle, Lang.TURTLE).toGraph()).hash();
  }

  /** Publishes a dataset whose data name things. */
  void publish(String id, String turtle) {
    String metadata = "<datasets/" + id + "> a dcat:Dataset .";
    store.commit(
        new CommitRequest(
            "test",
            "load",
            "test",
            Optional.empty(),
            List.of(
                new GraphChange(BASE + "graph/metadata/" + id, Optional.of(write(metadata))),
                new GraphChange(BASE + "graph/data/" + id, Optional.of(write(turtle))))));
    search.catchUp(store.ledger(), store.versions());
  }

  @Override
  public void close() {
    search.close();
    store.close();
  }
}
