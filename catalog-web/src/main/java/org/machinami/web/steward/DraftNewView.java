package org.machinami.web.steward;

import java.util.List;
import java.util.Objects;
import org.machinami.web.account.DeskView;
import org.machinami.web.account.Who;
import org.machinami.web.language.Messages;
import org.machinami.web.language.Text;

/**
 * Where a draft begins.
 *
 * @param key that tells this form from others: sent twice it begins one draft
 * @param dataset what was typed
 * @param publisher what was chosen
 * @param mostBytes that can be sent
 */
public record DraftNewView(
    Who who,
    String key,
    String dataset,
    String publisher,
    List<Organisation> organisations,
    List<MistakeLine> mistakes,
    long mostBytes)
    implements DeskView {
  public DraftNewView {
    Objects.requireNonNull(who, "who");
    organisations = List.copyOf(organisations);
    mistakes = List.copyOf(mistakes);
  }

  /** One that the draft can be of. */
  public record Organisation(String id, Text name) {}

  /**
   * What is wrong with what was sent.
   *
   * @param key of the message; {0} is about
   * @param detail that follows it, empty for nothing
   */
  public record MistakeLine(String key, String about, String detail) {
    static MistakeLine of(Intake.Mistake mistake) {
      return new MistakeLine(mistake.key(), mistake.file(), mistake.detail());
    }
  }

  @Override
  public String template() {
    return "draft-new.jte";
  }

  @Override
  public String title(Messages messages) {
    return messages.text("steward.new");
  }
}
