package org.machinami.shapes.metadata;

import java.util.function.Consumer;
import org.apache.jena.graph.Node;

/** A shape that nodes can be held against. Immutable. */
sealed interface ShapeCheck permits CompiledShape, JenaShape {

  /** Holds a node against the shape, whatever the shape aims at, and hands on what fails. */
  void check(Node focus, Statements statements, Consumer<Failure> failures);

  /** Whether nothing fails. */
  boolean conforms(Node focus, Statements statements);
}
