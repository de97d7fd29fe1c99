package org.machinami.web.harvest.addition;

import java.util.List;
import java.util.Objects;
import org.machinami.web.account.DeskView;
import org.machinami.web.account.Who;
import org.machinami.web.language.Messages;

/**
 * The datasets of a source, and how much there is to give back about each.
 *
 * @param total how many of them there are in all
 * @param page the first is 1
 */
public record AdditionsView(
    Who who, String source, int total, int page, int pages, List<Line> lines) implements DeskView {
  public AdditionsView {
    Objects.requireNonNull(who, "who");
    Objects.requireNonNull(source, "source");
    lines = List.copyOf(lines);
  }

  /**
   * A dataset.
   *
   * @param additions how many; below 0: its record is not kept
   */
  public record Line(String id, String title, int additions) {}

  @Override
  public String template() {
    return "additions.jte";
  }

  @Override
  public String title(Messages messages) {
    return messages.text("addition.list-title", source);
  }
}
