package org.machinami.shapes;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.graph.Triple;
import org.apache.jena.shacl.vocabulary.SHACL;
import org.apache.jena.sparql.util.graph.GNode;
import org.apache.jena.sparql.util.graph.GraphList;
import org.apache.jena.vocabulary.RDF;

/** Whether a conforming case says what its shape judges, and does not pass for saying nothing. */
final class CaseContent {
  private static final Node PATH = NodeFactory.createURI(SHACL.getURI() + "path");
  private static final Node ALTERNATIVE = NodeFactory.createURI(SHACL.getURI() + "alternativePath");

  private final Graph shapes;

  CaseContent(Graph shapes) {
    this.shapes = shapes;
  }

  /**
   * What the conforming case lacks.
   *
   * @param found in the violating case, by the shape
   * @return empty: it has a thing of the kind that the shape looks at, with a value where it looks
   */
  String lacking(Violation found, Graph violates, Graph conforms) {
    List<Node> alike = alike(found.focus(), violates, conforms);
    if (alike.isEmpty()) {
      return "a thing like " + found.focus();
    }
    List<Node> paths = paths(NodeFactory.createURI(found.shape()));
    boolean hasValue =
        paths.isEmpty()
            || alike.stream()
                .anyMatch(
                    thing ->
                        paths.stream().anyMatch(path -> conforms.contains(thing, path, Node.ANY)));
    return hasValue ? "" : "a value of " + paths;
  }

  /** Things of a common class, or to which a common property leads. */
  private static List<Node> alike(Node focus, Graph violates, Graph conforms) {
    Set<Node> found = new HashSet<>();
    violates
        .find(focus, RDF.type.asNode(), Node.ANY)
        .mapWith(Triple::getObject)
        .forEach(
            type ->
                conforms
                    .find(Node.ANY, RDF.type.asNode(), type)
                    .mapWith(Triple::getSubject)
                    .forEach(found::add));
    violates
        .find(Node.ANY, Node.ANY, focus)
        .mapWith(Triple::getPredicate)
        .forEach(
            property ->
                conforms
                    .find(Node.ANY, property, Node.ANY)
                    .mapWith(Triple::getObject)
                    .forEach(found::add));
    if (conforms.contains(focus, Node.ANY, Node.ANY)) {
      found.add(focus);
    }
    return List.copyOf(found);
  }

  /** The properties in which a path begins; empty for a shape of nodes and for other paths. */
  private List<Node> paths(Node shape) {
    List<Node> found = new ArrayList<>();
    shapes.find(shape, PATH, Node.ANY).mapWith(Triple::getObject).forEach(path -> add(path, found));
    return found;
  }

  private void add(Node path, List<Node> found) {
    if (path.isURI()) {
      found.add(path);
      return;
    }
    shapes
        .find(path, ALTERNATIVE, Node.ANY)
        .mapWith(Triple::getObject)
        .forEach(
            list -> GraphList.members(new GNode(shapes, list)).forEach(one -> add(one, found)));
    shapes
        .find(path, RDF.first.asNode(), Node.ANY)
        .mapWith(Triple::getObject)
        .forEach(first -> add(first, found));
  }
}
