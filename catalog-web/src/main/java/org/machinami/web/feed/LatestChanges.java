package org.machinami.web.feed;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.machinami.ontology.GraphName;
import org.machinami.ontology.NamedGraphs;
import org.machinami.store.ledger.Commit;
import org.machinami.store.ledger.GraphChange;
import org.machinami.store.ledger.LedgerReader;

/** Which datasets the latest commits changed, from the end of the ledger back. Thread-safe. */
final class LatestChanges {
  private static final int STEP = 100;
  private static final int MOST_COMMITS = 2_000;

  private final LedgerReader ledger;
  private final NamedGraphs graphs;

  LatestChanges(LedgerReader ledger, String base) {
    this.ledger = ledger;
    this.graphs = new NamedGraphs(base);
  }

  /** The latest commit on a dataset, and whether it took the dataset away. */
  record Change(String id, Instant time, boolean deleted) {}

  /**
   * The datasets that changed last, newest first, each once.
   *
   * @param upTo sequence of the last commit that counts
   * @param most number of datasets
   */
  List<Change> read(long upTo, int most) {
    Map<String, Change> latest = new LinkedHashMap<>();
    long oldest = Math.max(0, upTo - MOST_COMMITS);
    for (long end = upTo; end > oldest && latest.size() < most; end -= STEP) {
      long start = Math.max(oldest, end - STEP);
      List<Commit> commits = ledger.read(start, (int) (end - start));
      for (int i = commits.size() - 1; i >= 0; i--) {
        take(commits.get(i), latest, most);
      }
    }
    return new ArrayList<>(latest.values());
  }

  private void take(Commit commit, Map<String, Change> latest, int most) {
    for (GraphChange change : commit.changes()) {
      if (latest.size() == most) {
        return;
      }
      Optional<GraphName> name = graphs.parse(change.graph());
      if (name.isPresent() && isContent(name.get().kind())) {
        latest.computeIfAbsent(
            name.get().key(), id -> new Change(id, commit.time(), isDeleted(commit, id)));
      }
    }
  }

  private static boolean isContent(GraphName.Kind kind) {
    return kind == GraphName.Kind.METADATA || kind == GraphName.Kind.DATA;
  }

  private boolean isDeleted(Commit commit, String id) {
    String metadata = graphs.metadata(id);
    return commit.changes().stream()
        .anyMatch(c -> c.version().isEmpty() && c.graph().equals(metadata));
  }
}
