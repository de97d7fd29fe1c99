package org.machinami.shapes.data;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.shacl.Shapes;
import org.apache.jena.shacl.engine.Target;
import org.apache.jena.shacl.engine.ValidationContext;
import org.apache.jena.shacl.engine.constraint.MaxCount;
import org.apache.jena.shacl.engine.constraint.MinCount;
import org.apache.jena.shacl.engine.constraint.QualifiedValueShape;
import org.apache.jena.shacl.engine.constraint.UniqueLangConstraint;
import org.apache.jena.shacl.parser.Constraint;
import org.apache.jena.shacl.parser.PropertyShape;
import org.apache.jena.shacl.parser.Shape;
import org.apache.jena.sparql.path.P_Alt;
import org.apache.jena.sparql.path.P_Link;
import org.apache.jena.sparql.path.Path;
import org.machinami.shapes.ShapeText;

/**
 * Compiles shapes into checks over single rows. What cannot be told from the statements of one
 * thing is refused with the name of the shape: other paths than properties and alternatives of
 * them, {@code sh:class}, {@code sh:node}, comparisons of properties, SPARQL.
 */
final class ShapeCompiler {

  /** A constraint of ours: no edges of an area cross. */
  private static final Node WITHOUT_CROSSING =
      NodeFactory.createURI("https://machinami.org/vocab/shapes#withoutCrossing");

  private final Shapes shapes;
  private final Graph graph;
  private final ValueTests tests;
  private final Map<Node, PropertyCheck> checks = new LinkedHashMap<>();

  ShapeCompiler(Shapes shapes) {
    this.shapes = shapes;
    this.graph = shapes.getGraph();
    this.tests = new ValueTests(ValidationContext.create(shapes, Graph.emptyGraph));
  }

  /**
   * The shapes by what they aim at.
   *
   * @param narrower a class with the classes below it, itself among them
   */
  Program compile(java.util.function.Function<String, Set<String>> narrower) {
    Map<String, List<CompiledShape>> byClass = new LinkedHashMap<>();
    Map<String, List<CompiledShape>> byPredicate = new LinkedHashMap<>();
    for (Shape shape : shapes.getTargetShapes()) {
      CompiledShape compiled = compile(shape);
      for (Target target : shape.getTargets()) {
        switch (target.getTargetType()) {
          case targetClass ->
              narrower
                  .apply(target.getObject().getURI())
                  .forEach(name -> add(byClass, name, compiled));
          case targetSubjectsOf -> add(byPredicate, target.getObject().getURI(), compiled);
          default -> throw cannot(shape, "its target " + target.getTargetType());
        }
      }
    }
    return new Program(byClass, byPredicate, List.copyOf(checks.values()));
  }

  private static void add(
      Map<String, List<CompiledShape>> map, String key, CompiledShape compiled) {
    map.computeIfAbsent(key, name -> new ArrayList<>()).add(compiled);
  }

  private CompiledShape compile(Shape shape) {
    if (shape.deactivated()) {
      return new CompiledShape(List.of(), List.of());
    }
    if (shape instanceof PropertyShape property) {
      return new CompiledShape(List.of(), List.of(check(property)));
    }
    ShapeText about = ShapeText.of(graph, shape, Optional.empty());
    List<CheckSet.NodeCheck> nodes = new ArrayList<>();
    for (Constraint constraint : shape.getConstraints()) {
      requireOfValue(shape, constraint);
      nodes.add(new CheckSet.NodeCheck(about, tests.of(constraint)));
    }
    return new CompiledShape(
        nodes,
        shape.getPropertyShapes().stream()
            .filter(property -> !property.deactivated())
            .map(this::check)
            .toList());
  }

  private PropertyCheck check(PropertyShape shape) {
    PropertyCheck known = checks.get(shape.getShapeNode());
    if (known != null) {
      return known;
    }
    if (!shape.getPropertyShapes().isEmpty()) {
      throw cannot(shape, "properties of its values");
    }
    List<ValueTest> ofValues = new ArrayList<>();
    int least = 0;
    int most = PropertyCheck.ANY_NUMBER;
    boolean unique = false;
    Optional<ValueTest> counted = Optional.empty();
    int counts = 0;
    for (Constraint constraint : shape.getConstraints()) {
      if (constraint instanceof MinCount min) {
        least = min.getMinCount();
      } else if (constraint instanceof MaxCount max) {
        most = max.getMaxCount();
      } else if (constraint instanceof UniqueLangConstraint language) {
        unique = language.isFlag();
      } else if (constraint instanceof QualifiedValueShape qualified) {
        counts++;
        if (qualified.qDisjoint() || !ValueTests.isOfValue(qualified.getSub())) {
          throw cannot(shape, "its qualified value shape");
        }
        counted = Optional.of(tests.of(qualified.getSub()));
        least = Math.max(0, qualified.qMin());
        most = qualified.qMax() < 0 ? PropertyCheck.ANY_NUMBER : qualified.qMax();
      } else {
        requireOfValue(shape, constraint);
        ofValues.add(tests.of(constraint));
      }
    }
    if (graph.contains(
        shape.getShapeNode(), WITHOUT_CROSSING, NodeFactory.createLiteralByValue(true))) {
      ofValues.add(Outlines::doNotCross);
    }
    boolean alsoPlain =
        shape.getConstraints().stream()
            .anyMatch(c -> c instanceof MinCount || c instanceof MaxCount);
    if (counts > 1 || (counts == 1 && alsoPlain)) {
      throw cannot(shape, "more than one way of counting; make it two shapes");
    }
    PropertyCheck check =
        new PropertyCheck(
            checks.size(),
            ShapeText.of(graph, shape, Optional.of(shape.getPath())),
            predicates(shape, shape.getPath()),
            ofValues,
            least,
            most,
            counted,
            unique);
    checks.put(shape.getShapeNode(), check);
    return check;
  }

  private static void requireOfValue(Shape shape, Constraint constraint) {
    if (!ValueTests.isOfValue(constraint)) {
      throw cannot(shape, constraint.toString());
    }
  }

  private static List<String> predicates(Shape shape, Path path) {
    if (path instanceof P_Link link) {
      return List.of(link.getNode().getURI());
    }
    if (path instanceof P_Alt either) {
      List<String> all = new ArrayList<>(predicates(shape, either.getLeft()));
      all.addAll(predicates(shape, either.getRight()));
      return all;
    }
    throw cannot(shape, "its path " + path);
  }

  private static IllegalArgumentException cannot(Shape shape, String what) {
    return new IllegalArgumentException(
        shape.getShapeNode() + " cannot be judged row by row: " + what);
  }
}
