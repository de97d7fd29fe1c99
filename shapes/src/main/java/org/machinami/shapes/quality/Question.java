package org.machinami.shapes.quality;

import java.util.List;
import java.util.Locale;
import java.util.Objects;

/**
 * What a person has to say of a dataset, because no program can.
 *
 * @param rule that is asked of
 * @param count of the places that raise the question; 0 where it is of the files as a whole
 * @param places the first of them: where to look
 */
public record Question(Rule rule, long count, List<Fault> places) {

  public Question {
    Objects.requireNonNull(rule, "rule");
    places = List.copyOf(places);
    if (count < places.size()) {
      throw new IllegalArgumentException(rule + ": " + count);
    }
  }

  static Question of(RuleResult result) {
    return new Question(result.rule(), result.count(), result.faults());
  }

  /** What is asked: whether the rule is kept; in Japanese, or else in English. */
  public String text(Locale locale) {
    return rule.question(locale);
  }

  /** What to do where the answer is no. */
  public String advice(Locale locale) {
    return rule.advice(locale);
  }
}
