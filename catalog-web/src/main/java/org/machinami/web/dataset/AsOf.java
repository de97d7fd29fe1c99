package org.machinami.web.dataset;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Objects;
import java.util.Optional;
import org.machinami.store.state.GraphState;
import org.machinami.web.language.Messages;
import org.machinami.web.problem.Problem;

/**
 * A moment of the past: all that was committed up to it.
 *
 * @param sequence of the last commit
 * @param time of the last commit at the latest
 */
record AsOf(long sequence, Instant time) {
  private static final String SEQUENCE = "[1-9][0-9]{0,17}";

  AsOf {
    Objects.requireNonNull(time, "time");
  }

  /** Right after a commit. */
  static AsOf commit(long sequence) {
    return new AsOf(sequence, Instant.MAX);
  }

  /**
   * Reads a parameter: the number of a commit, a time with its offset (RFC 3339), or a day, which
   * stands for its end on the city's clock.
   *
   * @param value absent for the present
   * @throws Problem 400 when it is none of these
   */
  static Optional<AsOf> parse(String value) {
    if (value == null) {
      return Optional.empty();
    }
    if (value.matches(SEQUENCE)) {
      return Optional.of(commit(Long.parseLong(value)));
    }
    try {
      Instant time =
          value.length() == "2026-04-01".length()
              ? LocalDate.parse(value)
                  .plusDays(1)
                  .atStartOfDay(Messages.CITY)
                  .toInstant()
                  .minusNanos(1)
              // A plus that was not escaped arrives as a space.
              : OffsetDateTime.parse(value.replace(' ', '+')).toInstant();
      return Optional.of(new AsOf(Long.MAX_VALUE, time));
    } catch (DateTimeException e) {
      throw Problem.badParameter("asOf", value, "problem.version.as-of");
    }
  }

  /** Whether a state had come to be by then. */
  boolean covers(GraphState state) {
    return state.sequence() <= sequence && !state.modified().isAfter(time);
  }
}
