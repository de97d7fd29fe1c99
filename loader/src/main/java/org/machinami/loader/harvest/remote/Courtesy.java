package org.machinami.loader.harvest.remote;

import java.time.Duration;

/**
 * How a source is asked, so that nobody there notices.
 *
 * @param between least time from one request to the next
 * @param attempts how often a request is made that a busy server or a bad line lets fail
 * @param firstPause before the second attempt; each later one waits twice as long
 * @param longestPause no single pause is longer; a server that asks for more is left alone
 * @param pages most documents of one run
 * @param bytes most of one run, unpacked
 */
public record Courtesy(
    Duration between,
    int attempts,
    Duration firstPause,
    Duration longestPause,
    int pages,
    long bytes) {

  private static final int USUAL_ATTEMPTS = 5;
  private static final long MOST_BYTES = 32L << 30;

  public Courtesy {
    if (between.isNegative() || firstPause.isNegative() || longestPause.isNegative()) {
      throw new IllegalArgumentException("times must not be negative");
    }
    if (attempts < 1 || pages < 1 || bytes < 1) {
      throw new IllegalArgumentException("limits must be positive");
    }
  }

  /** At most so many requests a second and documents in all; else as usual. */
  public static Courtesy perSecond(double requests, int pages) {
    return new Courtesy(
        Duration.ofNanos((long) (1e9 / requests)),
        USUAL_ATTEMPTS,
        Duration.ofSeconds(2),
        Duration.ofMinutes(5),
        pages,
        MOST_BYTES);
  }
}
