package org.machinami.recipes;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.GraphMemFactory;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFParser;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.machinami.loader.DatasetReport;
import org.machinami.loader.LoadOptions;
import org.machinami.loader.LoadReport;
import org.machinami.loader.Loader;
import org.machinami.loader.Progress;
import org.machinami.loader.Recipe;
import org.machinami.loader.ReportText;
import org.machinami.loader.harvest.HarvestReport;
import org.machinami.loader.source.SourceFinding;
import org.machinami.ontology.NamedGraphs;
import org.machinami.shapes.MetadataValidator;
import org.machinami.shapes.Severity;
import org.machinami.store.Store;
import org.machinami.store.graph.GraphLines;
import org.machinami.store.graph.NTriplesWriter;
import org.machinami.store.ledger.Hash;

/**
 * Each recipe through the real loader into a data directory of its own. The files lie among the
 * resources or in {@code ../shared/data}; where a folder is absent its test is skipped and names
 * it.
 */
class RecipesTest {
  private static final String BASE = "http://city.example/";
  private static final MetadataValidator VALIDATOR = MetadataValidator.bundled();
  private static final Path RECIPES = Path.of(System.getProperty("machinami.home"), "recipes");
  private static final Path SHARED = Path.of(System.getProperty("machinami.shared"), "data");

  /**
   * Flows of people (stage 1) of a ministry, which published no assessment of their impact on
   * privacy.
   */
  private static final Set<String> FROM_PERSONS =
      Set.of("tokyo-people-flow-mesh-1km", "metropolitan-trip-ends-2021");

  private static final String CREATE = "https://www.w3.org/ns/activitystreams#Create";
  private static final String PREFIXES =
      """
      PREFIX city: <https://machinami.org/vocab/city#>
      PREFIX geo: <http://www.opengis.net/ont/geosparql#>
      PREFIX rdfs: <http://www.w3.org/2000/01/rdf-schema#>
      PREFIX schema: <https://schema.org/>
      """;

  @TempDir private Path directory;

  @ParameterizedTest(name = "{0} {1}")
  @CsvFileSource(resources = "expected.csv", useHeadersInDisplayName = false, numLinesToSkip = 1)
  void load_recipe_givesTheExpectedRowsTriplesAndThings(
      String recipe,
      String dataset,
      long rows,
      long skipped,
      long triples,
      String type,
      int things,
      String fact) {
    String name = recipe.split("/", 2)[0];
    try (Store store = emptyStore()) {
      DatasetReport report = only(load(store, recipe, files(name)));
      assertEquals(dataset, report.dataset());
      assertEquals(DatasetReport.Outcome.COMMITTED, report.outcome(), () -> text(report));
      assertEquals(
          FROM_PERSONS.contains(dataset) ? List.of("DatasetImpactAssessment") : List.of(),
          report.verdict().orElseThrow().violations().stream()
              .filter(found -> found.severity() != Severity.INFO)
              .map(found -> found.shape().substring(found.shape().indexOf('#') + 1))
              .toList(),
          () -> text(report));
      assertEquals(rows, report.rows().mapped());
      assertEquals(skipped, report.rows().skipped());
      assertEquals(0, report.rows().bad(), () -> text(report));
      assertEquals(triples, report.triples());
      Hash version =
          store.states().find(new NamedGraphs(BASE).data(dataset)).orElseThrow().version();
      assertEquals(things, lines(store, version, line -> line.endsWith(ofType(type))));
      assertEquals(1, lines(store, version, line(fact)::equals), fact);
    }
  }

  @Test
  void load_sheltersOfMunicipalitiesThatPublishNone_areReportedAsFilesWithoutRows() {
    try (Store store = emptyStore()) {
      LoadReport report = load(store, "jp-shelter-tokyo", files("jp-shelter-tokyo"));
      long empty =
          report.datasets().stream()
              .flatMap(dataset -> dataset.findings().stream())
              .filter(finding -> finding.rows() == 0)
              .map(SourceFinding::file)
              .distinct()
              .count();
      assertEquals(13, empty);
      assertEquals(0, report.exitCode());
    }
  }

