package org.machinami.shapes.quality;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/**
 * What came out of a rule. There is none of a rule that does not apply, such as those for Excel.
 *
 * @param count of the places that break it, or that raise the question
 * @param faults the first of them
 */
public record RuleResult(Rule rule, Decision decision, long count, List<Fault> faults) {

  /** How many places are named. */
  public static final int LISTED = 5;

  /** What a program can say of a rule. */
  public enum Decision {
    PASSED,
    /** A program cannot tell; the steward has to answer. */
    UNDECIDED,
    FAILED
  }

  public RuleResult {
    Objects.requireNonNull(rule, "rule");
    Objects.requireNonNull(decision, "decision");
    if (count < faults.size() || (decision == Decision.PASSED && count > 0)) {
      throw new IllegalArgumentException(rule + " " + decision + ": " + count);
    }
    faults = List.copyOf(faults.subList(0, Math.min(LISTED, faults.size())));
  }

  public static RuleResult passed(Rule rule) {
    return new RuleResult(rule, Decision.PASSED, 0, List.of());
  }

  public static RuleResult undecided(Rule rule) {
    return new RuleResult(rule, Decision.UNDECIDED, 0, List.of());
  }

  /** Failed where there are any places, else passed. */
  public static RuleResult failedBy(Rule rule, long count, List<Fault> faults) {
    return count == 0 ? passed(rule) : new RuleResult(rule, Decision.FAILED, count, faults);
  }

  /** Undecided where there are any places, else passed. */
  public static RuleResult undecidedBy(Rule rule, long count, List<Fault> faults) {
    return count == 0 ? passed(rule) : new RuleResult(rule, Decision.UNDECIDED, count, faults);
  }

  /** The result over two files: the graver decision, with the places that led to it. */
  RuleResult and(RuleResult other) {
    int graver = decision.compareTo(other.decision);
    if (graver != 0) {
      return graver > 0 ? this : other;
    }
    List<Fault> all = new ArrayList<>(faults);
    all.addAll(other.faults);
    return new RuleResult(rule, decision, count + other.count, all);
  }
}
