package org.machinami.web.dataset;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.machinami.web.language.Text;
import org.machinami.web.page.Value;

/**
 * Who may use a dataset, for what, and at what price.
 *
 * @param plan what it takes to begin
 * @param rights of access in general
 * @param policies what is offered in particular
 */
public record AccessView(
    Optional<Explained> plan, Optional<Explained> rights, List<Policy> policies) {
  public AccessView {
    policies = List.copyOf(policies);
  }

  /** Whether there is nothing to say. */
  public boolean isEmpty() {
    return plan.isEmpty() && rights.isEmpty() && policies.isEmpty();
  }

  /** A concept and what it means; empty where that is not known. */
  public record Explained(Value concept, Optional<Text> meaning) {}

  /**
   * A policy.
   *
   * @param of the distribution that it is for; empty for the dataset as a whole
   * @param description what it says of itself
   * @param address of a policy that lies elsewhere
   */
  public record Policy(
      Optional<Text> of,
      Optional<Text> description,
      List<Rule> rules,
      List<String> others,
      Optional<Value> address) {
    public Policy {
      rules = List.copyOf(rules);
      others = List.copyOf(others);
    }
  }

  /** What a rule does. */
  public enum Kind {
    PERMISSION,
    OBLIGATION,
    PROHIBITION
  }

  /**
   * A rule in words.
   *
   * @param who it holds for; empty for everybody
   * @param actions what is allowed, asked for or forbidden
   * @param conditions on which it holds: duties and constraints
   */
  public record Rule(Kind kind, List<String> who, List<String> actions, List<String> conditions) {
    public Rule {
      Objects.requireNonNull(kind, "kind");
      who = List.copyOf(who);
      actions = List.copyOf(actions);
      conditions = List.copyOf(conditions);
    }
  }
}
