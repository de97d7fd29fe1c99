package org.machinami.query;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Who may run a query now: as many at once as the settings say, a bounded number waiting, and no
 * caller who has used up the time that is his. Safe for use by many threads.
 */
final class Admission {
  private static final long PATIENCE_MILLIS = 10_000;

  private final QuerySettings settings;
  private final Semaphore places;
  private final AtomicInteger waiting = new AtomicInteger();
  private final Cache<String, Account> accounts =
      Caffeine.newBuilder().maximumSize(100_000).expireAfterAccess(Duration.ofHours(1)).build();

  Admission(QuerySettings settings) {
    this.settings = settings;
    this.places = new Semaphore(settings.running());
  }

  /** A place among the running queries, to be given back. */
  final class Place {
    private final Account account;
    private final long start = System.nanoTime();

    private Place(Account account) {
      this.account = account;
    }

    /** Gives it back, and charges the time it was had to the caller. */
    void leave() {
      places.release();
      account.charge(System.nanoTime() - start);
    }
  }

  /**
   * Waits for a place.
   *
   * @throws Problem CALLER_BUDGET, with the seconds after which to try again; BUSY
   */
  Place enter(String caller) {
    Account account = accounts.get(caller, name -> new Account(settings.callerTime()));
    long overdrawn = account.overdrawnSeconds();
    if (overdrawn > 0) {
      throw new Problem(Problem.Kind.CALLER_BUDGET, overdrawn, settings.callerTime().toSeconds());
    }
    if (!places.tryAcquire()) {
      await();
    }
    return new Place(account);
  }

  /** Queries that run now. */
  int running() {
    return settings.running() - places.availablePermits();
  }

  /** Requests that wait now. */
  int waiting() {
    return waiting.get();
  }

  private void await() {
    if (waiting.incrementAndGet() > settings.waiting()) {
      waiting.decrementAndGet();
      throw busy();
    }
    try {
      if (!places.tryAcquire(PATIENCE_MILLIS, TimeUnit.MILLISECONDS)) {
        throw busy();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw busy();
    } finally {
      waiting.decrementAndGet();
    }
  }

  private Problem busy() {
    return new Problem(Problem.Kind.BUSY, 2, settings.running(), settings.waiting());
  }

  /** Query time of one caller: fills up at one second a second, to the size of a burst. */
  private static final class Account {
    private final long burst;
    private long left;
    private long at = System.nanoTime();

    Account(Duration burst) {
      this.burst = burst.toNanos();
      this.left = this.burst;
    }

    synchronized long overdrawnSeconds() {
      fill();
      return left >= 0 ? 0 : 1 + -left / 1_000_000_000;
    }

    synchronized void charge(long nanos) {
      fill();
      left -= nanos;
    }

    private void fill() {
      long now = System.nanoTime();
      left = Math.min(burst, left + (now - at));
      at = now;
    }
  }
}
