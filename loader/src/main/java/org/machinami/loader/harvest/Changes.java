package org.machinami.loader.harvest;

import java.util.Optional;
import org.machinami.store.Store;
import org.machinami.store.ledger.GraphChange;
import org.machinami.store.ledger.Hash;

/** Changes of graphs, where there is something to change. */
final class Changes {
  private Changes() {}

  static Optional<GraphChange> unlessPresent(Store store, String graph, Hash version) {
    boolean present =
        store.states().find(graph).filter(state -> state.version().equals(version)).isPresent();
    return present ? Optional.empty() : Optional.of(GraphChange.to(graph, version));
  }

  static Optional<GraphChange> deletionIfPresent(Store store, String graph) {
    return store.states().find(graph).map(state -> GraphChange.deletion(graph));
  }
}
