package org.machinami.shapes;

import java.util.List;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.graph.Triple;
import org.apache.jena.shacl.vocabulary.SHACL;
import org.apache.jena.vocabulary.RDF;
import org.machinami.ontology.City;

/** The bundled rules on the content of files. Immutable. */
public final class ContentRules {

  private static final class Bundled {
    static final Graph GRAPH = ShapeFiles.readContent();
  }

  private ContentRules() {}

  /** The rules as they stand in the files; not to be changed. */
  public static Graph graph() {
    return Bundled.GRAPH;
  }

  /** All of them. */
  static List<ContentRule> all() {
    return graph()
        .find(Node.ANY, RDF.type.asNode(), City.ContentRule.asNode())
        .mapWith(triple -> require(triple.getSubject().getURI().substring(ShapeFiles.NS.length())))
        .toList();
  }

  /**
   * The rule of that name.
   *
   * @param name local name, such as {@code SmallCells}
   */
  public static ContentRule require(String name) {
    Node rule = NodeFactory.createURI(ShapeFiles.NS + name);
    return new ContentRule(rule.getURI(), message(rule, "ja"), message(rule, "en"));
  }

  private static String message(Node rule, String language) {
    return graph()
        .find(rule, SHACL.message, Node.ANY)
        .mapWith(Triple::getObject)
        .filterKeep(text -> text.getLiteralLanguage().equals(language))
        .next()
        .getLiteralLexicalForm();
  }
}
