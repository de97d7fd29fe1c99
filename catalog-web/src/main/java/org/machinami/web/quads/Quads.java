package org.machinami.web.quads;

import java.util.List;
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
  default Rows select(PageQuery query, Map<String, Node> values) {
    return select(List.of(query), values).get(0);
  }

  /**
   * Answers several queries, at the same time where that is faster.
   *
   * @param values for all of them, as for one
   * @return the answers in the order of the queries; they may be of different states
   * @throws QueryProcessUnavailable when one is not answered within the time a page may take
   */
  List<Rows> select(List<PageQuery> queries, Map<String, Node> values);
}
