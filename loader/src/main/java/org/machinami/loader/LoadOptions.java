package org.machinami.loader;

import java.util.Objects;

/**
 * How to load.
 *
 * @param dryRun map and validate, write nothing
 * @param agent who loads: an IRI or a name, for the ledger
 */
public record LoadOptions(boolean dryRun, String agent) {

  /** Loads in the name of the command line. */
  public static final LoadOptions DEFAULT = new LoadOptions(false, "machinami load");

  public LoadOptions {
    Objects.requireNonNull(agent, "agent");
  }

  /** The same without writing. */
  public LoadOptions dry() {
    return new LoadOptions(true, agent);
  }
}
