package org.machinami.loader.policy;

import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.graph.Triple;
import org.apache.jena.shacl.vocabulary.SHACL;
import org.machinami.ontology.City;
import org.machinami.shapes.PolicyVersion;
import org.machinami.shapes.RuleGraphs;

/** How the clauses and rules of two versions are called: as the draft says, else as it was. */
final class WhatIfWords {
  private static final String ELI = "http://data.europa.eu/eli/ontology#";
  private static final Node NUMBER = NodeFactory.createURI(ELI + "number");
  private static final Node TITLE = NodeFactory.createURI(ELI + "title");

  private final PolicyVersion current;
  private final PolicyVersion draft;

  WhatIfWords(PolicyVersion current, PolicyVersion draft) {
    this.current = current;
    this.draft = draft;
  }

  /** The title of a clause. */
  WhatIfFile.Words clause(String number) {
    PolicyVersion version = draft.policy().hasClause(number) ? draft : current;
    Graph text = version.text();
    return text.find(Node.ANY, NUMBER, NodeFactory.createLiteralString(number))
        .mapWith(Triple::getSubject)
        .filterKeep(clause -> text.contains(clause, City.rationale.asNode(), Node.ANY))
        .nextOptional()
        .map(clause -> words(text, clause, TITLE))
        .orElse(new WhatIfFile.Words("", ""));
  }

  /** What a rule says, and under which clause. */
  WhatIfFile.Rule rule(String iri) {
    Node shape = NodeFactory.createURI(iri);
    boolean drafted = draft.policy().clauseOf(iri).isPresent();
    PolicyVersion version = drafted ? draft : current;
    return new WhatIfFile.Rule(
        version.policy().clauseOf(iri).orElse(""),
        words(RuleGraphs.with(version.shapes()), shape, SHACL.message));
  }

  private static WhatIfFile.Words words(Graph graph, Node subject, Node property) {
    String ja = "";
    String en = "";
    for (Triple triple : graph.find(subject, property, Node.ANY).toList()) {
      String text =
          triple.getObject().isLiteral() ? triple.getObject().getLiteralLexicalForm() : "";
      if (triple.getObject().isLiteral() && triple.getObject().getLiteralLanguage().equals("ja")) {
        ja = text;
      } else {
        en = text;
      }
    }
    return new WhatIfFile.Words(ja.isEmpty() ? en : ja, en.isEmpty() ? ja : en);
  }
}
