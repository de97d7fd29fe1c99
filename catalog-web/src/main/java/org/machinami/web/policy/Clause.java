package org.machinami.web.policy;

import java.util.List;
import java.util.Objects;
import java.util.OptionalInt;
import org.machinami.web.language.Text;
import org.machinami.web.page.Value;

/**
 * A clause of the policy.
 *
 * @param number such as {@code 2.1}
 * @param path of its page
 * @param rules the shapes that enforce it; none where people must judge
 * @param findings how many datasets have a finding under it today; empty for a version that is not
 *     in force
 */
public record Clause(
    String number,
    String path,
    Text title,
    Text text,
    Text rationale,
    List<Rule> rules,
    OptionalInt findings) {
  public Clause {
    Objects.requireNonNull(number, "number");
    Objects.requireNonNull(path, "path");
    Objects.requireNonNull(findings, "findings");
    rules = List.copyOf(rules);
  }

  /** Where the datasets with a finding are listed. */
  public String findingsPath() {
    return "monitor/datasets?clause=" + number;
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
