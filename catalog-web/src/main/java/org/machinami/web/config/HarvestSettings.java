package org.machinami.web.config;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Objects;
import java.util.Optional;
import org.machinami.loader.egress.EgressLimits;

/**
 * What is harvested.
 *
 * @param recipes folder of the recipes that are run by schedule and from the desk
 * @param egress what sources may be asked for
 */
public record HarvestSettings(Optional<Path> recipes, EgressLimits egress) {
  /** Of one document: a catalogue of a hundred thousand datasets in one file. */
  static final long MOST_BYTES = 1L << 30;

  /** For one document. */
  static final Duration LONGEST = Duration.ofMinutes(10);

  public HarvestSettings {
    Objects.requireNonNull(recipes, "recipes");
    Objects.requireNonNull(egress, "egress");
  }
}
