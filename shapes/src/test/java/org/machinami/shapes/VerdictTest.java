package org.machinami.shapes;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.graph.Triple;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFWriter;
import org.apache.jena.sparql.graph.GraphFactory;
import org.apache.jena.vocabulary.RDF;
import org.junit.jupiter.api.Test;
import org.machinami.ontology.City;
import org.machinami.ontology.NamedGraphs;
import org.machinami.ontology.Vocabularies;

class VerdictTest {

  private static final NamedGraphs NAMES = new NamedGraphs("https://city.example/");

  private final MetadataValidator validator = MetadataValidator.bundled();

  @Test
  void validate_oneMissingRecommendation_isAdmittedWithWarnings() {
    Graph graph = complete();
    graph.remove(Node.ANY, dcat("keyword"), Node.ANY);
    Verdict verdict = validate(graph);
    assertEquals(Outcome.ADMITTED_WITH_WARNINGS, verdict.outcome());
    assertEquals(1, verdict.warningCount());
    Violation only = verdict.violations().get(0);
    assertEquals("特別区", only.focusLabel());
    assertTrue(only.message(Locale.JAPAN).contains("キーワード"), only.message(Locale.JAPAN));
    assertTrue(only.message(Locale.UK).contains("keyword"), only.message(Locale.UK));
  }

  @Test
  void validate_missingTitle_isRefused() {
    Graph graph = complete();
    graph.remove(
        NodeFactory.createURI(Descriptions.DATASET),
        NodeFactory.createURI("http://purl.org/dc/terms/title"),
        Node.ANY);
    Verdict verdict = validate(graph);
    assertEquals(Outcome.REFUSED, verdict.outcome());
    assertEquals(1, verdict.violationCount());
    assertEquals(ShapeFiles.NS + "DatasetTitle", verdict.violations().get(0).shape());
  }

  @Test
  void validate_emptyGraph_isRefusedAndSaysWhatIsMissing() {
    Verdict verdict = validate(GraphFactory.createDefaultGraph());
    assertEquals(Outcome.REFUSED, verdict.outcome());
    assertEquals(
        List.of(ShapeFiles.NS + "DatasetDeclared"),
        verdict.violations().stream().map(Violation::shape).toList());
  }

  @Test
  void validate_otherDatasetThatIsMentioned_isNotJudged() {
    Graph graph = complete();
    graph.add(dcat("other"), RDF.type.asNode(), dcat("Dataset"));
    assertEquals(Outcome.ADMITTED, validate(graph).outcome());
  }

  @Test
  void validate_blankNodes_areNeverCalledByTheirId() {
    Verdict verdict =
        validate(
            Descriptions.parse(
                """
                <datasets/d> a dcat:Dataset ; dcat:distribution [ a dcat:Distribution ] ;
                  dct:publisher [ a foaf:Agent ] .
                """));
    assertTrue(verdict.violations().stream().anyMatch(v -> v.focusLabel().equals("Distribution")));
    assertFalse(verdict.violations().stream().anyMatch(v -> v.focusLabel().startsWith("_:")));
  }

  @Test
  void validate_unsafeIriAsSubjectOrPredicate_isRefused() {
    Graph graph = complete();
    Node unsafe = NodeFactory.createURI("javascript:alert(1)");
    graph.add(unsafe, RDF.type.asNode(), dcat("Resource"));
    assertEquals(Outcome.REFUSED, validate(graph).outcome());
    graph.delete(unsafe, RDF.type.asNode(), dcat("Resource"));
    graph.add(dcat("x"), unsafe, dcat("y"));
    assertEquals(Outcome.REFUSED, validate(graph).outcome());
  }

  @Test
  void validate_iriWithLineBreak_isRefused() {
    Graph graph = complete();
    Node broken = NodeFactory.createURI("https://city.example/a\r\nSet-Cookie:x=1");
    graph.add(NodeFactory.createURI(Descriptions.DATASET), dcat("landingPage"), broken);
    assertEquals(Outcome.REFUSED, validate(graph).outcome());
  }

  @Test
  void validate_manyFindings_areCountedAndListedUpToTheLimit() {
    Graph graph = complete();
    for (int i = 0; i < 3_000; i++) {
      graph.add(
          NodeFactory.createURI("https://city.example/x#" + i),
          RDF.type.asNode(),
          dcat("Distribution"));
    }
    Verdict verdict = validate(graph);
    assertEquals(3_000, verdict.violationCount());
    assertEquals(6_000, verdict.warningCount());
    assertEquals(Verdict.LISTED, verdict.violations().size());
    assertTrue(verdict.toGraph(NAMES, "d").size() < 1_500);
  }

