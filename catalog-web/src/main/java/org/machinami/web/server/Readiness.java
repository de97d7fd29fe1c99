package org.machinami.web.server;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.OptionalLong;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongSupplier;
import java.util.function.Supplier;

/**
 * Whether every part answers and has caught up with the ledger. A part that follows a moving ledger
 * may lag for a while without the server counting as unready. Thread-safe.
 */
public final class Readiness {
  private static final long TOLERATED_LAG_NANOS = 10_000_000_000L;

  private final LongSupplier head;
  private final Map<String, Part> parts = new LinkedHashMap<>();

  private static final class Part {
    private final Supplier<OptionalLong> applied;
    private final AtomicLong caughtUp = new AtomicLong(Long.MIN_VALUE);

    Part(Supplier<OptionalLong> applied) {
      this.applied = applied;
    }
  }

  /**
   * How one part stands.
   *
   * @param answers whether it answers at all
   * @param applied the last commit that it has applied, -1 when it does not answer
   * @param ready whether it answers and has caught up
   */
  public record State(boolean answers, long applied, boolean ready) {}

  /**
   * How all stands.
   *
   * @param ready whether every part is
   * @param head last commit of the ledger
   */
  public record Report(boolean ready, long head, Map<String, State> parts) {}

  /**
   * @param head last sequence number of the ledger
   * @param parts by name: the last sequence number that each has applied, empty while it does not
   *     answer
   */
  public Readiness(LongSupplier head, Map<String, Supplier<OptionalLong>> parts) {
    this.head = head;
    parts.forEach((name, applied) -> this.parts.put(name, new Part(applied)));
  }

  /** Asks every part. */
  public Report report() {
    long now = System.nanoTime();
    long sequence = head.getAsLong();
    Map<String, State> states = new LinkedHashMap<>();
    parts.forEach((name, part) -> states.put(name, state(part, sequence, now)));
    return new Report(
        states.values().stream().allMatch(State::ready), sequence, Map.copyOf(states));
  }

  private static State state(Part part, long sequence, long now) {
    OptionalLong applied = part.applied.get();
    if (applied.isEmpty()) {
      part.caughtUp.set(Long.MIN_VALUE);
      return new State(false, -1, false);
    }
    long reached = applied.getAsLong();
    if (reached >= sequence) {
      part.caughtUp.set(now);
      return new State(true, reached, true);
    }
    long last = part.caughtUp.get();
    return new State(true, reached, last != Long.MIN_VALUE && now - last < TOLERATED_LAG_NANOS);
  }
}
