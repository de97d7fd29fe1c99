package org.machinami.shapes.metadata;

import org.apache.jena.graph.Node;

/** A constraint that each value meets or fails by itself. */
interface ValueTest {
  boolean passes(Node value, Statements statements);
}
