package org.machinami.loader.quality;

import java.util.EnumMap;
import java.util.Map;
import org.machinami.shapes.quality.Rule;
import org.machinami.shapes.quality.RuleResult;

/** The places of a file that break a rule, and those that raise a question. Not thread-safe. */
final class FaultPlaces {

  private final String file;
  private final Map<Rule, Places> faults = new EnumMap<>(Rule.class);
  private final Map<Rule, Places> questions = new EnumMap<>(Rule.class);

  FaultPlaces(String file) {
    this.file = file;
  }

  String file() {
    return file;
  }

  /** To add a place that breaks the rule. */
  Places broken(Rule rule) {
    return faults.computeIfAbsent(rule, key -> new Places(file));
  }

  /** To add a place where the steward has to say whether it does. */
  Places asked(Rule rule) {
    return questions.computeIfAbsent(rule, key -> new Places(file));
  }

  RuleResult result(Rule rule) {
    Places broken = faults.get(rule);
    if (broken != null && broken.count() > 0) {
      return RuleResult.failedBy(rule, broken.count(), broken.first());
    }
    Places asked = questions.get(rule);
    return asked == null
        ? RuleResult.passed(rule)
        : RuleResult.undecidedBy(rule, asked.count(), asked.first());
  }
}
