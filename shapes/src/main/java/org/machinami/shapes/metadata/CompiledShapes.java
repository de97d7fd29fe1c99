package org.machinami.shapes.metadata;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import org.apache.jena.graph.Node;
import org.apache.jena.shacl.Shapes;
import org.apache.jena.shacl.engine.Target;
import org.apache.jena.shacl.engine.TargetType;
import org.apache.jena.shacl.parser.Shape;
import org.apache.jena.shacl.validation.VLib;
import org.apache.jena.vocabulary.DCAT;
import org.apache.jena.vocabulary.RDF;

/**
 * The shapes for descriptions, as checks. Finds what jena-shacl finds: the same results by focus
 * node, path, value, shape, constraint component and severity. Immutable; for use by many threads.
 *
 * @see <a href="https://www.w3.org/TR/shacl/">SHACL</a>
 */
public final class CompiledShapes {

  private static final Node TYPE = RDF.type.asNode();
  private static final Node DATASET = DCAT.Dataset.asNode();

  private record Aimed(Collection<Target> targets, ShapeCheck check) {
    boolean onlyAtDatasets() {
      return targets.stream()
          .allMatch(
              target ->
                  target.getTargetType() == TargetType.targetClass
                      && DATASET.equals(target.getObject()));
    }
  }

  private final ShapeCheck declared;
  private final List<Aimed> aimed = new ArrayList<>();
  private final List<Aimed> ofDatasets;
  private final List<Aimed> ofOthers;
  private final Set<String> compiled;
  private final Map<String, String> leftToJena;

  private CompiledShapes(Shapes shapes, Node declared) {
    ShapeCompiler compiler = new ShapeCompiler(shapes);
    this.declared = compiler.compile(shapes.getShape(declared));
    for (Shape shape : shapes.getTargetShapes()) {
      aimed.add(new Aimed(shape.getTargets(), compiler.compile(shape)));
    }
    this.ofDatasets = aimed.stream().filter(Aimed::onlyAtDatasets).toList();
    this.ofOthers = aimed.stream().filter(one -> !one.onlyAtDatasets()).toList();
    this.compiled = Set.copyOf(compiler.compiled());
    this.leftToJena = Map.copyOf(compiler.left());
  }

  /**
   * Compiles shapes.
   *
   * @param declared the shape that the dataset itself is held against, whatever it is
   */
  public static CompiledShapes of(Shapes shapes, Node declared) {
    return new CompiledShapes(shapes, declared);
  }

  /** The IRIs of the shapes that are compiled. */
  public Set<String> compiled() {
    return compiled;
  }

  /** The shapes that jena-shacl judges, and why they are not compiled. */
  public Map<String, String> leftToJena() {
    return leftToJena;
  }

  /** Holds a description against the shapes; of datasets, only the one that it is of. */
  public void check(Statements statements, Node dataset, Consumer<Failure> failures) {
    declared.check(dataset, statements, failures);
    if (statements.values(dataset, TYPE).contains(DATASET)) {
      ofDatasets.forEach(shape -> shape.check().check(dataset, statements, failures));
    }
    ofOthers.forEach(shape -> check(shape, statements, failures));
  }

  /** The same, of all nodes that a shape aims at. */
  void checkAll(Statements statements, Consumer<Failure> failures) {
    aimed.forEach(shape -> check(shape, statements, failures));
  }

  private static void check(Aimed shape, Statements statements, Consumer<Failure> failures) {
    for (Node focus : focusNodes(shape.targets(), statements)) {
      shape.check().check(focus, statements, failures);
    }
  }

  /** Each once. */
  private static Collection<Node> focusNodes(Collection<Target> targets, Statements statements) {
    Collection<Node> nodes = Set.of();
    for (Target target : targets) {
      nodes = Nodes.union(nodes, focusNodes(target, statements));
    }
    return nodes;
  }

  private static Collection<Node> focusNodes(Target target, Statements statements) {
    if (target.getTargetType() == TargetType.targetClass && !statements.saysSubclasses()) {
      return statements.instances(target.getObject());
    }
    return target.getTargetType() == TargetType.targetObjectsOf
        ? statements.objectsOf(target.getObject())
        : VLib.focusNodes(statements.graph(), target);
  }
}
