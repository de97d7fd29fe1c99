package org.machinami.web.steward;

import java.util.Objects;
import org.machinami.loader.policy.PolicyVersions;
import org.machinami.shapes.MetadataValidator;
import org.machinami.shapes.Policy;
import org.machinami.shapes.PolicyVersion;
import org.machinami.shapes.explain.Explainer;
import org.machinami.store.Store;

/**
 * The version of the policy that is in force, by which the desk judges as the command line does.
 * Thread-safe.
 */
final class PolicyOfToday {
  private final PolicyVersions versions;
  private volatile Judge last;

  PolicyOfToday(Store store) {
    this.versions = new PolicyVersions(store);
  }

  /**
   * A version made ready to judge by.
   *
   * @param explainer of its findings
   */
  record Judge(PolicyVersion version, MetadataValidator validator, Explainer explainer) {
    Judge {
      Objects.requireNonNull(version, "version");
    }

    Policy policy() {
      return version.policy();
    }
  }

  /** The one in force now; made ready once. */
  Judge judge() {
    PolicyVersion today = versions.inForce();
    Judge known = last;
    if (known == null || !known.version().equals(today)) {
      MetadataValidator validator = today.validator();
      known = new Judge(today, validator, new Explainer(validator, today.policy()));
      last = known;
    }
    return known;
  }
}
