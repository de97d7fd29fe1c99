package org.machinami.shapes.metadata;

import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.Set;
import org.apache.jena.graph.Node;

/** Collections that hold each node once. */
final class Nodes {

  private Nodes() {}

  /** Both; where one is empty, which is the rule, the other as it is. */
  static Collection<Node> union(Collection<Node> one, Collection<Node> other) {
    if (one.isEmpty()) {
      return other;
    }
    if (other.isEmpty()) {
      return one;
    }
    Set<Node> both = new LinkedHashSet<>(one);
    both.addAll(other);
    return both;
  }
}
