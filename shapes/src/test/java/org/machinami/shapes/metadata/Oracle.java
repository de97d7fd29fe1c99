package org.machinami.shapes.metadata;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.graph.Triple;
import org.apache.jena.shacl.ShaclValidator;
import org.apache.jena.shacl.Shapes;
import org.apache.jena.shacl.vocabulary.SHACL;
import org.machinami.shapes.MetadataValidator;
import org.machinami.shapes.ShapeFiles;

/** Holds a graph against the same shapes twice, by our checks and by jena-shacl. */
final class Oracle {

  private static final Node DECLARED = NodeFactory.createURI(ShapeFiles.NS + "DeclaredDataset");

  private final Shapes shapes;
  private final CompiledShapes compiled;

  private Oracle(Shapes shapes, CompiledShapes compiled) {
    this.shapes = shapes;
    this.compiled = compiled;
  }

  static Oracle bundled() {
    return of(MetadataValidator.bundled().shapes(), DECLARED);
  }

  /** With a shape that the dataset itself is held against. */
  static Oracle of(Graph graph, Node declared) {
    Shapes shapes = Shapes.parse(graph);
    return new Oracle(shapes, CompiledShapes.of(shapes, declared));
  }

  CompiledShapes compiled() {
    return compiled;
  }

  /** Fails where the two differ; returns how many results there are. */
  int assertAgrees(Graph data, String where) {
    List<String> expected = new ArrayList<>();
    ShaclValidator.get()
        .validate(shapes, data)
        .getEntries()
        .forEach(entry -> expected.add(text(Failure.of(entry))));
    assertEquals(sorted(expected), found(Statements.of(data)), where);
    List<Triple> statements = data.find().toList();
    assertEquals(expected, found(Statements.of(statements)), where + ", not as a graph");
    return expected.size();
  }

  private List<String> found(Statements statements) {
    List<String> found = new ArrayList<>();
    compiled.checkAll(statements, failure -> found.add(text(failure)));
    return sorted(found);
  }

  private static List<String> sorted(List<String> texts) {
    Collections.sort(texts);
    return texts;
  }

  private static String text(Failure failure) {
    return String.join(
        " ",
        failure.shape().toString(),
        failure.severity().getLocalName(),
        failure.component().getLocalName(),
        failure.focus().toString(),
        failure.path().map(Object::toString).orElse("-"),
        failure.value().map(value -> text(value, failure)).orElse("-"));
  }

  /** Which of the values that share a language is named goes by the order of the statements. */
  private static String text(Node value, Failure failure) {
    return failure.component().equals(SHACL.UniqueLangConstraintComponent)
        ? "@" + value.getLiteralLanguage()
        : value.toString();
  }
}
