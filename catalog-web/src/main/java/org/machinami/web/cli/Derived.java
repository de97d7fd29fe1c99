package org.machinami.web.cli;

import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.function.Consumer;
import org.machinami.store.Store;
import org.machinami.store.quads.QuadStore;
import org.machinami.store.search.LuceneSearchIndex;
import org.machinami.store.search.SearchIndex;

/**
 * Quads and search index of a data directory that no server holds. They are opened from the start
 * on, which takes a second or two, while a load goes on.
 */
final class Derived implements AutoCloseable {
  private final Store store;
  private final CompletableFuture<QuadStore> quads;
  private final CompletableFuture<SearchIndex> search;

  Derived(Store store) {
    this.store = store;
    this.quads = CompletableFuture.supplyAsync(() -> QuadStore.open(store.directory().path()));
    this.search =
        CompletableFuture.supplyAsync(
            () -> LuceneSearchIndex.open(store.directory().search(), store.base()));
  }

  /** Opens both, brings them up to the ledger and closes them. */
  static void catchUp(Store store) {
    try (Derived derived = new Derived(store)) {
      derived.catchUp();
    }
  }

  /** Brings both up to the ledger side by side, so that the next server starts at once. */
  void catchUp() {
    CompletableFuture<Void> applied =
        quads.thenAcceptAsync(open -> open.catchUp(store.ledger(), store.versions()));
    try {
      end(search).catchUp(store.ledger(), store.versions());
    } finally {
      end(applied);
    }
  }

  /** Waits; a failure is thrown as it was. */
  private static <T> T end(CompletableFuture<T> work) {
    try {
      return work.join();
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

  @Override
  public void close() {
    try {
      close(quads, QuadStore::close);
    } finally {
      close(search, SearchIndex::close);
    }
  }

  /** A failure to open is told by {@link #catchUp}. */
  private static <T> void close(CompletableFuture<T> opened, Consumer<T> close) {
    opened.handle((open, failure) -> Optional.ofNullable(open)).join().ifPresent(close);
  }
}
