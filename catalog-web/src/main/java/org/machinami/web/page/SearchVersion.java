package org.machinami.web.page;

import java.nio.charset.StandardCharsets;
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
    return commit()
        .map(c -> new Version(c.hash().hex().substring(0, 16) + "." + hash, Optional.of(c.time())))
        .orElseGet(() -> new Version("empty." + hash, Optional.empty()));
  }

  private Optional<Commit> commit() {
    long applied = search.applied();
    return applied == 0
        ? Optional.empty()
        : store.ledger().read(applied - 1, 1).stream().findFirst();
  }
}
