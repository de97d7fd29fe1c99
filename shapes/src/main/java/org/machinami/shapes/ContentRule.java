package org.machinami.shapes;

import java.util.Objects;
import java.util.Optional;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;

/**
 * A rule on the content of files that is not written in SHACL. A clause names it, and pages show
 * it, like a shape.
 *
 * @param messageJa what to do, in Japanese
 * @param messageEn what to do, in English
 */
public record ContentRule(String iri, String messageJa, String messageEn) {

  public ContentRule {
    Objects.requireNonNull(iri, "iri");
    Objects.requireNonNull(messageJa, "messageJa");
    Objects.requireNonNull(messageEn, "messageEn");
  }

  /**
   * A finding of this rule.
   *
   * @param metadata describes the dataset, for its name
   * @param value what stands there; empty where showing it would do the harm that the rule is
   *     against
   */
  public Violation found(
      Severity severity, Graph metadata, String dataset, Position at, Optional<String> value) {
    Node focus = NodeFactory.createURI(dataset);
    return text(severity)
        .found(
            focus,
            FocusLabels.of(metadata, focus),
            value.map(NodeFactory::createLiteralString),
            Optional.of(at));
  }

  /** What it says when it finds fault, as a shape would. */
  public ShapeText text(Severity severity) {
    return new ShapeText(iri, severity, Optional.empty(), messageJa, messageEn);
  }
}
