package org.machinami.store.search;

import java.time.Instant;
import java.util.Optional;
import org.machinami.store.ledger.GraphChange;
import org.machinami.store.ledger.Hash;

/**
 * The versions of the two graphs of a dataset from which its documents are made.
 *
 * @param described when the description came; empty where there is none
 */
record Versions(Optional<Hash> metadata, Optional<Hash> data, Optional<Instant> described) {
  static final Versions NONE = new Versions(Optional.empty(), Optional.empty(), Optional.empty());

  /**
   * What commits change of a dataset; an absent change leaves the graph as it is.
   *
   * @param came when they brought the first description, after the last time that one went
   * @param went whether they took a description away
   * @param time of the last of them
   */
  record Change(
      Optional<GraphChange> metadata,
      Optional<GraphChange> data,
      Optional<Instant> came,
      boolean went,
      Instant time) {
    static Change ofMetadata(GraphChange change, Instant time) {
      return new Change(
          Optional.of(change),
          Optional.empty(),
          change.version().map(version -> time),
          change.version().isEmpty(),
          time);
    }

    static Change ofData(GraphChange change, Instant time) {
      return new Change(Optional.empty(), Optional.of(change), Optional.empty(), false, time);
    }

    /** Both, the later one where both change the same graph. */
    Change then(Change later) {
      return new Change(
          later.metadata.or(() -> metadata),
          later.data.or(() -> data),
          later.went ? later.came : came.or(later::came),
          went || later.went,
          later.time);
    }

    Versions on(Versions before) {
      return new Versions(
          metadata.map(GraphChange::version).orElse(before.metadata()),
          data.map(GraphChange::version).orElse(before.data()),
          went ? came : before.described().or(this::came));
    }
  }
}
