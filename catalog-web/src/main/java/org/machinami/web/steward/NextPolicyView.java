package org.machinami.web.steward;

import java.time.LocalDate;
import java.util.List;
import java.util.Objects;

/**
 * What the next version of the policy would say of a draft that the present one does not.
 *
 * @param from the day from which it holds, or would hold
 * @param draft whether it is still a draft, that may change
 * @param findings gravest first
 */
public record NextPolicyView(
    String version, LocalDate from, boolean draft, List<Finding> findings) {
  public NextPolicyView {
    Objects.requireNonNull(version, "version");
    Objects.requireNonNull(from, "from");
    findings = List.copyOf(findings);
  }

  /**
   * A finding.
   *
   * @param about the thing by its name, empty for the dataset itself
   * @param clause number of the clause, empty for none
   */
  public record Finding(boolean grave, String message, String about, String clause) {}

  /** Whether it would be refused from then on. */
  public boolean refuses() {
    return findings.stream().anyMatch(Finding::grave);
  }
}
