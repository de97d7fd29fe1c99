package org.machinami.loader;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.InputStream;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.shacl.vocabulary.SHACL;
import org.apache.jena.sparql.graph.GraphFactory;
import org.apache.jena.vocabulary.DCTerms;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.machinami.loader.disclosure.DisclosureJudge;
import org.machinami.loader.gate.Description;
import org.machinami.loader.quality.ContractGate;
import org.machinami.loader.source.CsvReading;
import org.machinami.loader.source.SourceInspector;
import org.machinami.loader.source.SourceLimits;
import org.machinami.ontology.City;
import org.machinami.ontology.Vocabularies;
import org.machinami.shapes.ContentRules;
import org.machinami.shapes.MetadataValidator;
import org.machinami.shapes.Policy;
import org.machinami.shapes.RuleGraphs;
import org.machinami.shapes.ShapeFiles;
import org.machinami.shapes.Verdict;
import org.machinami.shapes.Violation;
import org.machinami.shapes.contract.ContractRules;
import org.machinami.shapes.data.DataShapes;

/**
 * Each rule on files has a folder of its name: a table that conforms, one that violates, what is
 * then found, and what else is known of the dataset ({@code stage} of personal data, {@code class}
 * of its rows, {@code contract}).
 */
class RuleCasesTest {
  private static final Path CASES = Path.of("src/test/resources/org/machinami/loader/rules");
  private static final String DATASET = "https://city.example/datasets/case";

  /** Rules that compare the things of rows, not the cells of files: their cases are rows. */
  private static final Set<String> OF_ROWS = Set.of("RepeatedIds", "UncomparedIds");

  @TestFactory
  Stream<DynamicTest> violates_isFoundAndNothingElseOfTheRule() {
    return names().stream()
        .map(
            name ->
                DynamicTest.dynamicTest(
                    name,
                    () ->
                        assertEquals(
                            Files.readAllLines(CASES.resolve(name).resolve("expected.txt")),
                            findings(name, "violates.csv"))));
  }

  @TestFactory
  Stream<DynamicTest> conforms_isLetPass() {
    return names().stream()
        .map(
            name ->
                DynamicTest.dynamicTest(
                    name, () -> assertEquals(List.of(), findings(name, "conforms.csv"))));
  }

  @Test
  void cases_areThoseOfTheRules() throws IOException {
    try (Stream<Path> folders = Files.list(CASES)) {
      Set<String> found = new TreeSet<>();
      folders.forEach(folder -> found.add(folder.getFileName().toString()));
      assertEquals(names(), found);
    }
  }

  /** What a clause may name is a shape of descriptions, one of data, or one of these rules. */
  @Test
  void allRules_haveTheirCasesInOneOfTheThreePlaces() {
    Set<String> all = new TreeSet<>(names());
    all.addAll(OF_ROWS);
    all.addAll(named(MetadataValidator.bundled().shapes()));
    all.addAll(named(DataShapes.bundled().graph()));
    assertEquals(named(RuleGraphs.bundled()), all);
    assertTrue(all.size() > 150, all.size() + " rules");
  }

  private static Set<String> names() {
    Set<String> names = new TreeSet<>(named(ContentRules.graph()));
    names.addAll(named(ContractRules.graph()));
    names.removeAll(OF_ROWS);
    return names;
  }

  /** Those that give a message can find fault. */
  private static Set<String> named(Graph rules) {
    Set<String> names = new TreeSet<>();
    rules
        .find(Node.ANY, SHACL.message, Node.ANY)
        .mapWith(triple -> triple.getSubject().getURI())
        .forEachRemaining(iri -> names.add(iri.substring(ShapeFiles.NS.length())));
    return names;
  }

  private static List<String> findings(String name, String file) throws IOException {
    Properties known = new Properties();
    try (Reader reader = Files.newBufferedReader(CASES.resolve(name).resolve("case.properties"))) {
      known.load(reader);
    }
    Description description = description(known);
    Set<String> classes =
        known.containsKey("class") ? Set.of(City.NS + known.getProperty("class")) : Set.of();
    DisclosureJudge persons = new DisclosureJudge(description, series -> classes, Policy.current());
    ContractGate contracts = new ContractGate(description);
    Path table = CASES.resolve(name).resolve(file);
    CsvReading reading = new CsvReading(',', 0, Optional.empty(), SourceLimits.DEFAULT);
    try (InputStream in = Files.newInputStream(table)) {
      SourceInspector inspector =
          SourceInspector.all(
              Stream.of(
                  persons.inspector("case", file, reading),
                  contracts.inspector("case", file, reading)));
      reading.read(file, in, List.of(), 0, row -> {}, inspector);
    } catch (IOException e) {
      throw new UncheckedIOException(table.toString(), e);
    }
    Verdict verdict = persons.verdict().and(contracts.verdict());
    return verdict.violations().stream()
        .filter(found -> found.shape().equals(ShapeFiles.NS + name))
        .map(RuleCasesTest::text)
        .sorted()
        .toList();
  }

  private static Description description(Properties known) {
    Graph graph = GraphFactory.createDefaultGraph();
    Node dataset = NodeFactory.createURI(DATASET);
    graph.add(
        dataset,
        City.personalDataStage.asNode(),
        NodeFactory.createURI(
            Vocabularies.concept("personal-data-stage", known.getProperty("stage", "0"))));
    if (known.containsKey("contract")) {
      graph.add(
          dataset,
          DCTerms.conformsTo.asNode(),
          NodeFactory.createURI(Vocabularies.concept("contract", known.getProperty("contract"))));
    }
    return new Description("case", DATASET, graph);
  }

  /** Row, column and value. */
  private static String text(Violation found) {
    var at = found.position().orElseThrow();
    return String.join(
        "\t",
        at.row().isPresent() ? Long.toString(at.row().getAsLong()) : "",
        at.column().orElse(""),
        found.value().map(Node::getLiteralLexicalForm).orElse(""));
  }
}
