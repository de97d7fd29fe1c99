package org.machinami.web.account;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;

/**
 * Longer and longer waiting after attempts that failed. In memory only. Thread-safe.
 *
 * @see <a
 *     href="https://cheatsheetseries.owasp.org/cheatsheets/Credential_Stuffing_Prevention_Cheat_Sheet.html">OWASP,
 *     Credential stuffing</a>
 */
final class Backoff {
  private static final int MOST_KEPT = 100_000;
  private static final int MOST_DOUBLINGS = 20;

  private final int free;
  private final Duration longest;
  private final Clock clock;
  private final Cache<String, Failures> failures;

  private record Failures(int count, Instant last) {}

  /**
   * @param free failures that cost nothing
   * @param longest wait; a name on which nothing fails for four times as long is forgotten
   */
  Backoff(int free, Duration longest, Clock clock) {
    this.free = free;
    this.longest = longest;
    this.clock = clock;
    this.failures =
        Caffeine.newBuilder()
            .expireAfterWrite(longest.multipliedBy(4))
            .maximumSize(MOST_KEPT)
            .build();
  }

  /** How long to wait before the next attempt; zero when it may be made. */
  Duration left(String name) {
    Failures known = failures.getIfPresent(name);
    if (known == null || known.count() < free) {
      return Duration.ZERO;
    }
    int doublings = Math.min(known.count() - free, MOST_DOUBLINGS);
    Duration wait = Duration.ofSeconds(1L << doublings);
    Duration capped = wait.compareTo(longest) > 0 ? longest : wait;
    Duration left = Duration.between(clock.instant(), known.last().plus(capped));
    return left.isNegative() ? Duration.ZERO : left;
  }

  /** Counts an attempt; before it is made, so that many at once are counted, too. */
  void attempt(String name) {
    Instant now = clock.instant();
    failures
        .asMap()
        .merge(name, new Failures(1, now), (old, one) -> new Failures(old.count() + 1, now));
  }

  /** Takes the last attempt back: it did not fail. */
  void takeBack(String name) {
    failures
        .asMap()
        .computeIfPresent(
            name, (n, old) -> old.count() == 1 ? null : new Failures(old.count() - 1, old.last()));
  }

  void forget(String name) {
    failures.invalidate(name);
  }
}
