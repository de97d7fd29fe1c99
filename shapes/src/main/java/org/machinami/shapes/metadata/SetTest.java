package org.machinami.shapes.metadata;

import java.util.Collection;
import org.apache.jena.graph.Node;

/** A constraint that the values of a focus node meet or fail together. */
interface SetTest {
  boolean passes(Collection<Node> values, Statements statements);
}
