package org.machinami.web.cli;

import org.machinami.store.Store;
import org.machinami.store.quads.QuadStore;
import org.machinami.store.search.LuceneSearchIndex;
import org.machinami.store.search.SearchIndex;

/** Quads and search index of a data directory that no server holds. */
final class Derived {
  private final Store store;

  Derived(Store store) {
    this.store = store;
  }

  /** Brings both up to the ledger, so that the next server starts at once. */
  void catchUp() {
    try (QuadStore quads = QuadStore.open(store.directory().path())) {
      quads.catchUp(store.ledger(), store.versions());
    }
    try (SearchIndex search = LuceneSearchIndex.open(store.directory().search(), store.base())) {
      search.catchUp(store.ledger(), store.versions());
    }
  }
}
