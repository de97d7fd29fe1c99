package org.machinami.web.reach;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.machinami.web.account.DeskView;
import org.machinami.web.account.Who;
import org.machinami.web.language.Messages;
import org.machinami.web.language.Text;

/**
 * Addresses that do not answer.
 *
 * @param total of all that are this reader's
 * @param lines the first of them
 * @param last when links were last checked
 * @param next when they are checked by themselves
 * @param notice key of what the reader has just done; empty for nothing
 * @param mistake why that was not done; empty for none
 */
public record DeadLinksView(
    Who who,
    int total,
    List<Line> lines,
    Optional<LinkRun> last,
    Optional<Instant> next,
    Optional<String> notice,
    String mistake)
    implements DeskView {
  public DeadLinksView {
    Objects.requireNonNull(who, "who");
    lines = List.copyOf(lines);
    Objects.requireNonNull(last, "last");
    Objects.requireNonNull(next, "next");
    Objects.requireNonNull(notice, "notice");
    Objects.requireNonNull(mistake, "mistake");
  }

  /**
   * An address.
   *
   * @param said why it does not answer
   * @param datasets that point there
   */
  public record Line(
      String address,
      Instant since,
      Optional<Instant> answered,
      int failures,
      String said,
      List<Dataset> datasets) {
    public Line {
      datasets = List.copyOf(datasets);
    }
  }

  /** A dataset. */
  public record Dataset(String id, Text title) {}

  @Override
  public String template() {
    return "steward-distributions.jte";
  }

  @Override
  public String title(Messages messages) {
    return messages.text("reach.title");
  }
}
