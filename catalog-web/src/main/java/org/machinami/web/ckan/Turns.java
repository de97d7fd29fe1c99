package org.machinami.web.ckan;

import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/** Lets few callers at a time do what costs much; the others wait a little. Thread-safe. */
final class Turns {
  private static final long LONGEST_WAIT_SECONDS = 5;

  private final Semaphore free;
  private final String busy;

  /**
   * @param atOnce how many callers
   * @param busy what those are told who have waited in vain
   */
  Turns(int atOnce, String busy) {
    this.free = new Semaphore(atOnce, true);
    this.busy = busy;
  }

  /**
   * Does the work when there is a turn.
   *
   * @throws CkanError when there is none in time
   */
  <T> T take(Supplier<T> work) {
    if (!waited()) {
      throw CkanError.busy(busy);
    }
    try {
      return work.get();
    } finally {
      free.release();
    }
  }

  private boolean waited() {
    try {
      return free.tryAcquire(LONGEST_WAIT_SECONDS, TimeUnit.SECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }
}
