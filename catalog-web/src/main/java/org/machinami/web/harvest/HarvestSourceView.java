package org.machinami.web.harvest;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.machinami.loader.harvest.Quarantine;
import org.machinami.web.account.DeskView;
import org.machinami.web.account.Who;
import org.machinami.web.language.Language;
import org.machinami.web.language.Messages;
import org.machinami.web.page.ColumnWidth;

/**
 * A source: what waits, its runs, and what the last of them has to tell by record.
 *
 * @param canRun whether there is a recipe that can be run
 * @param canTry whether it can be tried out what a run would do
 * @param additions whether its records are kept, so that it can be given back what we have added
 * @param mistake what was wrong with a form; empty when nothing was
 * @param dry what somebody has tried out since the last run
 * @param lines of the run that is shown
 * @param shown the run whose lines are shown
 */
public record HarvestSourceView(
    Who who,
    Language language,
    HarvestsView.Line source,
    boolean canRun,
    boolean canTry,
    boolean additions,
    Optional<String> notice,
    String mistake,
    Optional<Quarantine> quarantine,
    Optional<DryRun> dry,
    List<HarvestRunRecord> runs,
    Optional<HarvestRunRecord> shown,
    List<HarvestLine> lines)
    implements DeskView {
  private static final int MOST_GONE = 50;

  public HarvestSourceView {
    Objects.requireNonNull(who, "who");
    Objects.requireNonNull(source, "source");
    Objects.requireNonNull(dry, "dry");
    Objects.requireNonNull(quarantine, "quarantine");
    runs = List.copyOf(runs);
    lines = List.copyOf(lines);
  }

  @Override
  public String template() {
    return "harvest-source.jte";
  }

  @Override
  public String title(Messages messages) {
    return messages.text("harvest.source-title", source.id());
  }

  /** In the reader's language. */
  public String said(org.machinami.loader.harvest.HarvestReport.Note note) {
    return language == Language.JA ? note.ja() : note.en();
  }

  /** The first of the datasets that would be deleted. */
  public List<String> gone() {
    return quarantine
        .map(waiting -> waiting.gone().subList(0, Math.min(MOST_GONE, waiting.gone().size())))
        .orElse(List.of());
  }

  /** Widths of the table of runs. */
  public List<ColumnWidth> runWidths(Messages m) {
    return List.of(
        ColumnWidth.of(runs.stream().map(run -> m.minute(run.started())).toList()),
        ColumnWidth.W12,
        ColumnWidth.W8,
        ColumnWidth.W8,
        ColumnWidth.W8,
        ColumnWidth.W8,
        ColumnWidth.W8);
  }
}
