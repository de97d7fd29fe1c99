package org.machinami.web.policy;

import java.util.List;
import java.util.Objects;
import org.machinami.web.language.Text;
import org.machinami.web.page.Value;

/**
 * A clause of the policy.
 *
 * @param number such as {@code 2.1}
 * @param path of its page
 * @param rules the shapes that enforce it; none where people must judge
 */
public record Clause(
    String number, String path, Text title, Text text, Text rationale, List<Rule> rules) {
  public Clause {
    Objects.requireNonNull(number, "number");
    Objects.requireNonNull(path, "path");
    rules = List.copyOf(rules);
  }

  /**
   * A shape that asks for something.
   *
   * @param name local name of the shape
   * @param message what it tells who does not keep it
   * @param refuses whether a dataset that does not keep it is refused, and not only warned
   * @param property what it is about; a plain value where it is about no single property
   * @param expected its constraints in words; empty where there are none that can be put so
   */
  public record Rule(String name, Text message, boolean refuses, Value property, String expected) {}
}
