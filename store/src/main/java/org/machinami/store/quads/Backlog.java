package org.machinami.store.quads;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.machinami.store.ledger.Commit;
import org.machinami.store.ledger.GraphChange;
import org.machinami.store.ledger.Hash;
import org.machinami.store.ledger.LedgerReader;

/**
 * Some of the commits that TDB2 lacks, as the graphs they change; of several changes of one graph
 * only the last.
 *
 * @param upTo sequence number that is reached when all are applied
 * @param wanted version by graph, in order of their last change
 */
record Backlog(long upTo, Map<String, Optional<Hash>> wanted) {
  private static final int COMMITS = 500;
  private static final int GRAPHS = 20_000;

  /** The next commits after a sequence number, bounded by the number of graphs they change. */
  static Backlog read(LedgerReader ledger, long after, String graphPrefix) {
    Map<String, Optional<Hash>> wanted = new LinkedHashMap<>();
    long upTo = after;
    while (wanted.size() < GRAPHS) {
      List<Commit> commits = ledger.read(upTo, COMMITS);
      if (commits.isEmpty()) {
        break;
      }
      for (Commit commit : commits) {
        for (GraphChange change : commit.changes()) {
          if (isServed(change.graph(), graphPrefix)) {
            wanted.remove(change.graph());
            wanted.put(change.graph(), change.version());
          }
        }
        upTo = commit.sequence();
      }
    }
    return new Backlog(upTo, wanted);
  }

  /** Whether a graph is for everybody who asks; decisions are read from the ledger only. */
  static boolean isServed(String graph, String graphPrefix) {
    return graph.startsWith(graphPrefix) && !graph.startsWith("activity/", graphPrefix.length());
  }
}
