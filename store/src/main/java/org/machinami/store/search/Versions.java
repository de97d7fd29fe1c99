package org.machinami.store.search;

import java.util.Optional;
import org.machinami.store.ledger.GraphChange;
import org.machinami.store.ledger.Hash;

/** The versions of the two graphs of a dataset from which its documents are made. */
record Versions(Optional<Hash> metadata, Optional<Hash> data) {
  static final Versions NONE = new Versions(Optional.empty(), Optional.empty());

  /** What a commit changes of a dataset; an absent change leaves the graph as it is. */
  record Change(Optional<GraphChange> metadata, Optional<GraphChange> data) {
    static final Change NONE = new Change(Optional.empty(), Optional.empty());

    Change withMetadata(GraphChange change) {
      return new Change(Optional.of(change), data);
    }

    Change withData(GraphChange change) {
      return new Change(metadata, Optional.of(change));
    }

    /** Both, the later one where both change the same graph. */
    Change then(Change later) {
      return new Change(later.metadata.or(() -> metadata), later.data.or(() -> data));
    }

    Versions on(Versions before) {
      return new Versions(
          metadata.map(GraphChange::version).orElse(before.metadata()),
          data.map(GraphChange::version).orElse(before.data()));
    }
  }
}
