package org.machinami.web.page;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Optional;
import org.machinami.store.Store;
import org.machinami.store.ledger.Commit;
import org.machinami.store.ledger.Hash;
import org.machinami.store.search.SearchIndex;
import org.machinami.web.negotiation.Version;

/**
 * The version of a page that is made from the search index: the commit that the index has reached.
 */
public final class SearchVersion {
  private final Store store;
  private final SearchIndex search;
  private volatile Reached last = Reached.NOTHING;

  /** A commit that may be large, and what is needed of it. */
  private record Reached(long sequence, String tag, Optional<Instant> time) {
    static final Reached NOTHING = new Reached(0, "empty", Optional.empty());

    static Reached of(long sequence, Commit commit) {
      String tag = commit.hash().hex().substring(0, 16);
      return new Reached(sequence, tag, Optional.of(commit.time()));
    }
  }

  public SearchVersion(Store store, SearchIndex search) {
    this.store = store;
    this.search = search;
  }

  /**
   * The version of such a page.
   *
   * @param query what else the page depends on: its query string
   */
  public Version of(String query) {
    String hash = Hash.of(query.getBytes(StandardCharsets.UTF_8)).hex().substring(0, 12);
    Reached reached = reached();
    return new Version(reached.tag() + "." + hash, reached.time());
  }

  private Reached reached() {
    long applied = search.applied();
    Reached reached = last;
    if (reached.sequence() != applied) {
      reached =
          applied == 0
              ? Reached.NOTHING // an index that is being made anew
              : Reached.of(applied, store.ledger().read(applied - 1, 1).get(0));
      last = reached;
    }
    return reached;
  }
}
