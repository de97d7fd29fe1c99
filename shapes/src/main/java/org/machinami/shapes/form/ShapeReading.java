package org.machinami.shapes.form;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.apache.jena.vocabulary.RDF;

/** Small questions to a graph of shapes. */
final class ShapeReading {

  private ShapeReading() {}

  static List<Node> all(Graph graph, Node subject, Node property) {
    return graph.find(subject, property, Node.ANY).mapWith(Triple::getObject).toList();
  }

  static Optional<Node> first(Graph graph, Node subject, Node property) {
    return all(graph, subject, property).stream().findFirst();
  }

  static List<Node> subjects(Graph graph, Node property, Node object) {
    return graph.find(Node.ANY, property, object).mapWith(Triple::getSubject).toList();
  }

  /** The members of an RDF list. */
  static List<Node> members(Graph graph, Node list) {
    List<Node> members = new ArrayList<>();
    Node rest = list;
    while (!RDF.nil.asNode().equals(rest)) {
      members.add(first(graph, rest, RDF.first.asNode()).orElseThrow());
      rest = first(graph, rest, RDF.rest.asNode()).orElseThrow();
    }
    return members;
  }

  /** The text of a property in both languages; empty where there is none. */
  static Words words(Graph graph, Node subject, Node property) {
    String ja = "";
    String en = "";
    for (Node text : all(graph, subject, property)) {
      if (text.isLiteral() && text.getLiteralLanguage().equals("ja")) {
        ja = text.getLiteralLexicalForm();
      } else if (text.isLiteral() && text.getLiteralLanguage().equals("en")) {
        en = text.getLiteralLexicalForm();
      }
    }
    return new Words(ja, en);
  }

  static double order(Graph graph, Node subject, Node property) {
    return first(graph, subject, property)
        .map(node -> Double.parseDouble(node.getLiteralLexicalForm()))
        .orElse(Double.MAX_VALUE);
  }
}
