package org.machinami.loader.harvest;

import java.time.Clock;
import java.util.Map;
import java.util.Objects;
import org.machinami.loader.egress.EgressLimits;
import org.machinami.loader.harvest.remote.Pause;

/**
 * What a harvest needs of the world outside.
 *
 * @param limits of what may be asked for
 * @param environment variables that may hold secrets of sources
 * @param pause lets time pass between requests
 */
public record Outside(
    EgressLimits limits, Map<String, String> environment, Pause pause, Clock clock) {
  public Outside {
    Objects.requireNonNull(limits, "limits");
    Objects.requireNonNull(pause, "pause");
    Objects.requireNonNull(clock, "clock");
    environment = Map.copyOf(environment);
  }

  /** Secrets are told to nobody. */
  @Override
  public String toString() {
    return "Outside[" + limits + "]";
  }
}
