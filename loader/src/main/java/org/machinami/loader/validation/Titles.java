package org.machinami.loader.validation;

import java.util.Comparator;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.vocabulary.DCTerms;

/** What a dataset is called: its title, Japanese before others; else its IRI. */
final class Titles {

  private Titles() {}

  static String of(Graph graph, String iri) {
    return graph
        .find(NodeFactory.createURI(iri), DCTerms.title.asNode(), Node.ANY)
        .mapWith(triple -> triple.getObject())
        .filterKeep(title -> title.isLiteral() && !title.getLiteralLexicalForm().isBlank())
        .toList()
        .stream()
        .min(
            Comparator.comparing((Node title) -> !title.getLiteralLanguage().startsWith("ja"))
                .thenComparing(Node::getLiteralLexicalForm))
        .map(Node::getLiteralLexicalForm)
        .orElse(iri);
  }
}
