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
 */
public record LoadOptions(boolean dryRun, String agent, Optional<PolicyOverride> override) {

  /** Loads in the name of the command line. */
  public static final LoadOptions DEFAULT = new LoadOptions(false, "machinami load");

  /** Without an override. */
  public LoadOptions(boolean dryRun, String agent) {
    this(dryRun, agent, Optional.empty());
  }

  public LoadOptions {
    Objects.requireNonNull(agent, "agent");
    Objects.requireNonNull(override, "override");
  }

  /** The same without writing. */
  public LoadOptions dry() {
    return new LoadOptions(true, agent, override);
  }

  /** The same with leave to violate something. */
  public LoadOptions with(PolicyOverride leave) {
    return new LoadOptions(dryRun, agent, Optional.of(leave));
  }
}
