package org.machinami.web.harvest;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.machinami.web.account.DeskView;
import org.machinami.web.account.Who;
import org.machinami.web.language.Messages;

/**
 * The sources that are harvested.
 *
 * @param recipes whether there is a folder of recipes
 */
public record HarvestsView(Who who, List<Line> sources, boolean recipes) implements DeskView {
  public HarvestsView {
    Objects.requireNonNull(who, "who");
    sources = List.copyOf(sources);
  }

  /**
   * A source.
   *
   * @param problem why its recipe cannot be read; empty when it can
   * @param next when it is run by itself
   * @param last how the last run ended
   */
  public record Line(
      String id,
      String address,
      String kind,
      String problem,
      boolean running,
      boolean quarantine,
      Optional<Instant> next,
      Optional<HarvestRunRecord> last) {}

  @Override
  public String template() {
    return "harvests.jte";
  }

  @Override
  public String title(Messages messages) {
    return messages.text("harvest.title");
  }
}
