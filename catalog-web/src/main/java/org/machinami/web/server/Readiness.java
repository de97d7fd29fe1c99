package org.machinami.web.server;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.LongSupplier;

/**
 * Whether all parts answer and have caught up with the ledger. Each part is asked when somebody
 * asks, except the query process, whose state is polled. Thread-safe.
 */
final class Readiness {
  /** How long a part may lag behind a moving ledger before the server counts as not ready. */
  private static final long LAG_NANOS = 10_000_000_000L;

  private final LongSupplier head;
  private final Map<String, Part> parts = new LinkedHashMap<>();

  /** The last sequence number that a part has applied; empty while it does not answer. */
  interface Part {
    Optional<Long> applied();
  }

  /**
   * @param ready whether every part answers and has caught up
   * @param sequence head of the ledger
   * @param parts name to what it has applied, -1 while it does not answer
   */
  record Report(boolean ready, long sequence, Map<String, Long> parts) {}

  Readiness(LongSupplier head) {
    this.head = head;
  }
}
