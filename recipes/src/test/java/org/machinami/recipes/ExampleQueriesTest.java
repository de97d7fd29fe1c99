package org.machinami.recipes;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.GraphMemFactory;
import org.apache.jena.query.Query;
import org.apache.jena.query.QueryExecution;
import org.apache.jena.query.QueryFactory;
import org.apache.jena.query.ResultSetFormatter;
import org.apache.jena.rdf.model.ModelFactory;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFParser;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.machinami.loader.DatasetReport;
import org.machinami.loader.LoadOptions;
import org.machinami.loader.LoadReport;
import org.machinami.loader.Loader;
import org.machinami.loader.Progress;
import org.machinami.loader.Recipe;
import org.machinami.loader.ReportText;
import org.machinami.ontology.GraphName.Kind;
import org.machinami.ontology.NamedGraphs;
import org.machinami.shapes.MetadataValidator;
import org.machinami.store.Store;
import org.machinami.store.graph.GraphLines;
import org.machinami.store.ledger.Hash;
import org.machinami.store.state.GraphState;

/**
 * Each recipe has an example of what can be asked ({@code example.rq}) and the answer ({@code
 * example.csv}). The files lie in {@code ../shared/data}; where a folder is absent its test is
 * skipped and names it.
 */
class ExampleQueriesTest {
  private static final String BASE = "http://city.example/";
  private static final NamedGraphs NAMES = new NamedGraphs(BASE);
  private static final String QUERY = "example.rq";
  private static final MetadataValidator VALIDATOR = MetadataValidator.bundled();
  private static final Path RECIPES = Path.of(System.getProperty("machinami.home"), "recipes");

  /** Small files in the form of sources that are not in {@code ../shared/data}. */
  static final Path OWN = RECIPES.resolve("src/test/resources/org/machinami/recipes/files");

  private static final Path SHARED = Path.of(System.getProperty("machinami.shared"), "data");

  /** What a harvest brings are descriptions; it takes minutes. */
  private static final Set<String> HARVESTS = Set.of("dcat-belgium");

  @TempDir private Path directory;

  static Stream<String> recipes() throws IOException {
    return RecipesTest.recipes();
  }

  static Set<String> harvests() {
    return HARVESTS;
  }

  static List<String> loads() throws IOException {
    return folders().stream().filter(folder -> !HARVESTS.contains(folder)).toList();
  }

  private static List<String> folders() throws IOException {
    try (Stream<Path> files = Files.walk(RECIPES, 3)) {
      return files
          .filter(file -> file.getFileName().toString().equals(QUERY))
          .map(file -> RECIPES.relativize(file.getParent()).toString())
          .sorted()
          .toList();
    }
  }

  @ParameterizedTest
  @MethodSource("recipes")
  void recipe_hasAnExample(String recipe) throws IOException {
    assertFalse(
        folders().stream().filter(f -> (f + "/").startsWith(recipe + "/")).toList().isEmpty());
  }

  @ParameterizedTest
  @MethodSource("loads")
  void example_askedOfTheLoadedRecipe_hasTheExpectedAnswer(String folder) throws IOException {
    assertAnswers(folder, Kind.DATA);
  }

  @ParameterizedTest
  @MethodSource("harvests")
  @Tag("nightly")
  void example_askedOfTheHarvest_hasTheExpectedAnswer(String folder) throws IOException {
    assertAnswers(folder, Kind.METADATA);
  }

  private void assertAnswers(String folder, Kind kind) throws IOException {
    Path own = OWN.resolve(folder.split("/", 2)[0]);
    Path files = Files.isDirectory(own) ? own : SHARED.resolve(folder.split("/", 2)[0]);
    assumeTrue(Files.isDirectory(files), "skipped: " + files.getFileName() + " is not there");
    Store.create(directory.resolve("data"), BASE);
    try (Store store = Store.open(directory.resolve("data"))) {
      LoadReport report =
          new Loader(store, VALIDATOR, Progress.none())
              .load(Recipe.read(RECIPES.resolve(folder)), Optional.of(files), LoadOptions.DEFAULT);
      Graph graph = GraphMemFactory.createDefaultGraph();
      for (DatasetReport dataset : report.datasets()) {
        assertEquals(DatasetReport.Outcome.COMMITTED, dataset.outcome(), () -> text(dataset));
      }
      try (Stream<GraphState> states = store.states().list(NAMES.prefix(kind))) {
        states.forEach(state -> read(store, state.version(), graph));
      }
      String expected = Files.readString(RECIPES.resolve(folder).resolve("example.csv"));
      assertEquals(expected, ask(folder, graph));
    }
  }

  private static String ask(String folder, Graph graph) throws IOException {
    Query query =
        QueryFactory.create(Files.readString(RECIPES.resolve(folder).resolve(QUERY)), BASE);
    try (QueryExecution run =
        QueryExecution.create(query, ModelFactory.createModelForGraph(graph))) {
      ByteArrayOutputStream csv = new ByteArrayOutputStream();
      ResultSetFormatter.outputAsCSV(csv, run.execSelect());
      return csv.toString(StandardCharsets.UTF_8).replace("\r\n", "\n");
    }
  }

  private static void read(Store store, Hash version, Graph graph) {
    StringBuilder text = new StringBuilder();
    try (GraphLines lines = store.versions().lines(version)) {
      while (lines.next()) {
        text.append(lines.text()).append('\n');
        if (text.length() > 1 << 20) {
          RDFParser.fromString(text.toString(), Lang.NTRIPLES).parse(graph);
          text.setLength(0);
        }
      }
    }
    RDFParser.fromString(text.toString(), Lang.NTRIPLES).parse(graph);
  }

  private static String text(DatasetReport report) {
    return String.join("\n", new ReportText(Locale.ENGLISH).lines(report));
  }
}
