package org.machinami.shapes.metadata;

import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.apache.jena.graph.Node;
import org.apache.jena.sparql.path.P_Alt;
import org.apache.jena.sparql.path.P_Link;
import org.apache.jena.sparql.path.P_Seq;
import org.apache.jena.sparql.path.Path;

/** A path of SHACL: where the values of a focus node are found. */
interface ValuePath {

  /** That of a node shape: the focus node is the value. */
  ValuePath SELF = (focus, statements) -> List.of(focus);

  /** The values, each once. */
  Collection<Node> values(Node focus, Statements statements);

  /**
   * Compiles a path.
   *
   * @throws NotCompiled when it has other parts than properties, alternatives and sequences
   */
  static ValuePath of(Path path) {
    if (path instanceof P_Link link) {
      Node property = link.getNode();
      return (focus, statements) -> statements.values(focus, property);
    }
    if (path instanceof P_Alt either) {
      return alternative(of(either.getLeft()), of(either.getRight()));
    }
    if (path instanceof P_Seq steps) {
      return sequence(of(steps.getLeft()), of(steps.getRight()));
    }
    throw new NotCompiled("sh:path " + path);
  }

  private static ValuePath alternative(ValuePath one, ValuePath other) {
    return (focus, statements) ->
        Nodes.union(one.values(focus, statements), other.values(focus, statements));
  }

  private static ValuePath sequence(ValuePath first, ValuePath then) {
    return (focus, statements) -> {
      Collection<Node> steps = first.values(focus, statements);
      if (steps.size() == 1) {
        return then.values(steps.iterator().next(), statements);
      }
      Set<Node> values = new LinkedHashSet<>();
      for (Node step : steps) {
        values.addAll(then.values(step, statements));
      }
      return values;
    };
  }
}
