package org.machinami.shapes.explain;

import java.util.List;
import java.util.Optional;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.machinami.shapes.data.DataShapes;

/** How the value of a code list is written that a text means, where a shape asks for the list. */
public final class ListedValues {

  private ListedValues() {}

  /**
   * The last part of the IRI of the value, and the IRI; none where the shape has no list or the
   * text means no value of it.
   *
   * @param shape IRI of a shape for city data
   */
  public static List<String> of(String shape, String text) {
    ShapeReader shapes = new ShapeReader(DataShapes.bundled().graph());
    List<Node> choices = shapes.choices(shapes.node(shape));
    Optional<Node> meant =
        choices.isEmpty()
            ? Optional.empty()
            : ConceptNames.find(NodeFactory.createLiteralString(text), choices);
    return meant
        .filter(Node::isURI)
        .map(node -> List.of(ConceptNames.localName(node.getURI()), node.getURI()))
        .orElse(List.of());
  }
}
