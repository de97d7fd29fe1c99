package org.machinami.store.search;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import org.machinami.store.graph.GraphVersions;
import org.machinami.store.ledger.LedgerReader;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The thread that brings a search index up to the ledger after each commit, so that a dataset is
 * found within a second of its commit. Closing it does not close the index.
 */
public final class SearchFollower implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(SearchFollower.class);
  private static final Duration WAIT = Duration.ofMillis(500);
  private static final Duration PAUSE_AFTER_FAILURE = Duration.ofSeconds(5);

  private final SearchIndex index;
  private final LedgerReader ledger;
  private final GraphVersions versions;
  private final Thread thread;
  private final AtomicReference<String> failure = new AtomicReference<>("");
  private final CountDownLatch closing = new CountDownLatch(1);

  private SearchFollower(SearchIndex index, LedgerReader ledger, GraphVersions versions) {
    this.index = index;
    this.ledger = ledger;
    this.versions = versions;
    this.thread = new Thread(this::follow, "search-follower");
    this.thread.setDaemon(true);
  }

  /**
   * Starts to follow; the index should have caught up once before, so that a start-up failure is
   * seen.
   */
  public static SearchFollower start(
      SearchIndex index, LedgerReader ledger, GraphVersions versions) {
    SearchFollower follower = new SearchFollower(index, ledger, versions);
    follower.thread.start();
    return follower;
  }

  /** Why the index is behind, empty while all is well. */
  public String failure() {
    return failure.get();
  }

  private void follow() {
    while (closing.getCount() > 0) {
      try {
        if (ledger.await(index.applied(), WAIT)) {
          index.catchUp(ledger, versions);
        }
        failure.set("");
      } catch (Throwable e) { // an Error must not end the thread silently: see docs/rationale.md
        if (closing.getCount() > 0) {
          LOG.error("search index is behind, next try in {}", PAUSE_AFTER_FAILURE, e);
          failure.set(String.valueOf(e.getMessage()));
          pause();
        }
      }
    }
  }

  private void pause() {
    try {
      if (closing.await(PAUSE_AFTER_FAILURE.toSeconds(), TimeUnit.SECONDS)) {
        LOG.info("search follower is closed while the index is behind");
      }
    } catch (InterruptedException e) {
      closing.countDown();
    }
  }

  @Override
  public void close() {
    closing.countDown();
    try {
      thread.join(Duration.ofSeconds(30).toMillis());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
