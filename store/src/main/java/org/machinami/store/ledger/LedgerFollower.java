package org.machinami.store.ledger;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.LongSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The thread that brings something derived up to the ledger after each commit, within a second of
 * it. Closing it does not close what is derived.
 */
public final class LedgerFollower implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(LedgerFollower.class);
  private static final Duration WAIT = Duration.ofMillis(500);

  private final String what;
  private final LedgerReader ledger;
  private final LongSupplier applied;
  private final Runnable catchUp;
  private final Duration pauseAfterFailure;
  private final Thread thread;
  private final AtomicReference<String> failure = new AtomicReference<>("");
  private final CountDownLatch closing = new CountDownLatch(1);

  private LedgerFollower(
      String what,
      LedgerReader ledger,
      LongSupplier applied,
      Runnable catchUp,
      Duration pauseAfterFailure) {
    this.what = what;
    this.ledger = ledger;
    this.applied = applied;
    this.catchUp = catchUp;
    this.pauseAfterFailure = pauseAfterFailure;
    this.thread = new Thread(this::follow, what + " follower");
    this.thread.setDaemon(true);
  }

  /**
   * Starts to follow; what is derived should have caught up once before, so that a start-up failure
   * is seen.
   *
   * @param what is derived, for the log
   * @param applied the sequence that it has reached
   * @param catchUp takes in what the ledger has and it lacks
   */
  public static LedgerFollower start(
      String what,
      LedgerReader ledger,
      LongSupplier applied,
      Runnable catchUp,
      Duration pauseAfterFailure) {
    LedgerFollower follower = new LedgerFollower(what, ledger, applied, catchUp, pauseAfterFailure);
    follower.thread.start();
    return follower;
  }

  /** Why what is derived is behind, empty while all is well. */
  public String failure() {
    return failure.get();
  }

  private void follow() {
    while (closing.getCount() > 0) {
      try {
        if (ledger.await(applied.getAsLong(), WAIT)) {
          catchUp.run();
        }
        failure.set("");
      } catch (Throwable e) { // an Error must not end the thread silently
        if (closing.getCount() > 0) {
          LOG.error("{} is behind, next try in {}", what, pauseAfterFailure, e);
          failure.set(String.valueOf(e.getMessage()));
          pause();
        }
      }
    }
  }

  private void pause() {
    try {
      if (closing.await(pauseAfterFailure.toSeconds(), TimeUnit.SECONDS)) {
        LOG.info("{} is closed while it is behind", what);
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
