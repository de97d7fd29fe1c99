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
  private static final int MOST_SORT_BYTES = 128 << 20;

  /** For a process with this heap: a graph writer sorts in up to a sixth of it, at most 128 MB. */
  public static StoreOptions forThisProcess() {
    long sixth = Runtime.getRuntime().maxMemory() / 6;
    int sortBytes = (int) Math.min(MOST_SORT_BYTES, Math.max(sixth, 1 << 20));
    return new StoreOptions(256L << 20, sortBytes, 16, Clock.systemUTC());
  }

  /** The same with another size of packs, bytes. */
  public StoreOptions withPackBytes(long bytes) {
    return new StoreOptions(bytes, sortBytes, stateCacheMegabytes, clock);
  }

  /** The same with another bound of memory for sorting, bytes. */
  public StoreOptions withSortBytes(int bytes) {
    return new StoreOptions(packBytes, bytes, stateCacheMegabytes, clock);
  }

  /** The same with another clock. */
  public StoreOptions withClock(Clock other) {
    return new StoreOptions(packBytes, sortBytes, stateCacheMegabytes, other);
  }

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
