package org.machinami.shapes.quality;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.machinami.shapes.quality.RuleResult.Decision;

/**
 * The rules that wait for a person, and what was answered.
 *
 * @param found by the program
 * @param answers the last one of each rule
 */
public record Checklist(Quality found, Map<Rule, Answer> answers) {

  public Checklist {
    Map<Rule, Answer> copy = new EnumMap<>(Rule.class);
    copy.putAll(answers);
    answers = Map.copyOf(copy);
  }

  /** With what was answered so far; of several answers on a rule the latest counts. */
  public static Checklist of(Quality found, List<Answer> answers) {
    Map<Rule, Answer> latest = new EnumMap<>(Rule.class);
    for (Answer answer : answers) {
      latest.merge(answer.rule(), answer, (a, b) -> b.at().isBefore(a.at()) ? a : b);
    }
    return new Checklist(found, latest);
  }

  /** All questions, answered or not, in the order of the rules. */
  public List<Question> questions() {
    return found.with(Decision.UNDECIDED).stream().map(Question::of).toList();
  }

  /** The questions that nobody has answered. */
  public List<Question> open() {
    return questions().stream().filter(q -> !answers.containsKey(q.rule())).toList();
  }

  /** What was answered to a question. */
  public Optional<Answer> answer(Rule rule) {
    return Optional.ofNullable(answers.get(rule));
  }

  /**
   * What is known with the answers: a yes keeps the rule, a no breaks it, and what does not concern
   * the files is left out. What the program decided stays: no answer makes a broken rule kept.
   */
  public Quality quality() {
    List<RuleResult> results = new ArrayList<>();
    for (RuleResult result : found.results()) {
      Answer answer = answers.get(result.rule());
      if (result.decision() != Decision.UNDECIDED || answer == null) {
        results.add(result);
      } else if (answer.reply() == Answer.Reply.YES) {
        results.add(RuleResult.passed(result.rule()));
      } else if (answer.reply() == Answer.Reply.NO) {
        results.add(
            new RuleResult(
                result.rule(), Decision.FAILED, Math.max(1, result.count()), result.faults()));
      }
    }
    return new Quality(results);
  }

  /**
   * The answers that count, to be published: those to questions that are asked.
   *
   * @param files that they were given of, as in {@link GivenAnswers}
   */
  public GivenAnswers given(Set<String> files) {
    return new GivenAnswers(
        questions().stream().flatMap(question -> answer(question.rule()).stream()).toList(), files);
  }
}
