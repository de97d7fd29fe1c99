package org.machinami.web.config;

import java.time.Duration;
import java.util.Objects;
import org.machinami.loader.egress.EgressLimits;

/**
 * What the public validator may do.
 *
 * @param bytes most that is taken in one request, or fetched for it
 * @param perHour most validations of one address within an hour
 * @param concurrent most at a time
 * @param egress what may be fetched
 */
public record ValidateSettings(int bytes, int perHour, int concurrent, EgressLimits egress) {
  /** How long a fetch for a waiting reader may take. */
  public static final Duration FETCH = Duration.ofSeconds(20);

  public ValidateSettings {
    Objects.requireNonNull(egress, "egress");
  }
}
