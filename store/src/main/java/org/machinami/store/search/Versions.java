package org.machinami.store.search;

import java.time.Instant;
import java.util.Optional;
import org.machinami.store.ledger.GraphChange;
import org.machinami.store.ledger.Hash;

/** The versions of the two graphs of a dataset from which its documents are made. */
record Versions(Optional<Hash> metadata, Optional<Hash> data) {
  static final Versions NONE = new Versions(Optional.empty(), Optional.empty());

  /**
   * What commits change of a dataset; an absent change leaves the graph as it is.
   *
   * @param time of the last of them
   */
  record Change(Optional<GraphChange> metadata, Optional<GraphChange> data, Instant time) {
    static Change ofMetadata(GraphChange change, Instant time) {
      return new Change(Optional.of(change), Optional.empty(), time);
    }

    static Change ofData(GraphChange change, Instant time) {
      return new Change(Optional.empty(), Optional.of(change), time);
    }

    /** Both, the later one where both change the same graph. */
    Change then(Change later) {
      return new Change(later.metadata.or(() -> metadata), later.data.or(() -> data), later.time);
    }

    Versions on(Versions before) {
      return new Versions(
          metadata.map(GraphChange::version).orElse(before.metadata()),
          data.map(GraphChange::version).orElse(before.data()));
    }
  }
}
