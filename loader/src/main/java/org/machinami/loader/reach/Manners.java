package org.machinami.loader.reach;

import java.time.Duration;

/**
 * How servers are asked.
 *
 * @param between least time from one request to a host to the next
 * @param hosts that are asked at the same time, one request each
 * @param perHost most addresses of a host in one round
 * @param total most addresses of a round
 * @param longest a round takes
 * @param strikes after so many troubles in a row a host is left alone for this round
 */
public record Manners(
    Duration between, int hosts, int perHost, int total, Duration longest, int strikes) {
  public Manners {
    if (between.isNegative() || longest.isNegative() || longest.isZero()) {
      throw new IllegalArgumentException("times must not be negative");
    }
    if (hosts < 1 || perHost < 1 || total < 1 || strikes < 1) {
      throw new IllegalArgumentException("limits must be positive");
    }
  }

  /** Two seconds, four hosts, 500 addresses of one and 5,000 in all, an hour, three troubles. */
  public static Manners usual() {
    return new Manners(Duration.ofSeconds(2), 4, 500, 5_000, Duration.ofHours(1), 3);
  }
}
