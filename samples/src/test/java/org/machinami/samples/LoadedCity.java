package org.machinami.samples;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.query.Dataset;
import org.apache.jena.query.DatasetFactory;
import org.apache.jena.query.QueryExecution;
import org.apache.jena.query.QuerySolution;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.core.DatasetGraphFactory;
import org.machinami.loader.LoadOptions;
import org.machinami.loader.LoadReport;
import org.machinami.loader.Loader;
import org.machinami.loader.Progress;
import org.machinami.loader.Recipe;
import org.machinami.loader.VocabularyLoader;
import org.machinami.shapes.MetadataValidator;
import org.machinami.store.Store;
import org.machinami.store.state.GraphState;

/**
 * The bundled city, loaded by the real loader into a data directory and read back into memory.
 *
 * @param report of the first load
 * @param again of a second load of the same folders
 * @param dataset the named graphs; the default graph is their union
 */
record LoadedCity(LoadReport report, LoadReport again, Dataset dataset) {

  private static final String PREFIXES =
      """
      PREFIX city: <https://machinami.org/vocab/city#>
      PREFIX geo: <http://www.opengis.net/ont/geosparql#>
      PREFIX rdfs: <http://www.w3.org/2000/01/rdf-schema#>
      PREFIX sosa: <http://www.w3.org/ns/sosa/>
      """;

  static LoadedCity load(Path directory) {
    Store.create(directory, SampleFolders.BASE);
    try (Store store = Store.open(directory)) {
      new VocabularyLoader(store).load("test");
      Loader loader = new Loader(store, MetadataValidator.bundled(), Progress.none());
      Recipe recipe = Recipe.read(SampleFolders.datasets());
      LoadReport report = loader.load(recipe, Optional.empty(), LoadOptions.DEFAULT);
      LoadReport again = loader.load(recipe, Optional.empty(), LoadOptions.DEFAULT);
      return new LoadedCity(report, again, read(store));
    }
  }

  private static Dataset read(Store store) {
    DatasetGraph graphs = DatasetGraphFactory.create();
    try (Stream<GraphState> states = store.states().list(SampleFolders.BASE + "graph/")) {
      states.forEach(
          state -> {
            Graph graph = store.versions().graph(state.version());
            graphs.addGraph(NodeFactory.createURI(state.graph()), graph);
            graph.find().forEachRemaining(graphs.getDefaultGraph()::add);
          });
    }
    return DatasetFactory.wrap(graphs);
  }

  /** The rows of a SELECT query. */
  List<QuerySolution> select(String query) {
    List<QuerySolution> rows = new ArrayList<>();
    try (QueryExecution execution = QueryExecution.dataset(dataset).query(query).build()) {
      execution.execSelect().forEachRemaining(rows::add);
    }
    return rows;
  }

  /** The rows of a SELECT query in the words of the city. */
  List<QuerySolution> ask(String pattern) {
    return select(PREFIXES + "SELECT * WHERE { " + pattern + " }");
  }
}
