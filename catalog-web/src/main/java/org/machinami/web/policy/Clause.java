package org.machinami.web.policy;

import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import org.machinami.shapes.quality.Rule.Decider;
import org.machinami.web.language.Text;
import org.machinami.web.page.Value;

/**
 * A clause of the policy.
 *
 * @param number such as {@code 2.1}
 * @param path of its page
 * @param rules the shapes that enforce it; none where people must judge
 * @param measures the rules on files by which is measured how far it is kept
 * @param today what became of datasets under it; empty for a version that is not in force
 */
public record Clause(
    String number,
    String path,
    Text title,
    Text text,
    Text rationale,
    List<Rule> rules,
    List<Measure> measures,
    Optional<Counts> today) {
  public Clause {
    Objects.requireNonNull(number, "number");
    Objects.requireNonNull(path, "path");
    Objects.requireNonNull(today, "today");
    rules = List.copyOf(rules);
    measures = List.copyOf(measures);
  }

  /**
   * What became of datasets under a clause.
   *
   * @param findings how many that are here have a finding
   * @param refusals how many were refused so far
   */
  public record Counts(int findings, int refusals) {}

  /** Where the datasets with a finding are listed. */
  public String findingsPath() {
    return "monitor/datasets?clause=" + number;
  }

  /** Where the refusals are listed. */
  public String refusalsPath() {
    return "monitor/decisions?kind=refused&clause=" + number;
  }

  /** How many rules a program applies for it, in whole or in part. */
  public int checks() {
    return rules.size() + measures.size();
  }

  /** How many of its measures are decided so. */
  public long decidedBy(Decider decider) {
    return measures.stream().filter(measure -> measure.decider() == decider).count();
  }

  /**
   * A rule on files that is counted and does not refuse.
   *
   * @param id such as {@code L1-05}
   * @param question what is asked of the file
   */
  public record Measure(String id, String title, String question, Decider decider) {
    /** The message that says who decides. */
    public String deciderKey() {
      return "policy.decider." + decider.name().toLowerCase(Locale.ROOT);
    }
  }

  /**
   * A shape that asks for something.
   *
   * @param name local name of the shape
   * @param message what it tells who does not keep it
   * @param effectKey message that says what happens to a dataset that does not keep it
   * @param property what it is about; a plain value where it is about no single property
   * @param expected its constraints in words; empty where there are none that can be put so
   */
  public record Rule(
      String name, Text message, String effectKey, Value property, String expected) {}
}
