package org.machinami.shapes.metadata;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.apache.jena.graph.Node;
import org.apache.jena.sparql.path.Path;

/**
 * A shape whose constraints are compiled.
 *
 * @param path empty for a node shape
 * @param values where its values are found
 * @param properties the property shapes of a node shape
 */
record CompiledShape(
    Node shape,
    Node severity,
    Optional<Path> path,
    ValuePath values,
    List<Check> checks,
    List<ShapeCheck> properties)
    implements ShapeCheck {

  CompiledShape {
    checks = List.copyOf(checks);
    properties = List.copyOf(properties);
  }

  @Override
  public void check(Node focus, Statements statements, Consumer<Failure> failures) {
    Collection<Node> nodes = values.values(focus, statements);
    for (Check check : checks) {
      check.failing(
          nodes,
          statements,
          value ->
              failures.accept(new Failure(shape, severity, focus, path, value, check.component())));
    }
    for (ShapeCheck property : properties) {
      property.check(focus, statements, failures);
    }
  }

  @Override
  public boolean conforms(Node focus, Statements statements) {
    Collection<Node> nodes = values.values(focus, statements);
    for (Check check : checks) {
      if (!check.passes(nodes, statements)) {
        return false;
      }
    }
    for (ShapeCheck property : properties) {
      if (!property.conforms(focus, statements)) {
        return false;
      }
    }
    return true;
  }
}
