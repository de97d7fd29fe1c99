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
import java.util.function.Function;
import java.util.stream.Stream;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.shacl.vocabulary.SHACL;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.function.ThrowingConsumer;

/**
 * The cases of shapes: each shape has a folder of its name with what conforms, what violates, and
 * what is then found.
 *
 * @param folder of all cases
 * @param reader of a file of a case
 * @param judge by all of the shapes
 */
public record ShapeCases(
    Path folder, Graph shapes, Function<Path, Graph> reader, Function<Graph, Verdict> judge) {

  /** What violates is found, and nothing else of the shape. */
  public Stream<DynamicTest> violating() {
    return each(
        name ->
            assertEquals(
                Files.readAllLines(folder.resolve(name).resolve("expected.txt")),
                findings(name, "violates.ttl")));
  }

  /** What conforms is let pass. */
  public Stream<DynamicTest> conforming() {
    return each(name -> assertEquals(List.of(), findings(name, "conforms.ttl")));
  }

  /** What conforms says what its shape judges. */
  public Stream<DynamicTest> telling() {
    CaseContent content = new CaseContent(shapes);
    return each(
        name -> {
          Graph violates = graph(name, "violates.ttl");
          Graph conforms = graph(name, "conforms.ttl");
          for (Violation found : violations(name, violates)) {
            assertEquals("", content.lacking(found, violates, conforms));
          }
        });
  }

  private Stream<DynamicTest> each(ThrowingConsumer<String> test) {
    return names().stream().map(name -> DynamicTest.dynamicTest(name, () -> test.accept(name)));
  }

  /** No shape lacks its cases, and no case its shape. */
  public void requireOneForEach() throws IOException {
    try (Stream<Path> folders = Files.list(folder)) {
      Set<String> found = new TreeSet<>();
      folders.forEach(one -> found.add(one.getFileName().toString()));
      assertEquals(names(), found);
    }
  }

  /** Each shape says what to do, in both languages, and how grave it is. */
  public void requireMessages() {
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

  /** Shapes that give a message: those that can find fault. */
  private Set<String> names() {
    Set<String> names = new TreeSet<>();
    shapes
        .find(Node.ANY, SHACL.message, Node.ANY)
        .mapWith(triple -> triple.getSubject().getURI())
        .forEachRemaining(iri -> names.add(iri.substring(ShapeFiles.NS.length())));
    assertFalse(names.isEmpty());
    return names;
  }

  private Graph graph(String name, String file) {
    return reader.apply(folder.resolve(name).resolve(file));
  }

  private List<Violation> violations(String name, Graph graph) {
    return judge.apply(graph).violations().stream()
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
