package org.machinami.loader.harvest;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.machinami.loader.OwnCommit;
import org.machinami.store.Store;
import org.machinami.store.ledger.CommitRequest;
import org.machinami.store.ledger.GraphChange;

/** The changes of a harvest on their way into commits of bounded size. Not thread-safe. */
final class PendingChanges {
  private static final int DATASETS_OF_A_COMMIT = 1000;
  private static final int GRAPHS_OF_A_COMMIT = 2 * DATASETS_OF_A_COMMIT;

  private final Store store;
  private final String source;
  private final String agent;
  private final List<GraphChange> pending = new ArrayList<>();
  private Optional<GraphChange> announcement = Optional.empty();
  private int commits;
  private OptionalLong sequence = OptionalLong.empty();

  PendingChanges(Store store, String source, String agent) {
    this.store = store;
    this.source = source;
    this.agent = agent;
  }

  void add(GraphChange change) {
    pending.add(change);
  }

  /** The list of what will be here, which goes with the first commit that has none itself. */
  void announce(Optional<GraphChange> list) {
    announcement = list;
  }

  int size() {
    return pending.size();
  }

  /** Commits what there is once it fills a commit. */
  void commitWhenFull() {
    if (pending.size() >= GRAPHS_OF_A_COMMIT) {
      commit(pending.size());
    }
  }

  /** Commits all that is left. */
  void commit() {
    // The list of what comes is of use only where what comes needs several commits.
    if (pending.size() <= GRAPHS_OF_A_COMMIT && commits == 0) {
      announcement = Optional.empty();
    }
    while (!pending.isEmpty()) {
      commit(Math.min(pending.size(), GRAPHS_OF_A_COMMIT));
    }
  }

  private void commit(int size) {
    List<GraphChange> batch = new ArrayList<>(pending.subList(0, size));
    pending.subList(0, size).clear();
    announcement
        .filter(list -> batch.stream().noneMatch(c -> c.graph().equals(list.graph())))
        .ifPresent(batch::add);
    announcement = Optional.empty();
    boolean deletes = batch.stream().anyMatch(change -> change.version().isEmpty());
    String reason =
        OwnCommit.HARVEST.reason(source)
            + (deletes ? "; the source no longer has what is deleted" : "");
    CommitRequest request =
        new CommitRequest(agent, OwnCommit.HARVEST.activity(), reason, Optional.empty(), batch);
    sequence = OptionalLong.of(store.commit(request).sequence());
    commits++;
  }

  int commits() {
    return commits;
  }

  /** Of the last commit. */
  OptionalLong sequence() {
    return sequence;
  }

  /** What has not been committed, beside what it would take the place of. */
  List<Quarantine.Change> held() {
    return pending.stream()
        .map(
            change ->
                new Quarantine.Change(
                    change.graph(),
                    store.states().find(change.graph()).map(state -> state.version()),
                    change.version()))
        .toList();
  }
}
