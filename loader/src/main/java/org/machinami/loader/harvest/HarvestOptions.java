package org.machinami.loader.harvest;

import java.util.Objects;

/**
 * How a harvest is run.
 *
 * @param agent who asked for it; stands in the commits
 * @param dryRun nothing is written
 * @param full all of the source is read, also what has not changed
 */
public record HarvestOptions(String agent, boolean dryRun, boolean full) {
  public HarvestOptions {
    Objects.requireNonNull(agent, "agent");
  }

  public static HarvestOptions by(String agent) {
    return new HarvestOptions(agent, false, false);
  }
}
