package org.machinami.shapes;

import java.util.List;
import java.util.function.Function;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.apache.jena.sparql.vocabulary.FOAF;
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
    return of(
        focus,
        property -> graph.find(focus, property, Node.ANY).mapWith(Triple::getObject).toList());
  }

  /**
   * The same where there is no graph.
   *
   * @param values those of the node, by property
   */
  static String of(Node focus, Function<Node, List<Node>> values) {
    for (Node property : PROPERTIES) {
      String best = best(values.apply(property));
      if (!best.isBlank()) {
        return best;
      }
    }
    return focus.isURI() ? focus.getURI() : type(values.apply(RDF.type.asNode()));
  }

  private static String best(List<Node> labels) {
    String best = "";
    int bestRank = Integer.MAX_VALUE;
    for (Node label : labels) {
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
  private static String type(List<Node> types) {
    return types.stream()
        .filter(Node::isURI)
        .map(node -> node.getURI().replaceFirst("^.*[/#]", ""))
        .sorted()
        .findFirst()
        .orElse("?");
  }
}
