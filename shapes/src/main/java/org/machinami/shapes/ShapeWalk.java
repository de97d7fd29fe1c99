package org.machinami.shapes;

import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.apache.jena.shacl.Shapes;
import org.apache.jena.shacl.engine.ShaclPaths;
import org.apache.jena.shacl.engine.Target;
import org.apache.jena.shacl.engine.TargetType;
import org.apache.jena.shacl.engine.ValidationContext;
import org.apache.jena.shacl.engine.constraint.ConstraintEntity;
import org.apache.jena.shacl.engine.constraint.ConstraintTerm;
import org.apache.jena.shacl.engine.constraint.QualifiedValueShape;
import org.apache.jena.shacl.engine.constraint.ShNot;
import org.apache.jena.shacl.engine.constraint.ShOr;
import org.apache.jena.shacl.parser.Constraint;
import org.apache.jena.shacl.parser.NodeShape;
import org.apache.jena.shacl.parser.PropertyShape;
import org.apache.jena.shacl.parser.Shape;
import org.apache.jena.shacl.validation.ReportEntry;
import org.apache.jena.shacl.validation.ReportItem;
import org.apache.jena.shacl.validation.VLib;
import org.apache.jena.sparql.path.P_Link;
import org.apache.jena.sparql.path.Path;
import org.apache.jena.util.iterator.ExtendedIterator;
import org.apache.jena.vocabulary.RDF;
import org.apache.jena.vocabulary.RDFS;

/**
 * One walk of shapes over a graph. The tests of values are jena-shacl's own; what is done here is
 * to find the focus nodes and the values and to hand on what failed. jena-shacl's walk builds the
 * report as a graph and a context for every nested shape, which takes several times longer than the
 * tests when there are many small graphs. Constraints of other kinds than those below are left to
 * jena-shacl. Not thread-safe; one walk a graph.
 */
final class ShapeWalk {

  /** A failed constraint. Path and value are null where the report of SHACL has none. */
  record Failure(Shape shape, Node focus, Path path, Node value) {}

  private static final Node TYPE = RDF.type.asNode();

  private final Shapes shapes;
  private final Graph data;
  private final ValidationContext context;
  private final boolean hasSubclasses;
  private final Consumer<Failure> failures;

  ShapeWalk(Shapes shapes, Graph data, Consumer<Failure> failures) {
    this.shapes = shapes;
    this.data = data;
    this.context = ValidationContext.create(shapes, data);
    this.hasSubclasses = data.contains(Node.ANY, RDFS.subClassOf.asNode(), Node.ANY);
    this.failures = failures;
  }

  /** Holds all nodes that the shape aims at against it. */
  void walk(Shape shape) {
    for (Node focus : focusNodes(shape)) {
      walk(shape, focus);
    }
  }

  /** Holds a node against a shape, whatever the shape aims at. */
  void walk(Shape shape, Node focus) {
    if (shape.deactivated()) {
      return;
    }
    Path path = shape instanceof PropertyShape property ? property.getPath() : null;
    Set<Node> values = path == null ? Set.of(focus) : values(focus, path);
    for (Constraint constraint : shape.getConstraints()) {
      check(shape, focus, path, values, constraint);
    }
    for (PropertyShape property : shape.getPropertyShapes()) {
      for (Node value : values) {
        walk(property, value);
      }
    }
  }

  private Collection<Node> focusNodes(Shape shape) {
    Set<Node> nodes = new LinkedHashSet<>();
    for (Target target : shape.getTargets()) {
      if (target.getTargetType() == TargetType.targetClass && !hasSubclasses) {
        ExtendedIterator<Triple> found = data.find(Node.ANY, TYPE, target.getObject());
        found.forEachRemaining(triple -> nodes.add(triple.getSubject()));
      } else {
        nodes.addAll(VLib.focusNodes(data, target));
      }
    }
    return nodes;
  }

  private Set<Node> values(Node focus, Path path) {
    if (path instanceof P_Link link) {
      if (focus.isLiteral()) {
        return Set.of();
      }
      Set<Node> values = new LinkedHashSet<>();
      data.find(focus, link.getNode(), Node.ANY)
          .forEachRemaining(triple -> values.add(triple.getObject()));
      return values;
    }
    return ShaclPaths.valueNodes(data, focus, path);
  }

  private void check(Shape shape, Node focus, Path path, Set<Node> values, Constraint constraint) {
    if (constraint instanceof ConstraintEntity set && path != null) {
      ReportItem fault = set.validate(context, values);
      if (fault != null) {
        failures.accept(new Failure(shape, focus, path, fault.getValue()));
      }
    } else if (constraint instanceof QualifiedValueShape qualified && isPlain(qualified)) {
      long conforming = values.stream().filter(node -> conforms(qualified.getSub(), node)).count();
      if ((qualified.qMin() >= 0 && conforming < qualified.qMin())
          || (qualified.qMax() >= 0 && conforming > qualified.qMax())) {
        failures.accept(new Failure(shape, focus, path, null));
      }
    } else if (isValueTest(constraint)) {
      for (Node value : values) {
        if (!passes(constraint, value)) {
          failures.accept(new Failure(shape, focus, path, value));
        }
      }
    } else {
      leaveToJena(shape, focus, path, values, constraint);
    }
  }

  private void leaveToJena(
      Shape shape, Node focus, Path path, Set<Node> values, Constraint constraint) {
    ValidationContext own = ValidationContext.create(shapes, data);
    VLib.evalConstraint(own, data, shape, focus, path, path == null ? null : values, constraint);
    for (ReportEntry entry : own.generateReport().getEntries()) {
      failures.accept(
          new Failure(
              shapes.getShapeMap().getOrDefault(entry.source(), shape),
              entry.focusNode(),
              entry.resultPath(),
              entry.value()));
    }
  }

  private static boolean isPlain(QualifiedValueShape qualified) {
    return !qualified.qDisjoint() && isPlain(qualified.getSub());
  }

  /** Whether only the node itself decides, not what it is connected with. */
  private static boolean isPlain(Shape shape) {
    return shape instanceof NodeShape
        && !shape.deactivated()
        && shape.getPropertyShapes().isEmpty()
        && shape.getConstraints().stream().allMatch(ShapeWalk::isValueTest);
  }

  private static boolean isValueTest(Constraint constraint) {
    if (constraint instanceof ShOr or) {
      return arePlain(or.getOthers());
    }
    return constraint instanceof ShNot not
        ? isPlain(not.getOther())
        : constraint instanceof ConstraintTerm;
  }

  private static boolean arePlain(List<Shape> shapes) {
    return shapes.stream().allMatch(ShapeWalk::isPlain);
  }

  private boolean passes(Constraint constraint, Node value) {
    if (constraint instanceof ShOr or) {
      for (Shape shape : or.getOthers()) {
        if (conforms(shape, value)) {
          return true;
        }
      }
      return false;
    }
    if (constraint instanceof ShNot not) {
      return !conforms(not.getOther(), value);
    }
    return ((ConstraintTerm) constraint).validate(context, value) == null;
  }

  private boolean conforms(Shape shape, Node value) {
    for (Constraint constraint : shape.getConstraints()) {
      if (!passes(constraint, value)) {
        return false;
      }
    }
    return true;
  }
}
