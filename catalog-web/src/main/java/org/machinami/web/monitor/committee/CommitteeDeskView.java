package org.machinami.web.monitor.committee;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.machinami.web.account.DeskView;
import org.machinami.web.account.Who;
import org.machinami.web.language.Messages;
import org.machinami.web.language.Text;

/**
 * What waits for the committee.
 *
 * @param answered questions whose answer waits to be read
 * @param overdue questions that should have been answered
 * @param open other questions
 * @param clauses that have open findings, to choose from
 * @param clause the one chosen, empty for all
 * @param findings datasets with open findings
 * @param total how many there are
 * @param previous path of the page before, empty for none
 * @param next path of the page after, empty for none
 * @param refusals the last ones
 */
public record CommitteeDeskView(
    Who who,
    List<QuestionLine> answered,
    List<QuestionLine> overdue,
    List<QuestionLine> open,
    List<Choice> clauses,
    String clause,
    List<Finding> findings,
    int total,
    String previous,
    String next,
    List<Refused> refusals)
    implements DeskView {
  public CommitteeDeskView {
    Objects.requireNonNull(who, "who");
    answered = List.copyOf(answered);
    overdue = List.copyOf(overdue);
    open = List.copyOf(open);
    clauses = List.copyOf(clauses);
    findings = List.copyOf(findings);
    refusals = List.copyOf(refusals);
  }

  /** A clause, and how many datasets have a finding under it. */
  public record Choice(String number, Text name, int datasets) {}

  /** A dataset and the clauses under which it has findings. */
  public record Finding(String dataset, Text title, Text organisation, List<Ask> clauses) {
    public Finding {
      clauses = List.copyOf(clauses);
    }
  }

  /**
   * A clause of a finding.
   *
   * @param question id of the question that is not closed, empty when there is none
   */
  public record Ask(String clause, Text name, String question) {}

  /** What was refused, by its name. */
  public record Refused(Instant time, String dataset, Text organisation, List<Text> clauses) {
    public Refused {
      clauses = List.copyOf(clauses);
    }
  }

  @Override
  public String template() {
    return "committee.jte";
  }

  @Override
  public String title(Messages messages) {
    return messages.text("committee.title");
  }
}
