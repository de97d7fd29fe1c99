package org.machinami.shapes;

import java.util.Objects;
import java.util.Optional;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.shacl.parser.Shape;
import org.apache.jena.shacl.vocabulary.SHACL;
import org.apache.jena.sparql.path.Path;

/**
 * What a shape says when it finds fault.
 *
 * @param shape its IRI
 * @param path the property, written for people; empty when the node itself is at fault
 * @param messageJa what to do, in Japanese
 * @param messageEn what to do, in English
 */
public record ShapeText(
    String shape, Severity severity, Optional<String> path, String messageJa, String messageEn) {

  public ShapeText {
    Objects.requireNonNull(shape, "shape");
    Objects.requireNonNull(severity, "severity");
    Objects.requireNonNull(path, "path");
    Objects.requireNonNull(messageJa, "messageJa");
    Objects.requireNonNull(messageEn, "messageEn");
  }

  /**
   * A finding of the shape.
   *
   * @param label of the focus node, for people
   * @param value at fault; empty when one is missing
   * @param at where it stands in a source, when that is known
   */
  public Violation found(Node focus, String label, Optional<Node> value, Optional<Position> at) {
    return new Violation(
        shape,
        severity,
        focus,
        label,
        path,
        value,
        messageJa,
        messageEn,
        at,
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty());
  }

  public static ShapeText of(Graph shapes, Shape shape, Optional<Path> path) {
    Node node = shape.getShapeNode();
    return new ShapeText(
        node.toString(),
        Severity.of(shape.getSeverity().level()),
        path.map(PathText::of),
        message(shapes, node, "ja"),
        message(shapes, node, "en"));
  }

  private static String message(Graph shapes, Node shape, String language) {
    return shapes.find(shape, SHACL.message, Node.ANY).toList().stream()
        .map(triple -> triple.getObject())
        .filter(text -> text.getLiteralLanguage().equals(language))
        .map(Node::getLiteralLexicalForm)
        .findFirst()
        .orElse("");
  }
}