  /** Thirteen services of the feed never run; no trip uses them. */
  @Test
  void load_feedWithServicesThatNeverRun_listsThemAndLoadsTheRest() {
    try (Store store = emptyStore()) {
      DatasetReport report = only(load(store, "gtfs-jp/yamanashi-bus", files("gtfs-jp")));
      assertEquals(DatasetReport.Outcome.COMMITTED, report.outcome(), () -> text(report));
      assertEquals(13, report.rows().bad(), () -> text(report));
      assertTrue(
          text(report).contains("service \"130\" has no day on which it runs"), text(report));
    }
  }

  @Test
  void load_sameRecipeAgain_changesNothing() {
    try (Store store = emptyStore()) {
      load(store, "localgov", files("localgov"));
      long head = store.ledger().head();
      DatasetReport again = only(load(store, "localgov", files("localgov")));
      assertEquals(DatasetReport.Outcome.UNCHANGED, again.outcome());
      assertEquals(head, store.ledger().head());
    }
  }

  @Test
  @Tag("nightly")
  void harvest_belgium_takesTheCatalogueAndTheSameAgainChangesNothing() {
    try (Store store = emptyStore()) {
      HarvestReport report = harvest(store);
      assertEquals(2_063_137, report.statements());
      assertEquals(17_828, report.datasets());
      assertEquals(0, report.refusedLineCount());
      assertEquals(17_613, report.added());
      assertEquals(215, report.refusedCount());
      assertEquals(95_642, report.unreached().get(CREATE).resources());
      HarvestReport again = harvest(store);
      assertEquals(17_613, again.unchanged());
      assertEquals(0, again.commits());
    }
  }

  static Stream<String> recipes() throws IOException {
    try (Stream<Path> children = Files.list(RECIPES)) {
      return children
          .filter(child -> !Set.of("src", "target").contains(child.getFileName().toString()))
          .filter(Files::isDirectory)
          .map(child -> child.getFileName().toString())
          .sorted()
          .toList()
          .stream();
    }
  }

  /** Without the downloaded files: names and form only. */
  @ParameterizedTest
  @MethodSource("recipes")
  void read_recipe_hasDatasetFolders(String recipe) {
    assertTrue(!Recipe.read(RECIPES.resolve(recipe)).folders().isEmpty());
  }

  private HarvestReport harvest(Store store) {
    return only(load(store, "dcat-belgium", files("dcat-belgium"))).harvest().orElseThrow();
  }

  private static LoadReport load(Store store, String recipe, Path from) {
    return new Loader(store, VALIDATOR, Progress.none())
        .load(Recipe.read(RECIPES.resolve(recipe)), Optional.of(from), LoadOptions.DEFAULT);
  }

  private static DatasetReport only(LoadReport report) {
    assertEquals(1, report.datasets().size());
    return report.datasets().get(0);
  }

  private Store emptyStore() {
    Store.create(directory.resolve("data"), BASE);
    return Store.open(directory.resolve("data"));
  }

  private static Path files(String name) {
    Path own = ExampleQueriesTest.OWN.resolve(name);
    Path files = Files.isDirectory(own) ? own : SHARED.resolve(name);
    assumeTrue(Files.isDirectory(files), "skipped: " + name + " is not in ../shared/data");
    return files;
  }

  private static String text(DatasetReport report) {
    return String.join("\n", new ReportText(Locale.ENGLISH).lines(report));
  }

  /** The line for a fact in Turtle with relative IRIs below the base. */
  private static String line(String fact) {
    Graph graph = GraphMemFactory.createDefaultGraphSameTerm();
    RDFParser.fromString(PREFIXES + fact + " .", Lang.TURTLE).base(BASE).parse(graph);
    NTriplesWriter writer = new NTriplesWriter();
    writer.write(graph.find().next());
    return new String(writer.bytes(), 0, writer.length() - 1, StandardCharsets.UTF_8);
  }

  /** What the line that gives a thing its class ends with. */
  private static String ofType(String type) {
    return " <http://www.w3.org/1999/02/22-rdf-syntax-ns#type> <"
        + type.replace("city:", "https://machinami.org/vocab/city#")
        + "> .";
  }

  private static int lines(Store store, Hash version, Predicate<String> wanted) {
    int count = 0;
    try (GraphLines lines = store.versions().lines(version)) {
      while (lines.next()) {
        if (wanted.test(lines.text())) {
          count++;
        }
      }
    }
    return count;
  }
}