  @Test
  void toGraph_isTheSameWhateverTheOrderOfStatements() {
    Graph graph = violating();
    List<Triple> triples = new ArrayList<>(graph.stream().toList());
    Collections.reverse(triples);
    Graph reversed = GraphFactory.createDefaultGraph();
    triples.forEach(reversed::add);
    assertEquals(
        sorted(validate(graph).toGraph(NAMES, "d")),
        sorted(validate(reversed).toGraph(NAMES, "d")));
  }

  @Test
  void toGraph_refused_saysOutcomeCountsAndReasonsWithoutBlankNodes() {
    Graph graph = validate(violating()).toGraph(NAMES, "d");
    Node verdict = NodeFactory.createURI("https://city.example/graph/verdict/d#verdict");
    assertTrue(
        graph.contains(
            verdict, City.outcome.asNode(), NodeFactory.createURI(Outcome.REFUSED.iri())));
    assertTrue(
        graph.contains(
            verdict, City.verdictOn.asNode(), NodeFactory.createURI(Descriptions.DATASET)));
    assertEquals(3, graph.find(Node.ANY, City.faultyValue.asNode(), Node.ANY).toList().size());
    assertTrue(graph.stream().noneMatch(t -> t.getSubject().isBlank() || t.getObject().isBlank()));
    assertTrue(
        graph.stream()
            .map(Triple::getObject)
            .noneMatch(node -> node.isURI() && node.getURI().startsWith("javascript:")));
  }

  @Test
  void toGraph_position_standsInTheGraph() {
    Position row7 = new Position("wards.csv", OptionalLong.of(7), Optional.of("市区町村コード"));
    Graph graph = validate(violating()).map(v -> v.at(row7)).toGraph(NAMES, "d");
    assertFalse(graph.find(Node.ANY, City.sourceRow.asNode(), Node.ANY).toList().isEmpty());
  }

  @Test
  void toGraph_usesOnlyTermsOfTheOntology() {
    Graph vocabularies = Vocabularies.union();
    validate(violating()).toGraph(NAMES, "d").stream()
        .flatMap(t -> List.of(t.getPredicate(), t.getObject()).stream())
        .filter(node -> node.isURI() && node.getURI().startsWith(Vocabularies.NS))
        .filter(node -> !node.getURI().startsWith(ShapeFiles.NS))
        .forEach(
            node ->
                assertTrue(
                    vocabularies.contains(node, RDF.type.asNode(), Node.ANY), node.toString()));
  }

  @Test
  void outcomes_areTheCodesOfTheList() {
    Graph list = Vocabularies.find("outcome").orElseThrow().read();
    for (Outcome outcome : Outcome.values()) {
      assertTrue(list.contains(NodeFactory.createURI(outcome.iri()), Node.ANY, Node.ANY));
    }
  }

  @Test
  void validate_fromSeveralThreads_givesTheSame() throws Exception {
    Graph graph = violating();
    String expected = sorted(validate(graph).toGraph(NAMES, "d"));
    ExecutorService threads = Executors.newFixedThreadPool(4);
    try {
      List<Callable<String>> tasks =
          IntStream.range(0, 400)
              .<Callable<String>>mapToObj(
                  i -> () -> sorted(validate(violating()).toGraph(NAMES, "d")))
              .toList();
      for (Future<String> result : threads.invokeAll(tasks)) {
        assertEquals(expected, result.get());
      }
    } finally {
      threads.shutdownNow();
    }
  }

  private Verdict validate(Graph graph) {
    return validator.validate(graph, Descriptions.DATASET);
  }

  private static Graph complete() {
    return Descriptions.read(Descriptions.FILES.resolve("complete.ttl"));
  }

  private static Graph violating() {
    return Descriptions.read(
        Descriptions.FILES.resolve(Path.of("cases", "SafeIri", "violates.ttl")));
  }

  private static Node dcat(String name) {
    return NodeFactory.createURI("http://www.w3.org/ns/dcat#" + name);
  }

  private static String sorted(Graph graph) {
    return RDFWriter.source(graph)
        .lang(Lang.NTRIPLES)
        .asString()
        .lines()
        .sorted()
        .reduce("", (a, b) -> a + b + "\n");
  }
}
