package org.machinami.loader.decision;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.machinami.shapes.Policy;
import org.machinami.shapes.Severity;
import org.machinami.shapes.Verdict;
import org.machinami.shapes.Violation;

/**
 * Leave to take a dataset in although it violates some clauses, with the reason that is published.
 *
 * @param clauses numbers of the clauses, such as {@code 2.2}; violations of others still refuse
 * @param reasonJa why, in Japanese
 * @param reasonEn why, in English
 */
public record PolicyOverride(Set<String> clauses, String reasonJa, String reasonEn) {
  private static final int LONGEST_REASON = 2_000;

  public PolicyOverride {
    clauses = Set.copyOf(clauses);
    if (clauses.isEmpty()) {
      throw new IllegalArgumentException("clauses: an override names the clause that it lifts");
    }
    check("reasonJa", reasonJa);
    check("reasonEn", reasonEn);
  }

  private static void check(String name, String reason) {
    if (reason.isBlank() || reason.length() > LONGEST_REASON) {
      throw new IllegalArgumentException(
          name + ": an override needs a reason of 1 to " + LONGEST_REASON + " characters");
    }
  }

  /**
   * Whether every violation of the verdict is of a clause that is lifted. One that serves no clause
   * is not, nor is what a verdict only counts and does not list.
   */
  public boolean lifts(Verdict verdict, Policy policy) {
    List<Violation> violations =
        verdict.violations().stream()
            .filter(violation -> violation.severity() == Severity.VIOLATION)
            .toList();
    return violations.size() == verdict.violationCount()
        && violations.stream()
            .map(violation -> policy.clauseOf(violation.shape()))
            .allMatch(clause -> clause.filter(clauses::contains).isPresent());
  }

  /** The reason as it stands in the ledger: the clauses, then both languages. */
  public String reason() {
    return String.join(", ", new TreeSet<>(clauses)) + ": " + reasonJa + " / " + reasonEn;
  }

  /** The clauses that a verdict violates and this lifts. */
  Set<String> lifted(Verdict verdict, Policy policy) {
    Set<String> lifted = new TreeSet<>();
    for (Violation violation : verdict.violations()) {
      Optional<String> clause = policy.clauseOf(violation.shape());
      if (violation.severity() == Severity.VIOLATION
          && clause.filter(clauses::contains).isPresent()) {
        lifted.add(clause.get());
      }
    }
    return lifted;
  }
}
