package org.machinami.web.catalog;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.machinami.ontology.NamedGraphs;
import org.machinami.store.Store;
import org.machinami.store.ledger.Hash;
import org.machinami.store.state.GraphState;

/**
 * Cuts the changes of datasets into fragments. Where one ends follows from the ledger alone, so
 * that the same address always gives the same fragment once it is full. Thread-safe.
 */
final class LdesReader {
  static final int MEMBERS = 100;
  static final int COMMITS = 1_000;

  private final Store store;
  private final ChangeReader changes;
  private final NamedGraphs graphs;

  LdesReader(Store store) {
    this.store = store;
    this.changes = new ChangeReader(store.ledger(), store.base());
    this.graphs = new NamedGraphs(store.base());
  }

  LdesFragment read(Place from) {
    List<LdesFragment.Member> members = new ArrayList<>();
    Place end =
        changes.read(
            from,
            COMMITS,
            change -> {
              member(change).ifPresent(members::add);
              return members.size() < MEMBERS;
            });
    boolean full = members.size() == MEMBERS || end.after() >= from.after() + COMMITS;
    return new LdesFragment(from, members, full ? Optional.of(end) : Optional.empty());
  }

  private Optional<LdesFragment.Member> member(DatasetChange change) {
    if (change.deleted()) {
      return Optional.of(new LdesFragment.Member(change, Optional.empty()));
    }
    Optional<Hash> description =
        store
            .states()
            .findAsOf(graphs.metadata(change.id()), change.sequence())
            .map(GraphState::version);
    // Data may come before their description; there is nothing to say of them then.
    return description.map(hash -> new LdesFragment.Member(change, Optional.of(hash)));
  }
}
