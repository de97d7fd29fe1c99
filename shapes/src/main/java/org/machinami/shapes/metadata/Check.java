package org.machinami.shapes.metadata;

import java.util.Collection;
import java.util.Optional;
import java.util.function.Consumer;
import org.apache.jena.graph.Node;

/** A compiled constraint of a shape: the component that results name, and its test. */
sealed interface Check {

  Node component();

  boolean passes(Collection<Node> values, Statements statements);

  /** Hands on the values that fail; once no value where they fail together. */
  void failing(Collection<Node> values, Statements statements, Consumer<Optional<Node>> failing);

  /** Of each value. */
  record OfEach(Node component, ValueTest test) implements Check {
    @Override
    public boolean passes(Collection<Node> values, Statements statements) {
      for (Node value : values) {
        if (!test.passes(value, statements)) {
          return false;
        }
      }
      return true;
    }

    @Override
    public void failing(
        Collection<Node> values, Statements statements, Consumer<Optional<Node>> failing) {
      for (Node value : values) {
        if (!test.passes(value, statements)) {
          failing.accept(Optional.of(value));
        }
      }
    }
  }

  /** Of all values together. */
  record OfAll(Node component, SetTest test) implements Check {
    @Override
    public boolean passes(Collection<Node> values, Statements statements) {
      return test.passes(values, statements);
    }

    @Override
    public void failing(
        Collection<Node> values, Statements statements, Consumer<Optional<Node>> failing) {
      if (!test.passes(values, statements)) {
        failing.accept(Optional.empty());
      }
    }
  }
}
