package org.machinami.web.harvest;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.machinami.loader.harvest.HarvestReport;
import org.machinami.loader.harvest.HarvestReport.Note;

/**
 * What a run of a source would do, tried out at the desk. It stands in no record: the next run, or
 * a restart, and it is gone.
 *
 * @param ending what the run would end with
 * @param said why it would end so, where there is something to say
 */
public record DryRun(
    Instant started,
    Ending ending,
    long added,
    long changed,
    long unchanged,
    long deleted,
    long refused,
    Note said,
    List<HarvestLine> lines) {
  private static final int MOST_LINES = 500;

  public DryRun {
    Objects.requireNonNull(started, "started");
    Objects.requireNonNull(ending, "ending");
    Objects.requireNonNull(said, "said");
    lines = List.copyOf(lines);
  }

  static DryRun of(Instant started, HarvestReport report) {
    boolean changes = report.added() + report.changed() + report.deleted() > 0;
    List<HarvestLine> lines = HarvestLine.of(report);
    return new DryRun(
        started,
        report.stopped().isPresent()
            ? Ending.QUARANTINE
            : changes ? Ending.COMMITTED : Ending.UNCHANGED,
        report.added(),
        report.changed(),
        report.unchanged(),
        report.deleted(),
        report.refusedCount(),
        report.stopped().map(Note::of).orElse(new Note("", "")),
        lines.subList(0, Math.min(lines.size(), MOST_LINES)));
  }

  static DryRun failed(Instant started, Throwable failure) {
    return new DryRun(started, Ending.FAILED, 0, 0, 0, 0, 0, Note.of(failure), List.of());
  }

  /** The key of what people read of its ending. */
  public String key() {
    return "harvest.dry." + ending.id();
  }
}
