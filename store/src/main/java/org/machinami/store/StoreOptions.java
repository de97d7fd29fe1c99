package org.machinami.store;

import java.time.Clock;
import java.util.Objects;

/**
 * How a writer works; the defaults suit a server.
 *
 * @param packBytes size at which a pack is sealed, bytes
 * @param sortBytes memory that one {@link org.machinami.store.graph.GraphWriter} may take before it
 *     writes a sorted run to disk, bytes
 * @param stateCacheMegabytes cache of the present state
 * @param clock for the times of commits
 */
public record StoreOptions(long packBytes, int sortBytes, int stateCacheMegabytes, Clock clock) {
  /** For a server. */
  public static final StoreOptions DEFAULT =
      new StoreOptions(256L << 20, 64 << 20, 16, Clock.systemUTC());

  public StoreOptions {
    Objects.requireNonNull(clock, "clock");
    if (packBytes < 1024 || packBytes > 1L << 30) {
      throw new IllegalArgumentException(
          "packBytes: " + packBytes + " is not within 1024 and 1 GB");
    }
    if (sortBytes < 4096 || sortBytes > 1 << 30) {
      throw new IllegalArgumentException(
          "sortBytes: " + sortBytes + " is not within 4096 and 1 GB");
    }
    if (stateCacheMegabytes < 1) {
      throw new IllegalArgumentException(
          "stateCacheMegabytes: " + stateCacheMegabytes + " is below 1");
    }
  }
}
