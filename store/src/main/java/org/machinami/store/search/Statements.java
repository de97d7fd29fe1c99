package org.machinami.store.search;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.apache.jena.sparql.util.NodeCmp;

/** Reads triples by subject and property, always in the same order. */
final class Statements {
  private static final int LONGEST_WORD = 2000;

  private final List<Triple> triples;
  private final Map<Node, List<Triple>> bySubject = new HashMap<>();

  Statements(List<Triple> triples) {
    this.triples = triples;
    for (Triple triple : triples) {
      bySubject.computeIfAbsent(triple.getSubject(), s -> new ArrayList<>()).add(triple);
    }
  }

  /** Whether anything is said of it. */
  boolean describes(Node subject) {
    return bySubject.containsKey(subject);
  }

  /** What has this value for a property. */
  List<Node> subjects(Node property, Node object) {
    return triples.stream()
        .filter(t -> t.getPredicate().equals(property) && t.getObject().equals(object))
        .map(Triple::getSubject)
        .sorted(NodeCmp::compareRDFTerms)
        .toList();
  }

  /** The literals that things with an IRI have for some properties, by the IRIs. */
  static Map<String, List<Literal>> literals(Stream<Triple> triples, Set<Node> properties) {
    Map<String, List<Literal>> literals = new HashMap<>();
    triples
        .filter(t -> properties.contains(t.getPredicate()))
        .filter(t -> t.getSubject().isURI() && t.getObject().isLiteral())
        .forEach(
            t ->
                literals
                    .computeIfAbsent(t.getSubject().getURI(), iri -> new ArrayList<>())
                    .add(literal(t.getObject())));
    return literals;
  }

  /** The same of these. */
  Map<String, List<Literal>> literals(Set<Node> properties) {
    return literals(triples.stream(), properties);
  }

  /** The values of a property, whatever has it. */
  List<Node> objects(Node property) {
    return triples.stream()
        .filter(triple -> triple.getPredicate().equals(property))
        .map(Triple::getObject)
        .toList();
  }

  List<Node> objects(Node subject, Node property) {
    List<Node> objects = new ArrayList<>();
    for (Triple triple : bySubject.getOrDefault(subject, List.of())) {
      if (triple.getPredicate().equals(property)) {
        objects.add(triple.getObject());
      }
    }
    if (objects.size() > 1) {
      objects.sort(NodeCmp::compareRDFTerms);
    }
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
