package org.machinami.shapes;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.apache.jena.shacl.vocabulary.SHACL;
import org.apache.jena.vocabulary.RDF;

/** Shapes as parts of a graph: what belongs to one, and which others it leads to. */
final class ShapeParts {
  private ShapeParts() {}

  /** The shapes that have an IRI. */
  static Set<Node> named(Graph graph) {
    Set<Node> shapes = new LinkedHashSet<>();
    for (Node type : List.of(SHACL.NodeShape, SHACL.PropertyShape)) {
      graph
          .find(Node.ANY, RDF.type.asNode(), type)
          .mapWith(Triple::getSubject)
          .filterKeep(Node::isURI)
          .forEachRemaining(shapes::add);
    }
    return shapes;
  }

  /** What is said of a shape, and of the blank nodes that it leads to. */
  static List<Triple> closure(Graph graph, Node shape) {
    List<Triple> found = new ArrayList<>();
    Set<Node> seen = new HashSet<>();
    gather(graph, shape, seen, found);
    return found;
  }

  private static void gather(Graph graph, Node node, Set<Node> seen, List<Triple> found) {
    if (!seen.add(node)) {
      return;
    }
    for (Triple triple : graph.find(node, Node.ANY, Node.ANY).toList()) {
      found.add(triple);
      if (triple.getObject().isBlank()) {
        gather(graph, triple.getObject(), seen, found);
      }
    }
  }

  /** The named shapes that a shape leads to by {@code sh:property}, itself left out. */
  static Set<Node> below(Graph graph, Node shape) {
    Set<Node> found = new LinkedHashSet<>();
    below(graph, shape, found);
    return found;
  }

  private static void below(Graph graph, Node shape, Set<Node> found) {
    graph
        .find(shape, SHACL.property, Node.ANY)
        .mapWith(Triple::getObject)
        .toList()
        .forEach(
            part -> {
              if (found.add(part)) {
                below(graph, part, found);
              }
            });
  }

  /** The same text for the same definition, whatever its blank nodes are called. */
  static String text(Graph graph, Node shape) {
    TreeSet<String> parts = new TreeSet<>();
    for (Triple triple : graph.find(shape, Node.ANY, Node.ANY).toList()) {
      Node object = triple.getObject();
      String value = object.isBlank() ? "[" + text(graph, object) + "]" : object.toString();
      parts.add(triple.getPredicate() + " " + value);
    }
    return String.join(" ; ", parts);
  }
}
