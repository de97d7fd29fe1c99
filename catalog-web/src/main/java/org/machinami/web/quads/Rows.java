package org.machinami.web.quads;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.jena.graph.Node;

/**
 * The answer to a SELECT, copied out of its transaction: each row maps the bound variables to
 * nodes.
 *
 * @param sequence the commit whose state it was computed from, -1 when that is not known
 */
public record Rows(List<Map<String, Node>> rows, long sequence) {
  public Rows {
    rows = rows.stream().map(Map::copyOf).toList();
  }

  /** The node bound to the variable in the row, if it is bound. */
  public static Optional<Node> find(Map<String, Node> row, String variable) {
    return Optional.ofNullable(row.get(variable));
  }
}
