package org.machinami.web.monitor.committee;

import java.util.List;
import java.util.Objects;
import org.machinami.web.account.DeskView;
import org.machinami.web.account.Who;
import org.machinami.web.language.Messages;

/**
 * The questions to the organisations of a steward.
 *
 * @param waiting those to be answered
 * @param others the rest
 */
public record StewardQuestionsView(Who who, List<QuestionLine> waiting, List<QuestionLine> others)
    implements DeskView {
  public StewardQuestionsView {
    Objects.requireNonNull(who, "who");
    waiting = List.copyOf(waiting);
    others = List.copyOf(others);
  }

  @Override
  public String template() {
    return "steward-questions.jte";
  }

  @Override
  public String title(Messages messages) {
    return messages.text("question.to-you");
  }
}
