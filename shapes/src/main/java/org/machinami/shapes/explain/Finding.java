package org.machinami.shapes.explain;

import java.util.List;
import java.util.Optional;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;

/**
 * A finding on a statement, as repairs look at it.
 *
 * @param property of the focus node
 * @param value at fault; empty when one is missing or there are too many
 */
record Finding(Graph description, Node shape, Node focus, Node property, Optional<Node> value) {

  List<Node> values() {
    return objects(focus, property);
  }

  List<Node> objects(Node subject, Node predicate) {
    return description.find(subject, predicate, Node.ANY).mapWith(Triple::getObject).toList();
  }

  /** Nodes that point to the focus node. */
  List<Node> subjects(Node predicate) {
    return description.find(Node.ANY, predicate, focus).mapWith(Triple::getSubject).toList();
  }

  Triple statement(Node object) {
    return Triple.create(focus, property, object);
  }
}
