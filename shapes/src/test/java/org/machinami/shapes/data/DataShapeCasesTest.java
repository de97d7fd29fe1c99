package org.machinami.shapes.data;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.graph.Triple;
import org.apache.jena.shacl.vocabulary.SHACL;
import org.apache.jena.vocabulary.OWL;
import org.apache.jena.vocabulary.RDF;
import org.apache.jena.vocabulary.RDFS;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.machinami.ontology.City;
import org.machinami.ontology.Vocabularies;
import org.machinami.ontology.Vocabulary;
import org.machinami.shapes.CaseContent;
import org.machinami.shapes.ShapeFiles;
import org.machinami.shapes.Verdict;
import org.machinami.shapes.Violation;

/** Each shape has a folder of its name: what conforms, what violates, what is then found. */
class DataShapeCasesTest {

  /** What the catalogue writes itself. */
  private static final Set<String> OF_THE_POLICY =
      Set.of(City.Verdict.getURI(), City.ContentRule.getURI(), City.RuleSetting.getURI());

  private final DataShapes shapes = DataShapes.bundled();

  @TestFactory
  Stream<DynamicTest> violates_isFoundAndNothingElseOfTheShape() {
    return names().stream()
        .map(
            name ->
                DynamicTest.dynamicTest(
                    name,
                    () ->
                        assertEquals(
                            Files.readAllLines(DataFiles.CASES.resolve(name + "/expected.txt")),
                            findings(name, "violates.ttl"))));
  }

  @TestFactory
  Stream<DynamicTest> conforms_isLetPass() {
    return names().stream()
        .map(
            name ->
                DynamicTest.dynamicTest(
                    name, () -> assertEquals(List.of(), findings(name, "conforms.ttl"))));
  }

  @TestFactory
  Stream<DynamicTest> conforms_saysWhatTheShapeJudges() {
    CaseContent content = new CaseContent(shapes.graph());
    return names().stream()
        .map(
            name ->
                DynamicTest.dynamicTest(
                    name,
                    () -> {
                      Graph violates = graph(name, "violates.ttl");
                      Graph conforms = graph(name, "conforms.ttl");
                      for (Violation found : violations(name, violates)) {
                        assertEquals("", content.lacking(found, violates, conforms));
                      }
                    }));
  }

  @Test
  void cases_areThoseOfTheShapes() throws IOException {
    try (Stream<Path> folders = Files.list(DataFiles.CASES)) {
      Set<String> found = new TreeSet<>();
      folders.forEach(folder -> found.add(folder.getFileName().toString()));
      assertEquals(names(), found);
    }
  }

  @Test
  void shapes_sayWhatToDoInBothLanguagesAndHowGraveItIs() {
    for (String name : names()) {
      Node shape = NodeFactory.createURI(ShapeFiles.NS + name);
      List<String> languages =
          shapes
              .graph()
              .find(shape, SHACL.message, Node.ANY)
              .mapWith(triple -> triple.getObject().getLiteralLanguage())
              .toList();
      assertEquals(Set.of("ja", "en"), Set.copyOf(languages), name);
      assertEquals(2, languages.size(), name);
      assertTrue(shapes.graph().contains(shape, SHACL.severity, Node.ANY), name);
    }
  }

  @Test
  void everyClassOfTheCityOntology_isHeldAgainstAShape() {
    Graph city = Vocabularies.find("city").orElseThrow().read();
    Set<Node> aimedAt =
        shapes
            .graph()
            .find(Node.ANY, SHACL.targetClass, Node.ANY)
            .mapWith(Triple::getObject)
            .toSet();
    Set<String> without = new TreeSet<>();
    city.find(Node.ANY, RDF.type.asNode(), OWL.Class.asNode())
        .mapWith(Triple::getSubject)
        .filterDrop(name -> isAimedAt(name, city, aimedAt, new HashSet<>()))
        .forEach(name -> without.add(name.getURI()));
    assertEquals(OF_THE_POLICY, without);
  }

  private static boolean isAimedAt(Node name, Graph city, Set<Node> aimedAt, Set<Node> seen) {
    return seen.add(name)
        && (aimedAt.contains(name)
            || city
                .find(name, RDFS.subClassOf.asNode(), Node.ANY)
                .mapWith(Triple::getObject)
                .toList()
                .stream()
                .anyMatch(above -> isAimedAt(above, city, aimedAt, seen)));
  }

  /** A shape repeats a code list, so that nothing is looked up while rows stream. */
  @Test
  void listsInShapes_areTheCodeLists() {
    Graph graph = shapes.graph();
    List<Triple> all = graph.find(Node.ANY, SHACL.in, Node.ANY).toList();
    assertTrue(all.size() > 5, all.size() + " lists");
    for (Triple triple : all) {
      Set<String> values = elements(graph, triple.getObject());
      String list = values.iterator().next().replaceFirst(".*/vocab/([^/]+)/.*", "$1");
      Vocabulary vocabulary = Vocabularies.find(list).orElseThrow();
      Set<String> concepts =
          vocabulary
              .read()
              .find(
                  Node.ANY,
                  RDF.type.asNode(),
                  NodeFactory.createURI("http://www.w3.org/2004/02/skos/core#Concept"))
              .mapWith(one -> one.getSubject().getURI())
              .toSet();
      assertEquals(new TreeSet<>(concepts), values, triple.getSubject().getURI());
    }
  }

  private static Set<String> elements(Graph graph, Node list) {
    Set<String> values = new TreeSet<>();
    Node rest = list;
    while (!rest.equals(RDF.nil.asNode())) {
      values.add(object(graph, rest, RDF.first.asNode()).getURI());
      rest = object(graph, rest, RDF.rest.asNode());
    }
    return values;
  }

  private static Node object(Graph graph, Node subject, Node property) {
    return graph.find(subject, property, Node.ANY).next().getObject();
  }

  private Set<String> names() {
    return shapes
        .graph()
        .find(Node.ANY, SHACL.message, Node.ANY)
        .mapWith(triple -> triple.getSubject().getURI().substring(ShapeFiles.NS.length()))
        .toSet()
        .stream()
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private static Graph graph(String name, String file) {
    return DataFiles.read(DataFiles.CASES.resolve(name).resolve(file));
  }

  private List<Violation> violations(String name, Graph graph) {
    Verdict verdict = DataFiles.judge(shapes, List.of(DataFiles.lines(graph)));
    return verdict.violations().stream()
        .filter(violation -> violation.shape().equals(ShapeFiles.NS + name))
        .toList();
  }

  private List<String> findings(String name, String file) {
    return violations(name, graph(name, file)).stream()
        .map(
            violation ->
                String.join(
                    "\t",
                    violation.focus().getURI(),
                    violation.path().orElse(""),
                    violation.value().map(Node::toString).orElse("")))
        .sorted()
        .toList();
  }
}
