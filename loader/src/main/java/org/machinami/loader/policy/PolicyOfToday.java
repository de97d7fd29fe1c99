package org.machinami.loader.policy;

import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.function.Supplier;
import org.machinami.shapes.MetadataValidator;
import org.machinami.shapes.Policy;
import org.machinami.shapes.PolicyVersion;
import org.machinami.shapes.explain.Explainer;
import org.machinami.store.Store;

/**
 * The version of the policy that is in force, made ready to judge by. Whoever judges, the command
 * line, a desk or a service, asks here, and anew for each judgement: a version comes into force
 * while a server runs. Thread-safe.
 */
public final class PolicyOfToday {
  private final Supplier<PolicyVersion> inForce;
  private volatile Judge last;

  private PolicyOfToday(Supplier<PolicyVersion> inForce) {
    this.inForce = inForce;
  }

  /** As the ledger has it. */
  public static PolicyOfToday of(Store store) {
    return of(new PolicyVersions(store));
  }

  /** The same of versions that somebody else asks for, too: each is read once. */
  public static PolicyOfToday of(PolicyVersions versions) {
    return new PolicyOfToday(versions::inForce);
  }

  /**
   * Of the bundled versions, where there is no ledger.
   *
   * @param base of the catalogue, under which clauses have their IRIs
   */
  public static PolicyOfToday bundled(String base) {
    List<PolicyVersion> versions = PolicyVersion.allBundled(base);
    return new PolicyOfToday(
        () -> PolicyVersion.onDay(versions, LocalDate.now(PolicyVersions.CITY)));
  }

  /**
   * A version made ready to judge by.
   *
   * @param explainer of its findings
   */
  public record Judge(PolicyVersion version, MetadataValidator validator, Explainer explainer) {
    public Judge {
      Objects.requireNonNull(version, "version");
      Objects.requireNonNull(validator, "validator");
      Objects.requireNonNull(explainer, "explainer");
    }

    public Policy policy() {
      return version.policy();
    }
  }

  /** The one in force now; made ready once. */
  public Judge judge() {
    PolicyVersion today = inForce.get();
    Judge known = last;
    if (known == null || !known.version().equals(today)) {
      MetadataValidator validator = today.validator();
      known = new Judge(today, validator, new Explainer(validator, today.policy()));
      last = known;
    }
    return known;
  }
}
