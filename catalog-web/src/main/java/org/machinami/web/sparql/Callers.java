package org.machinami.web.sparql;

import java.util.concurrent.ConcurrentHashMap;

/**
 * How many queries each caller has under way. Thread-safe; holds only callers with at least one.
 */
final class Callers {
  private final ConcurrentHashMap<String, Integer> underWay = new ConcurrentHashMap<>();
  private final int most;

  /**
   * @param most queries at once for one caller
   */
  Callers(int most) {
    this.most = most;
  }

  /** Takes a place for the caller; false when it has as many as it may. */
  boolean enter(String caller) {
    boolean[] entered = new boolean[1];
    underWay.compute(
        caller,
        (key, count) -> {
          int now = count == null ? 0 : count;
          entered[0] = now < most;
          return entered[0] ? Integer.valueOf(now + 1) : count;
        });
    return entered[0];
  }

  /** Gives the place back. */
  void leave(String caller) {
    underWay.compute(caller, (key, count) -> count == null || count <= 1 ? null : count - 1);
  }

  int underWay() {
    return underWay.values().stream().mapToInt(Integer::intValue).sum();
  }
}
