package org.machinami.web.rows;

import java.nio.file.Path;
import java.util.Map;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFParser;
import org.machinami.store.Store;
import org.machinami.store.ledger.Hash;
import org.machinami.web.rdf.Labels;

/** A small store to write graphs to and read tables from. */
final class Cities implements AutoCloseable {
  static final String BASE = "http://city.example/";
  private static final String PREFIXES =
      """
      BASE <http://city.example/>
      PREFIX city: <https://machinami.org/vocab/city#>
      PREFIX geo: <http://www.opengis.net/ont/geosparql#>
      PREFIX rdfs: <http://www.w3.org/2000/01/rdf-schema#>
      PREFIX xsd: <http://www.w3.org/2001/XMLSchema#>
      """;

  private final Store store;
  final DataTables tables;

  Cities(Path directory) {
    Store.create(directory, BASE);
    store = Store.open(directory);
    tables = DataTables.of(store.versions(), iris -> Map.of(), Labels.read(BASE), BASE);
  }

  Hash write(String turtle) {
    return store.write(RDFParser.fromString(PREFIXES + turtle, Lang.TURTLE).toGraph()).hash();
  }

  @Override
  public void close() {
    store.close();
  }
}
