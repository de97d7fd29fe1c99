package org.machinami.web.config;

import java.util.Objects;
import java.util.Optional;
import org.machinami.loader.egress.EgressLimits;

/**
 * Whether and when what distributions point to is checked.
 *
 * @param schedule cron expression; empty: only by the verb
 * @param egress what servers may be asked for
 */
public record LinkSettings(Optional<String> schedule, EgressLimits egress) {
  /** Nothing but headers and robots.txt is read. */
  static final long MOST_BYTES = 1L << 20;

  public LinkSettings {
    Objects.requireNonNull(schedule, "schedule");
    Objects.requireNonNull(egress, "egress");
  }
}
