package org.machinami.store.state;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Which version each graph has and had; safe for use by many threads. */
public interface GraphStates {
  /** The present state; empty when there is no such graph or it was deleted. */
  Optional<GraphState> find(String graph);

  /** The state as it was right after a commit. */
  Optional<GraphState> findAsOf(String graph, long sequence);

  /** Its last state, which may be a deletion; empty when there never was such a graph. */
  Optional<GraphState> latest(String graph);

  /** Its first state; empty when there never was such a graph. */
  Optional<GraphState> first(String graph);

  /** Every state it had, newest first, deletions included. */
  List<GraphState> history(String graph);

  /**
   * The graphs that were present right after a commit and whose IRI begins so, in order of IRI; to
   * be closed.
   */
  Stream<GraphState> listAsOf(String prefix, long sequence);

  /** The graphs that are present and whose IRI begins so, in order of IRI; to be closed. */
  Stream<GraphState> list(String prefix);

  /**
   * Those of {@link #list(String)} that come after a graph, which need not be there; to be closed.
   */
  Stream<GraphState> listAfter(String prefix, String graph);

  /**
   * Those of {@link #list(String)} that come before a graph, which need not be there, the nearest
   * first; to be closed.
   *
   * @param graph empty: all of them, the last first
   */
  Stream<GraphState> listBefore(String prefix, String graph);
}
