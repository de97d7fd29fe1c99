package org.machinami.store.search;

import java.time.LocalDate;
import java.util.Optional;

/**
 * A span of days, both included; an end that is not said is open. It must not end before it begins.
 */
public record Period(Optional<LocalDate> from, Optional<LocalDate> to) {
  /** Any time. */
  public static final Period ALWAYS = new Period(Optional.empty(), Optional.empty());

  public Period {
    if (from.isPresent() && to.isPresent() && to.get().isBefore(from.get())) {
      throw new IllegalArgumentException("a period ends before it begins: " + from + ", " + to);
    }
  }

  long firstDay() {
    return from.map(LocalDate::toEpochDay).orElse(Long.MIN_VALUE);
  }

  long lastDay() {
    return to.map(LocalDate::toEpochDay).orElse(Long.MAX_VALUE);
  }
}
