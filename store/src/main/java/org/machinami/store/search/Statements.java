package org.machinami.store.search;

import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.apache.jena.sparql.util.NodeCmp;

/** Reads a graph by subject and property, always in the same order. */
record Statements(Graph graph) {
  private static final int LONGEST_WORD = 2000;

  List<Node> objects(Node subject, Node property) {
    List<Node> objects =
        graph.find(subject, property, Node.ANY).mapWith(Triple::getObject).toList();
    objects.sort(NodeCmp::compareRDFTerms);
    return objects;
  }

  List<Literal> literals(Node subject, Node property) {
    return objects(subject, property).stream()
        .filter(Node::isLiteral)
        .map(Statements::literal)
        .toList();
  }

  static Literal literal(Node node) {
    return new Literal(
        node.getLiteralLexicalForm(), node.getLiteralLanguage().toLowerCase(Locale.ROOT));
  }

  /** IRIs and literals as text, but for blank and very long ones. */
  static List<String> words(Collection<Node> nodes) {
    return nodes.stream()
        .filter(n -> n.isURI() || n.isLiteral())
        .map(n -> n.isURI() ? n.getURI() : n.getLiteralLexicalForm())
        .filter(w -> !w.isBlank() && w.length() < LONGEST_WORD)
        .sorted()
        .toList();
  }

  /** xsd:date and xsd:dateTime by their first ten characters; the latest of several. */
  Optional<LocalDate> day(Node subject, Node property) {
    return objects(subject, property).stream()
        .filter(Node::isLiteral)
        .map(n -> day(n.getLiteralLexicalForm()))
        .flatMap(Optional::stream)
        .max(LocalDate::compareTo);
  }

  private static Optional<LocalDate> day(String text) {
    if (text.length() < 10) {
      return Optional.empty();
    }
    try {
      return Optional.of(LocalDate.parse(text.substring(0, 10)));
    } catch (java.time.format.DateTimeParseException e) {
      return Optional.empty();
    }
  }
}
