package org.machinami.shapes.form;

import static org.machinami.shapes.form.ShapeReading.all;
import static org.machinami.shapes.form.ShapeReading.first;
import static org.machinami.shapes.form.ShapeReading.members;
import static org.machinami.shapes.form.ShapeReading.subjects;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.shacl.vocabulary.SHACL;
import org.apache.jena.vocabulary.RDF;

/** Reads what property shapes say of a property: how often, of what kind, from which list. */
final class ShapeFacts {

  private final Graph shapes;

  ShapeFacts(Graph shapes) {
    this.shapes = shapes;
  }

  /**
   * What the shapes of a kind of thing say of a property.
   *
   * @param classes that the thing may have
   * @param objectsOf properties whose values such things are
   */
  Facts of(Node property, Set<Node> classes, Set<Node> objectsOf) {
    Facts facts = new Facts();
    Set<Node> nodeShapes = new LinkedHashSet<>();
    classes.forEach(type -> nodeShapes.addAll(subjects(shapes, SHACL.targetClass, type)));
    objectsOf.forEach(of -> nodeShapes.addAll(subjects(shapes, SHACL.targetObjectsOf, of)));
    for (Node nodeShape : nodeShapes) {
      for (Node shape : all(shapes, nodeShape, SHACL.property)) {
        Node path = first(shapes, shape, SHACL.path).orElseThrow();
        if (path.equals(property)) {
          add(facts, shapes, shape);
        } else if (alternatives(path).contains(property)) {
          // Any of them will do, so each is as much wanted as one of them must be.
          facts.shapes.add(shape.getURI());
          wanted(facts, shapes, shape);
        } else if (firstStep(path).equals(List.of(property))) {
          facts.shapes.add(shape.getURI());
        }
      }
    }
    return facts;
  }

  /** Adds what one property shape says. */
  static void add(Facts facts, Graph graph, Node shape) {
    if (shape.isURI()) {
      facts.shapes.add(shape.getURI());
    }
    wanted(facts, graph, shape);
    facts.single |=
        first(graph, shape, SHACL.maxCount)
            .filter(most -> most.getLiteralLexicalForm().equals("1"))
            .isPresent();
    facts.iri |= first(graph, shape, SHACL.nodeKind).filter(SHACL.IRI::equals).isPresent();
    facts.oneOfEachLanguage |= first(graph, shape, SHACL.uniqueLang).isPresent();
    first(graph, shape, SHACL.pattern)
        .ifPresent(pattern -> facts.patterns.add(pattern.getLiteralLexicalForm()));
    first(graph, shape, SHACL.in)
        .ifPresent(
            list -> {
              facts.closed = true;
              facts.values.addAll(members(graph, list));
            });
    first(graph, shape, SHACL.qualifiedValueShape)
        .ifPresent(
            qualified -> {
              first(graph, qualified, SHACL.in)
                  .ifPresent(list -> facts.values.addAll(members(graph, list)));
              facts.oneOfEachLanguage |= first(graph, qualified, SHACL.languageIn).isPresent();
            });
    datatypes(facts, graph, shape);
    first(graph, shape, SHACL.or)
        .ifPresent(list -> members(graph, list).forEach(member -> datatypes(facts, graph, member)));
  }

  private static void datatypes(Facts facts, Graph graph, Node shape) {
    first(graph, shape, SHACL.datatype).ifPresent(type -> facts.datatypes.add(type.getURI()));
  }

  private static void wanted(Facts facts, Graph graph, Node shape) {
    boolean asked =
        atLeastOne(graph, shape, SHACL.minCount)
            || atLeastOne(graph, shape, SHACL.qualifiedMinCount);
    if (asked) {
      Node severity = first(graph, shape, SHACL.severity).orElse(SHACL.Violation);
      facts.require(
          SHACL.Violation.equals(severity) ? Requirement.MANDATORY : Requirement.RECOMMENDED);
    }
  }

  private static boolean atLeastOne(Graph graph, Node shape, Node property) {
    return first(graph, shape, property)
        .filter(least -> !least.getLiteralLexicalForm().equals("0"))
        .isPresent();
  }

  private List<Node> alternatives(Node path) {
    return path.isURI()
        ? List.of()
        : first(shapes, path, SHACL.alternativePath)
            .map(list -> members(shapes, list))
            .orElse(List.of());
  }

  /** The first step of a path of several, alone in a list. */
  private List<Node> firstStep(Node path) {
    List<Node> steps = new ArrayList<>();
    if (path.isBlank() && first(shapes, path, RDF.first.asNode()).isPresent()) {
      steps.add(members(shapes, path).get(0));
    }
    return steps;
  }
}
