package org.machinami.web.steward;

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
 * @param byDesk whether it was published from here, so that it can be taken up again
 * @param reason what was typed
 * @param mistake message key
 */
public record PublishedView(
    Who who,
    String id,
    Text title,
    Text organisation,
    Optional<String> draft,
    boolean byDesk,
    String reason,
    Optional<String> mistake)
    implements DeskView {
  public PublishedView {
    Objects.requireNonNull(who, "who");
    Objects.requireNonNull(title, "title");
    Objects.requireNonNull(draft, "draft");
    Objects.requireNonNull(mistake, "mistake");
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
