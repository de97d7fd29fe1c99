package org.machinami.query;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.function.Consumer;
import org.machinami.store.StoreException;
import org.machinami.store.StoreFollower;
import org.machinami.store.quads.QuadStore;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The thread that brings what is committed into the quads: waits for the ledger, applies all there
 * is as one group, waits again. What fails for want of space or a blob is tried again, ever more
 * slowly; what cannot be mended by trying again ends the process, which is started anew by its
 * parent.
 */
final class LedgerFollowing implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(LedgerFollowing.class);
  private static final Duration POLL = Duration.ofSeconds(1);
  private static final Duration LONGEST_PAUSE = Duration.ofSeconds(30);

  private final StoreFollower follower;
  private final QuadStore quads;
  private final Consumer<StoreException> onEnd;
  private final CountDownLatch stopping = new CountDownLatch(1);
  private final Thread thread;
  private volatile boolean caughtUp;
  private volatile long head;

  /**
   * @param onEnd is told when following cannot go on
   */
  LedgerFollowing(StoreFollower follower, QuadStore quads, Consumer<StoreException> onEnd) {
    this.follower = follower;
    this.quads = quads;
    this.onEnd = onEnd;
    this.thread = new Thread(this::run, "follow-ledger");
    this.thread.setDaemon(true);
  }

  /** Applies what there is, then goes on doing so on a thread of its own. */
  void start() {
    catchUp();
    thread.start();
  }

  /** Whether the quads have been at the ledger's head since the start. */
  boolean hasCaughtUp() {
    return caughtUp;
  }

  /** The last commit that was seen. */
  long head() {
    return head;
  }

  private void catchUp() {
    head = Math.max(head, follower.ledger().head());
    quads.catchUp(follower.ledger(), follower.versions());
    head = Math.max(head, quads.applied());
    caughtUp = true;
  }

  private void run() {
    Duration pause = POLL;
    while (stopping.getCount() > 0) {
      try {
        if (follower.ledger().await(quads.applied(), POLL)) {
          catchUp();
        }
        pause = POLL;
      } catch (StoreException e) {
        if (stopping.getCount() == 0) {
          return;
        }
        if (!isWorthAnotherTry(e)) {
          onEnd.accept(e);
          return;
        }
        LOG.error("{} Trying again in {} s.", e.getMessage(), pause.toSeconds());
        if (!sleep(pause)) {
          return;
        }
        pause = pause.multipliedBy(2);
        pause = pause.compareTo(LONGEST_PAUSE) > 0 ? LONGEST_PAUSE : pause;
      } catch (RuntimeException | Error e) {
        onEnd.accept(
            new StoreException(
                StoreException.Code.DAMAGED, "Following the ledger failed: " + e, e));
        return;
      }
    }
  }

  private static boolean isWorthAnotherTry(StoreException e) {
    return switch (e.code()) {
      case DISK_FULL, UNREADABLE, UNWRITABLE, BLOB_MISSING -> true;
      default -> false;
    };
  }

  private boolean sleep(Duration pause) {
    try {
      return !stopping.await(pause.toMillis(), java.util.concurrent.TimeUnit.MILLISECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }

  @Override
  public void close() {
    stopping.countDown();
    try {
      thread.join(Duration.ofSeconds(10).toMillis());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
