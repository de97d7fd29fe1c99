package org.machinami.web.catalog;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.machinami.ontology.GraphName;
import org.machinami.ontology.NamedGraphs;
import org.machinami.store.ledger.Commit;
import org.machinami.store.ledger.GraphChange;
import org.machinami.store.ledger.LedgerReader;
import org.machinami.web.dataset.DatasetReader;

/**
 * Runs over the changes of datasets from a place on, in the order of the ledger: the same place
 * gives the same row for ever. Thread-safe.
 */
final class ChangeReader {
  private static final int MOST_AT_ONCE = 64;

  private final LedgerReader ledger;
  private final NamedGraphs graphs;

  ChangeReader(LedgerReader ledger, String base) {
    this.ledger = ledger;
    this.graphs = new NamedGraphs(base);
  }

  /** What is done with a change. */
  interface Sink {
    /**
     * Takes a change.
     *
     * @return whether to go on
     */
    boolean take(DatasetChange change);
  }

  /**
   * Gives changes to the sink until it wants no more, the ledger ends or enough has been read.
   *
   * @param mostCommits that are read
   * @return the place behind the last change that was taken, or behind the last commit that was
   *     read
   */
  Place read(Place from, int mostCommits, Sink sink) {
    Place place = from;
    int read = 0;
    while (read < mostCommits) {
      int more = Math.min(MOST_AT_ONCE, mostCommits - read);
      List<Commit> commits = ledger.read(from.after() + read, more);
      for (Commit commit : commits) {
        read++;
        int number = 0;
        for (DatasetChange change : changes(commit)) {
          number++;
          if (commit.sequence() == from.after() + 1 && number <= from.taken()) {
            continue;
          }
          place = change.next();
          if (!sink.take(change)) {
            return place;
          }
        }
        place = new Place(commit.sequence(), 0);
      }
      if (commits.size() < more) {
        break;
      }
    }
    return place;
  }

  /** What a commit changed, each dataset once, in the order of the commit. */
  private List<DatasetChange> changes(Commit commit) {
    Map<String, Boolean> datasets = new LinkedHashMap<>();
    for (GraphChange change : commit.changes()) {
      Optional<GraphName> name = graphs.parse(change.graph());
      if (name.isPresent() && isContent(name.get().kind())) {
        boolean deleted =
            name.get().kind() == GraphName.Kind.METADATA && change.version().isEmpty();
        datasets.merge(name.get().key(), deleted, Boolean::logicalOr);
      }
    }
    int[] number = {0};
    return datasets.entrySet().stream()
        .map(
            entry -> {
              number[0]++;
              Place next =
                  number[0] == datasets.size()
                      ? new Place(commit.sequence(), 0)
                      : new Place(commit.sequence() - 1, number[0]);
              return new DatasetChange(
                  entry.getKey(),
                  commit.sequence(),
                  commit.time(),
                  entry.getValue(),
                  commit.activity().equals(DatasetReader.WITHDRAW) ? commit.reason() : "",
                  next);
            })
        .toList();
  }

  private static boolean isContent(GraphName.Kind kind) {
    return kind == GraphName.Kind.METADATA || kind == GraphName.Kind.DATA;
  }
}
