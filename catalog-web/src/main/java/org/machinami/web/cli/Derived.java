package org.machinami.web.cli;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
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

  /** Brings both up to the ledger side by side, so that the next server starts at once. */
  void catchUp() {
    CompletableFuture<Void> quads = CompletableFuture.runAsync(this::catchUpQuads);
    try {
      catchUpSearch();
    } finally {
      end(quads);
    }
  }

  private void catchUpQuads() {
    try (QuadStore quads = QuadStore.open(store.directory().path())) {
      quads.catchUp(store.ledger(), store.versions());
    }
  }

  private void catchUpSearch() {
    try (SearchIndex search = LuceneSearchIndex.open(store.directory().search(), store.base())) {
      search.catchUp(store.ledger(), store.versions());
    }
  }

  /** Waits; a failure is thrown as it was. */
  private static void end(CompletableFuture<Void> work) {
    try {
      work.join();
    } catch (CompletionException e) {
      if (e.getCause() instanceof RuntimeException failure) {
        throw failure;
      }
      if (e.getCause() instanceof Error failure) {
        throw failure;
      }
      throw e;
    }
  }
}
