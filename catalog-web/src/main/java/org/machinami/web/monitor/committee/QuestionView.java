package org.machinami.web.monitor.committee;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.machinami.web.account.DeskView;
import org.machinami.web.account.Who;
import org.machinami.web.language.Messages;
import org.machinami.web.language.Text;

/**
 * A question, for those whom it concerns.
 *
 * @param title of the dataset
 * @param clause its number and title
 * @param clausePath of its page, empty when it is no longer in force
 * @param stateKey message that names its state
 * @param grave whether it is overdue
 * @param due the day, as people write it
 * @param open whether the finding is still there
 * @param answers whether the reader may answer now
 * @param decides whether the reader may ask again and close it now
 * @param steps how much was said; the form sends it back
 * @param typed what was typed and is not kept yet
 * @param typedDue the day that was typed
 * @param mistake message key
 */
public record QuestionView(
    Who who,
    String id,
    String dataset,
    Text title,
    Text organisation,
    Text clause,
    String clausePath,
    String stateKey,
    boolean grave,
    String due,
    boolean open,
    boolean answers,
    boolean decides,
    int steps,
    List<Said> said,
    String typed,
    String typedDue,
    Optional<String> mistake)
    implements DeskView {
  public QuestionView {
    Objects.requireNonNull(who, "who");
    Objects.requireNonNull(title, "title");
    Objects.requireNonNull(mistake, "mistake");
    said = List.copyOf(said);
  }

  /** What somebody said. */
  public record Said(String kindKey, String name, Instant time, String text) {}

  @Override
  public String template() {
    return "question.jte";
  }

  @Override
  public String title(Messages messages) {
    return messages.text("question.one", title.value());
  }
}
