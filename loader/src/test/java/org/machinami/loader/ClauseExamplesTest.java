package org.machinami.loader;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.sparql.graph.GraphFactory;
import org.apache.jena.vocabulary.DCTerms;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.machinami.loader.disclosure.DisclosureJudge;
import org.machinami.loader.gate.Description;
import org.machinami.loader.policy.PolicyOfToday;
import org.machinami.loader.quality.ContractGate;
import org.machinami.loader.source.CsvReading;
import org.machinami.loader.source.SourceInspector;
import org.machinami.loader.source.SourceLimits;
import org.machinami.loader.validation.ValidationLimits;
import org.machinami.loader.validation.Validator;
import org.machinami.ontology.City;
import org.machinami.ontology.Iris;
import org.machinami.shapes.ClauseExample;
import org.machinami.shapes.Policy;
import org.machinami.shapes.Violation;

/** What the pages of clauses on data and files show must be true. */
class ClauseExamplesTest {
  private static final String BASE = "https://city.example/";
  private static final String DATASET = BASE + "datasets/d";

  @TempDir private Path folder;

  @Test
  void everyClauseThatRulesEnforce_hasAnExample() {
    Graph policy = Policy.current().read(BASE);
    Set<String> without = new TreeSet<>();
    int asked = 0;
    for (String clause : Policy.current().numbers()) {
      Node node = NodeFactory.createURI(new Iris(BASE).clause("1", clause));
      if (policy.contains(node, City.enforcedBy.asNode(), Node.ANY)) {
        asked++;
        if (ClauseExample.of(clause).isEmpty()) {
          without.add(clause);
        }
      }
    }
    assertTrue(asked > 15, asked + " clauses");
    assertEquals(Set.of(), without);
  }

  @ParameterizedTest
  @ValueSource(strings = {"5.3", "5.4", "6.4", "6.5"})
  void tables_areWhatTheySay(String clause) throws IOException {
    ClauseExample example = ClauseExample.of(clause).orElseThrow();
    assertTrue(example.table());
    assertEquals(List.of(), ofTable(example, example.conforms()), "also under other clauses");
    assertTrue(ofTable(example, example.violates()).contains(clause), clause + " violates");
  }

  private static List<String> ofTable(ClauseExample example, String table) throws IOException {
    Graph graph = GraphFactory.createDefaultGraph();
    example
        .contract()
        .ifPresent(
            contract ->
                graph.add(
                    NodeFactory.createURI(DATASET),
                    DCTerms.conformsTo.asNode(),
                    NodeFactory.createURI(contract)));
    Description description = new Description("d", DATASET, graph);
    Set<String> classes = example.rowClass().map(name -> Set.of(name)).orElse(Set.of());
    DisclosureJudge persons = new DisclosureJudge(description, series -> classes, Policy.current());
    ContractGate contracts = new ContractGate(description);
    CsvReading reading = new CsvReading(',', 0, Optional.empty(), SourceLimits.DEFAULT);
    reading.read(
        "example.csv",
        new ByteArrayInputStream(table.getBytes(StandardCharsets.UTF_8)),
        List.of(),
        0,
        row -> {},
        SourceInspector.all(
            Stream.of(
                persons.inspector("example", "example.csv", reading),
                contracts.inspector("example", "example.csv", reading))));
    return persons.verdict().and(contracts.verdict()).violations().stream()
        .map(Violation::shape)
        .flatMap(shape -> Policy.current().clauseOf(shape).stream())
        .toList();
  }

  @Test
  void data_areWhatTheySay() throws IOException {
    ClauseExample example = ClauseExample.of("6.3").orElseThrow();
    assertEquals(List.of(), ofData(example.conforms()));
    assertNotEquals(List.of(), ofData(example.violates()));
  }

  /** The rules under clause 6.3 that data break. */
  private List<String> ofData(String turtle) throws IOException {
    Files.writeString(
        folder.resolve(Description.FILE),
        """
        PREFIX dcat: <http://www.w3.org/ns/dcat#>
        PREFIX dct: <http://purl.org/dc/terms/>
        <datasets/d> a dcat:Dataset ; dct:title "消防水利"@ja ; dct:description "一覧。"@ja .
        """);
    Files.writeString(folder.resolve("data.ttl"), turtle);
    return new Validator(
            PolicyOfToday.bundled(BASE), BASE, ValidationLimits.PUBLIC, Progress.none())
        .validate(folder, Optional.empty()).judgements().get(0).entries().stream()
            .filter(entry -> entry.clause().equals(Optional.of("6.3")))
            .map(entry -> entry.rule())
            .toList();
  }
}
