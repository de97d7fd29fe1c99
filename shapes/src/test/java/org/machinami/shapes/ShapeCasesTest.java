package org.machinami.shapes;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.graph.Triple;
import org.apache.jena.shacl.vocabulary.SHACL;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Each shape has a folder of its name: what conforms, what violates, what is then found. */
class ShapeCasesTest {

  private static final Path CASES = Descriptions.FILES.resolve("cases");

  private final MetadataValidator validator = MetadataValidator.bundled();

  @TestFactory
  Stream<DynamicTest> violates_isFoundAndNothingElseOfTheShape() {
    return names().stream()
        .map(
            name ->
                DynamicTest.dynamicTest(
                    name,
                    () ->
                        assertEquals(
                            Files.readAllLines(CASES.resolve(name).resolve("expected.txt")),
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
    CaseContent content = new CaseContent(validator.shapes());
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
    try (Stream<Path> folders = Files.list(CASES)) {
      Set<String> found = new TreeSet<>();
      folders.forEach(folder -> found.add(folder.getFileName().toString()));
      assertEquals(names(), found);
    }
  }

  @Test
  void shapes_sayWhatToDoInBothLanguagesAndHowGraveItIs() {
    Graph shapes = validator.shapes();
    for (String name : names()) {
      Node shape = NodeFactory.createURI(ShapeFiles.NS + name);
      List<String> languages =
          shapes
              .find(shape, SHACL.message, Node.ANY)
              .mapWith(triple -> triple.getObject().getLiteralLanguage())
              .toList();
      assertEquals(Set.of("ja", "en"), Set.copyOf(languages), name);
      assertEquals(2, languages.size(), name);
      assertTrue(shapes.contains(shape, SHACL.severity, Node.ANY), name);
    }
  }

  @Test
  void validate_completeDescription_isAdmittedWithoutFindings() {
    Verdict verdict =
        validator.validate(
            Descriptions.read(Descriptions.FILES.resolve("complete.ttl")), Descriptions.DATASET);
    assertEquals(List.of(), verdict.violations());
    assertEquals(Outcome.ADMITTED, verdict.outcome());
  }

  /** Shapes that give a message: those that can find fault. */
  private Set<String> names() {
    Set<String> names = new TreeSet<>();
    validator
        .shapes()
        .find(Node.ANY, SHACL.message, Node.ANY)
        .mapWith(Triple::getSubject)
        .forEachRemaining(shape -> names.add(shape.getURI().substring(ShapeFiles.NS.length())));
    assertFalse(names.isEmpty());
    return names;
  }

  private static Graph graph(String name, String file) {
    return Descriptions.read(CASES.resolve(name).resolve(file));
  }

  private List<Violation> violations(String name, Graph graph) {
    return validator.validate(graph, Descriptions.DATASET).violations().stream()
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
