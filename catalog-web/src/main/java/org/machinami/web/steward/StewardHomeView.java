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
 * @param published datasets of the organisations that the reader works for
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
    Listed published,
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
    Objects.requireNonNull(published, "published");
  }

  /** A dataset that is published, or was until somebody stopped it. */
  public record Published(String id, Text title, boolean stopped) {}

  /**
   * Datasets that were looked for.
   *
   * @param words empty for all
   * @param total of which the first are listed
   */
  public record Listed(String words, long total, List<Published> datasets) {
    static final Listed NOTHING = new Listed("", 0, List.of());

    public Listed {
      Objects.requireNonNull(words, "words");
      datasets = List.copyOf(datasets);
    }

    /** Whether there are so many that one has to look for one. */
    public boolean isLong() {
      return total > 10 || !words.isEmpty();
    }
  }

  @Override
  public String template() {
    return "steward.jte";
  }

  @Override
  public String title(Messages messages) {
    return messages.text("steward.title");
  }
}
