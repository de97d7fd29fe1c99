package org.machinami.web.monitor.committee;

import java.util.Objects;
import java.util.Optional;
import org.machinami.web.account.DeskView;
import org.machinami.web.account.Who;
import org.machinami.web.language.Messages;
import org.machinami.web.language.Text;

/**
 * The form of a new question.
 *
 * @param key makes the form one: sent twice, it asks once
 * @param title of the dataset
 * @param clause its number
 * @param clauseTitle its number and title
 * @param typed what was typed
 * @param due the day that was typed, or the one that is proposed
 * @param first the earliest day
 * @param last the latest day
 * @param mistake message key
 */
public record QuestionFormView(
    Who who,
    String key,
    String dataset,
    Text title,
    Text organisation,
    String clause,
    Text clauseTitle,
    String typed,
    String due,
    String first,
    String last,
    Optional<String> mistake)
    implements DeskView {
  public QuestionFormView {
    Objects.requireNonNull(who, "who");
    Objects.requireNonNull(title, "title");
    Objects.requireNonNull(mistake, "mistake");
  }

  @Override
  public String template() {
    return "question-form.jte";
  }

  @Override
  public String title(Messages messages) {
    return messages.text("question.new");
  }
}
