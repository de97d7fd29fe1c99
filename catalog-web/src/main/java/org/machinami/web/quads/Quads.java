package org.machinami.web.quads;

import java.util.Map;
import org.apache.jena.graph.Node;

/**
 * The quads of the catalogue as pages see them: SELECT queries over the union of all graphs.
 * Implementations are thread-safe.
 */
public interface Quads {
  /**
   * Answers the query with the given variables replaced.
   *
   * @param values variable name without "?" to the node that takes its place
   * @throws QueryProcessUnavailable when nothing answers within the time a page may take
   */
  Rows select(PageQuery query, Map<String, Node> values);
}
