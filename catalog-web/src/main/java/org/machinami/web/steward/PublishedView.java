package org.machinami.web.steward;

import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import org.machinami.web.account.DeskView;
import org.machinami.web.account.Who;
import org.machinami.web.language.Messages;
import org.machinami.web.language.Text;

/**
 * A published dataset at the desk.
 *
 * @param draft id of the draft that works on it
 * @param hindrance message key that says why it cannot be taken up; {0} is its id
 * @param stopped since when its publication is stopped
 * @param withdrawal the latest that was asked for
 * @param typed reasons that cannot be taken as they are
 * @param notice message key of what was just done
 * @param mistake message key
 */
public record PublishedView(
    Who who,
    String id,
    Text title,
    Text organisation,
    Optional<String> draft,
    Optional<String> hindrance,
    Optional<Instant> stopped,
    Optional<Withdrawal> withdrawal,
    May may,
    Typed typed,
    Optional<String> notice,
    Optional<String> mistake)
    implements DeskView {
  public PublishedView {
    Objects.requireNonNull(who, "who");
    Objects.requireNonNull(title, "title");
    Objects.requireNonNull(draft, "draft");
    Objects.requireNonNull(hindrance, "hindrance");
    Objects.requireNonNull(stopped, "stopped");
    Objects.requireNonNull(withdrawal, "withdrawal");
    Objects.requireNonNull(may, "may");
    Objects.requireNonNull(typed, "typed");
    Objects.requireNonNull(notice, "notice");
    Objects.requireNonNull(mistake, "mistake");
  }

  /**
   * What the reader may do.
   *
   * @param edit take it up again, ask for its withdrawal
   * @param decide on a withdrawal that somebody else has asked for
   */
  public record May(boolean edit, boolean decide) {}

  /**
   * What was typed.
   *
   * @param verb of the form that it was typed into
   */
  public record Typed(String verb, String japanese, String english) {
    /** What stands in the field of a form. */
    public String japanese(String form) {
      return verb.equals(form) ? japanese : "";
    }

    public String english(String form) {
      return verb.equals(form) ? english : "";
    }
  }

  /** The withdrawal that waits for a decision. */
  public Optional<Withdrawal> waiting() {
    return withdrawal.filter(asked -> asked.state() == Withdrawal.State.WAITING);
  }

  /** The withdrawal that somebody said no to, last. */
  public Optional<Withdrawal> declined() {
    return withdrawal.filter(asked -> asked.state() == Withdrawal.State.DECLINED);
  }

  @Override
  public String template() {
    return "steward-dataset.jte";
  }

  @Override
  public String title(Messages messages) {
    return title.value();
  }
}
