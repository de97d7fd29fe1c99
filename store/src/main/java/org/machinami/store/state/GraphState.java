package org.machinami.store.state;

import java.time.Instant;
import java.util.Objects;
import org.machinami.store.ledger.Hash;

/**
 * What a commit made of a graph.
 *
 * @param graph IRI
 * @param version of a deleted graph the one it had before
 * @param sequence of the commit
 * @param modified time of the commit
 * @param deleted true when the commit deleted the graph; only {@link GraphStates#history} gives
 *     such states
 */
public record GraphState(
    String graph, Hash version, long sequence, Instant modified, boolean deleted) {
  public GraphState {
    Objects.requireNonNull(graph, "graph");
    Objects.requireNonNull(version, "version");
    Objects.requireNonNull(modified, "modified");
  }
}
