package org.machinami.shapes;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.shacl.Shapes;
import org.apache.jena.shacl.engine.constraint.InConstraint;
import org.apache.jena.shacl.parser.Shape;
import org.apache.jena.vocabulary.OWL2;
import org.apache.jena.vocabulary.RDF;
import org.apache.jena.vocabulary.SKOS;
import org.junit.jupiter.api.Test;
import org.machinami.ontology.Vocabularies;

/** The shapes repeat the code lists, so that nothing must be looked up; here they are compared. */
class CodeListsAgreeTest {

  private static final Map<String, String> LISTS =
      Map.of(
          "DatasetSectorKnown", "sector",
          "ServiceField", "service-field",
          "DatasetAccessPlanKnown", "access-plan",
          "DatasetPersonalDataStageKnown", "personal-data-stage",
          "DatasetFrequency", "frequency",
          "DatasetAccessRights", "access-rights");

  private final Graph files = ShapeFiles.read();
  private final Shapes shapes = Shapes.parse(files);

  @Test
  void shapesWithAList_nameExactlyItsConcepts() {
    LISTS.forEach(
        (shape, list) -> {
          Set<Node> concepts = new HashSet<>();
          Vocabularies.find(list)
              .orElseThrow()
              .read()
              .find(Node.ANY, RDF.type.asNode(), SKOS.Concept.asNode())
              .forEachRemaining(triple -> concepts.add(triple.getSubject()));
          assertEquals(concepts, in(shape), shape);
        });
  }

  @Test
  void shapesWithAList_areAllCompared() {
    Set<String> withList = new HashSet<>();
    shapes
        .getShapeMap()
        .forEach(
            (node, shape) -> {
              if (node.isURI() && hasList(shape)) {
                withList.add(node.getURI().substring(ShapeFiles.NS.length()));
              }
            });
    assertEquals(LISTS.keySet(), withList);
  }

  @Test
  void shapes_useOnlyTermsThatTheOntologyDefines() {
    Graph vocabularies = Vocabularies.union();
    Set<Node> own = new HashSet<>();
    files.stream()
        .flatMap(t -> Set.of(t.getSubject(), t.getPredicate(), t.getObject()).stream())
        .filter(node -> node.isURI() && node.getURI().startsWith(Vocabularies.NS))
        .forEach(own::add);
    assertFalse(own.isEmpty());
    for (Node node : own) {
      boolean shape = node.getURI().startsWith(ShapeFiles.NS);
      assertTrue(
          shape
              ? shapes.getShape(node) != null || files.contains(node, RDF.type.asNode(), Node.ANY)
              : vocabularies.contains(node, RDF.type.asNode(), Node.ANY)
                  && !vocabularies.contains(node, OWL2.deprecated.asNode(), Node.ANY),
          node.getURI());
    }
  }

  private Set<Node> in(String name) {
    Shape shape = shapes.getShape(NodeFactory.createURI(ShapeFiles.NS + name));
    return shape.getConstraints().stream()
        .filter(InConstraint.class::isInstance)
        .map(InConstraint.class::cast)
        .findFirst()
        .map(constraint -> Set.copyOf(constraint.getValues()))
        .orElseThrow();
  }

  private static boolean hasList(Shape shape) {
    return shape.getConstraints().stream().anyMatch(InConstraint.class::isInstance);
  }
}
