package org.machinami.shapes;

import java.util.Iterator;
import java.util.List;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.apache.jena.sparql.vocabulary.FOAF;
import org.apache.jena.util.iterator.WrappedIterator;
import org.apache.jena.vocabulary.DCTerms;
import org.apache.jena.vocabulary.RDF;
import org.apache.jena.vocabulary.RDFS;
import org.apache.jena.vocabulary.VCARD4;

/** How a node is called for people: its title or name, Japanese before English before others. */
final class FocusLabels {

  private static final List<Node> PROPERTIES =
      List.of(DCTerms.title.asNode(), FOAF.name.asNode(), VCARD4.fn.asNode(), RDFS.label.asNode());

  private FocusLabels() {}

  static String of(Graph graph, Node focus) {
    for (Node property : PROPERTIES) {
      String best = best(graph, focus, property);
      if (!best.isBlank()) {
        return best;
      }
    }
    return focus.isURI() ? focus.getURI() : type(graph, focus);
  }

  private static String best(Graph graph, Node focus, Node property) {
    String best = "";
    int bestRank = Integer.MAX_VALUE;
    Iterator<Triple> triples = graph.find(focus, property, Node.ANY);
    while (triples.hasNext()) {
      Node label = triples.next().getObject();
      if (!label.isLiteral()) {
        continue;
      }
      int rank = rank(label.getLiteralLanguage());
      String text = label.getLiteralLexicalForm();
      if (rank < bestRank || (rank == bestRank && text.compareTo(best) < 0)) {
        best = text;
        bestRank = rank;
      }
    }
    return best;
  }

  private static int rank(String language) {
    if (language.equals("ja") || language.startsWith("ja-")) {
      return 0;
    }
    return language.equals("en") || language.startsWith("en-") ? 1 : 2;
  }

  /** A node without name and IRI is called after its class. */
  private static String type(Graph graph, Node focus) {
    return WrappedIterator.create(graph.find(focus, RDF.type.asNode(), Node.ANY))
        .mapWith(Triple::getObject)
        .filterKeep(Node::isURI)
        .mapWith(node -> node.getURI().replaceFirst("^.*[/#]", ""))
        .toList()
        .stream()
        .sorted()
        .findFirst()
        .orElse("?");
  }
}
