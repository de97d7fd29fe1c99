package org.machinami.web.steward;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.machinami.web.account.DeskView;
import org.machinami.web.account.Who;
import org.machinami.web.language.Messages;
import org.machinami.web.language.Text;

/**
 * The steward's desk.
 *
 * @param returned drafts to be mended
 * @param drafts others that are open
 * @param waiting submitted ones that the reader may decide on
 * @param submitted those that others decide on
 * @param withdrawals datasets whose withdrawal the reader may decide on
 * @param published datasets of the reader's organisations
 * @param steward whether the reader may begin a draft
 */
public record StewardHomeView(
    Who who,
    Optional<String> notice,
    List<DraftLine> returned,
    List<DraftLine> drafts,
    List<DraftLine> waiting,
    List<DraftLine> submitted,
    List<Published> withdrawals,
    List<Published> published,
    boolean steward)
    implements DeskView {
  public StewardHomeView {
    Objects.requireNonNull(who, "who");
    Objects.requireNonNull(notice, "notice");
    returned = List.copyOf(returned);
    drafts = List.copyOf(drafts);
    waiting = List.copyOf(waiting);
    submitted = List.copyOf(submitted);
    withdrawals = List.copyOf(withdrawals);
    published = List.copyOf(published);
  }

  /** A dataset that is published. */
  public record Published(String id, Text title) {}

  @Override
  public String template() {
    return "steward.jte";
  }

  @Override
  public String title(Messages messages) {
    return messages.text("steward.title");
  }
}
