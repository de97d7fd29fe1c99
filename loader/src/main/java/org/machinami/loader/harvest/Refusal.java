package org.machinami.loader.harvest;

import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Collectors;
import org.machinami.loader.Messages;
import org.machinami.shapes.Policy;
import org.machinami.shapes.Severity;
import org.machinami.shapes.Verdict;

/** Why a dataset was not taken, in the two languages. */
record Refusal(String ja, String en) {
  private static final int NAMED = 3;

  Refusal {
    Objects.requireNonNull(ja, "ja");
    Objects.requireNonNull(en, "en");
  }

  /** A reason from the bundle. */
  static Refusal of(String key, Object... arguments) {
    return new Refusal(
        Messages.text(Locale.JAPANESE, key, arguments),
        Messages.text(Locale.ENGLISH, key, arguments));
  }

  /** What the gate found, the gravest first. */
  static Refusal of(Verdict verdict) {
    return new Refusal(named(verdict, Locale.JAPANESE), named(verdict, Locale.ENGLISH));
  }

  /** The reason as a report has it. */
  HarvestReport.RefusedDataset of(String foreign, List<String> clauses) {
    return new HarvestReport.RefusedDataset(foreign, ja, en, clauses);
  }

  /** The clauses of the policy that a verdict finds broken. */
  static List<String> clauses(Verdict verdict, Policy policy) {
    return verdict.violations().stream()
        .filter(violation -> violation.severity() == Severity.VIOLATION)
        .flatMap(violation -> policy.clauseOf(violation.shape()).stream())
        .distinct()
        .sorted()
        .toList();
  }

  private static String named(Verdict verdict, Locale locale) {
    return verdict.violations().stream()
        .filter(violation -> violation.severity() == Severity.VIOLATION)
        .map(
            violation ->
                violation.message(locale)
                    + violation.path().map(path -> " (" + path + ")").orElse(""))
        .distinct()
        .limit(NAMED)
        .collect(Collectors.joining("; "));
  }
}
