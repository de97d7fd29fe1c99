package org.machinami.loader;

import java.util.Objects;
import java.util.Optional;
import org.machinami.loader.decision.PolicyOverride;

/**
 * How to load.
 *
 * @param dryRun map and validate, write nothing
 * @param agent who loads: an IRI or a name, for the ledger
 * @param override what may be violated, and why
 * @param approval of somebody who has read what is loaded
 */
public record LoadOptions(
    boolean dryRun, String agent, Optional<PolicyOverride> override, Optional<Approval> approval) {

  /** Loads in the name of the command line. */
  public static final LoadOptions DEFAULT = new LoadOptions(false, "machinami load");

  public LoadOptions {
    Objects.requireNonNull(agent, "agent");
    Objects.requireNonNull(override, "override");
    Objects.requireNonNull(approval, "approval");
  }

  /** Without an override, and of nobody's approval. */
  public LoadOptions(boolean dryRun, String agent) {
    this(dryRun, agent, Optional.empty(), Optional.empty());
  }

  /** Of what somebody has approved. */
  public LoadOptions approved(Approval by) {
    return new LoadOptions(dryRun, agent, override, Optional.of(by));
  }

  /** The same without writing. */
  public LoadOptions dry() {
    return new LoadOptions(true, agent, override, approval);
  }

  /** The same with leave to violate something. */
  public LoadOptions with(PolicyOverride leave) {
    return new LoadOptions(dryRun, agent, Optional.of(leave), approval);
  }
}
