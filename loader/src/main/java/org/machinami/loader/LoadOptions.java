package org.machinami.loader;

import java.util.Objects;
import java.util.Optional;

/**
 * How to load.
 *
 * @param dryRun map and validate, write nothing
 * @param agent who loads: an IRI or a name, for the ledger
 * @param approval of somebody who has read what is loaded
 */
public record LoadOptions(boolean dryRun, String agent, Optional<Approval> approval) {

  /** Loads in the name of the command line. */
  public static final LoadOptions DEFAULT = new LoadOptions(false, "machinami load");

  public LoadOptions {
    Objects.requireNonNull(agent, "agent");
    Objects.requireNonNull(approval, "approval");
  }

  /** Of nobody's approval. */
  public LoadOptions(boolean dryRun, String agent) {
    this(dryRun, agent, Optional.empty());
  }

  /** Of what somebody has approved. */
  public LoadOptions approved(Approval by) {
    return new LoadOptions(dryRun, agent, Optional.of(by));
  }

  /** The same without writing. */
  public LoadOptions dry() {
    return new LoadOptions(true, agent, approval);
  }
}
