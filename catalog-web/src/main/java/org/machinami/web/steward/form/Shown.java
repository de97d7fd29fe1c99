package org.machinami.web.steward.form;

import java.util.List;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.apache.jena.sparql.util.NodeCmp;
import org.machinami.shapes.form.Field;

/** Which values of a thing a field shows, in an order that follows from the values alone. */
final class Shown {

  /** Of one property; what comes behind is kept as it is. */
  static final int MOST = 300;

  private final Graph graph;
  private final FieldText text;

  Shown(Graph graph, FieldText text) {
    this.graph = graph;
    this.text = text;
  }

  List<Node> values(Node thing, Field field) {
    return graph
        .find(thing, field.property(), Node.ANY)
        .mapWith(Triple::getObject)
        .filterKeep(value -> text.shows(field, value))
        .toList()
        .stream()
        .sorted(NodeCmp::compareRDFTerms)
        .limit(MOST)
        .toList();
  }
}
