package org.machinami.web.contents;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.machinami.store.ledger.LedgerReader;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Keeps the contents up with the ledger, on a thread of its own. */
public final class ContentsFollower implements AutoCloseable {
  private static final Logger log = LoggerFactory.getLogger(ContentsFollower.class);
  private static final Duration WAIT = Duration.ofMillis(500);
  private static final Duration PAUSE_AFTER_FAILURE = Duration.ofSeconds(10);

  private final ContentsIndex index;
  private final LedgerReader ledger;
  private final CountDownLatch closing = new CountDownLatch(1);
  private final Thread thread = new Thread(this::follow, "contents-follower");

  private ContentsFollower(ContentsIndex index, LedgerReader ledger) {
    this.index = index;
    this.ledger = ledger;
  }

  public static ContentsFollower start(ContentsIndex index, LedgerReader ledger) {
    ContentsFollower follower = new ContentsFollower(index, ledger);
    follower.thread.setDaemon(true);
    follower.thread.start();
    return follower;
  }

  private void follow() {
    while (closing.getCount() > 0) {
      try {
        if (ledger.await(index.state().applied(), WAIT)) {
          index.catchUp();
        }
      } catch (Throwable e) { // an Error must not end the thread silently
        if (closing.getCount() > 0) {
          log.error("The contents are behind, next try in {}", PAUSE_AFTER_FAILURE, e);
          pause();
        }
      }
    }
  }

  private void pause() {
    try {
      if (closing.await(PAUSE_AFTER_FAILURE.toSeconds(), TimeUnit.SECONDS)) {
        log.info("Closed while the contents are behind");
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
