package org.machinami.store.state;

import java.util.Iterator;
import java.util.NoSuchElementException;

/**
 * Of states in order of graph and sequence, the last of each graph at or before a commit, unless it
 * is a deletion.
 */
final class LatestStates implements Iterator<GraphState> {
  private final Iterator<GraphState> states;
  private final long sequence;
  private GraphState ahead; // read, not yet looked at
  private GraphState next;

  LatestStates(Iterator<GraphState> states, long sequence) {
    this.states = states;
    this.sequence = sequence;
  }

  @Override
  public boolean hasNext() {
    while (next == null && (ahead != null || states.hasNext())) {
      GraphState latest = null;
      GraphState state = ahead != null ? ahead : states.next();
      String graph = state.graph();
      ahead = null;
      while (state != null && state.graph().equals(graph)) {
        latest = state.sequence() <= sequence ? state : latest;
        state = states.hasNext() ? states.next() : null;
      }
      ahead = state;
      next = latest == null || latest.deleted() ? null : latest;
    }
    return next != null;
  }

  @Override
  public GraphState next() {
    if (!hasNext()) {
      throw new NoSuchElementException();
    }
    GraphState found = next;
    next = null;
    return found;
  }
}
