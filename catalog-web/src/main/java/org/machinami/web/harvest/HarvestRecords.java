package org.machinami.web.harvest;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import org.machinami.loader.harvest.HarvestReport.Note;
import org.machinami.web.records.Records;
import org.machinami.web.records.SqlFiles;

/** The runs of harvests. Thread-safe. */
public final class HarvestRecords {
  /** Runs whose lines are kept, of each source. */
  private static final int RUNS_WITH_LINES = 10;

  private static final int MOST_LINES = 5_000;

  private final Records records;
  private final SqlFiles sql = new SqlFiles(HarvestRecords.class);

  public HarvestRecords(Records records) {
    this.records = records;
  }

  /** Keeps a run. */
  void add(HarvestRunRecord run, List<HarvestLine> lines) {
    records.durably(
        handle -> {
          handle
              .createUpdate(sql.of("add"))
              .bind("id", run.id())
              .bind("source", run.source())
              .bind("started", Records.time(run.started()))
              .bind("ended", Records.time(run.ended()))
              .bind("cause", run.cause().id())
              .bind("agent", run.agent())
              .bind("outcome", run.ending().id())
              .bind("told", run.told())
              .bind("added", run.added())
              .bind("changed", run.changed())
              .bind("unchanged", run.unchanged())
              .bind("deleted", run.deleted())
              .bind("refused", run.refused())
              .bind("linked", run.linked())
              .bind("saidJa", run.said().ja())
              .bind("saidEn", run.said().en())
              .execute();
          var batch = handle.prepareBatch(sql.of("line"));
          int number = 0;
          for (HarvestLine line : lines.subList(0, Math.min(lines.size(), MOST_LINES))) {
            batch
                .bind("run", run.id())
                .bind("number", number++)
                .bind("kind", line.kind().id())
                .bind("record", line.record())
                .bind("clause", line.clauses())
                .bind("saidJa", line.said().ja())
                .bind("saidEn", line.said().en())
                .add();
          }
          if (number > 0) {
            batch.execute();
          }
          return number;
        });
    List<HarvestRunRecord> runs = runs(run.source(), RUNS_WITH_LINES);
    if (runs.size() == RUNS_WITH_LINES) {
      records.ask(
          handle ->
              handle
                  .createUpdate(sql.of("forget"))
                  .bind("source", run.source())
                  .bind("before", Records.time(runs.get(RUNS_WITH_LINES - 1).started()))
                  .execute());
    }
  }

  /** The runs of a source, the latest first. */
  public List<HarvestRunRecord> runs(String source, int most) {
    return records.ask(
        handle ->
            handle
                .createQuery(sql.of("runs"))
                .bind("source", source)
                .bind("most", most)
                .map((row, context) -> run(row))
                .list());
  }

  Optional<HarvestRunRecord> findLatest(String source) {
    return runs(source, 1).stream().findFirst();
  }

  /** The sources that were ever run. */
  public List<String> sources() {
    return records.ask(
        handle ->
            handle
                .createQuery(sql.of("sources"))
                .map((row, context) -> row.getString("source"))
                .list());
  }

  /** What a run has to tell of single records. */
  public List<HarvestLine> lines(String run, int most) {
    return records.ask(
        handle ->
            handle
                .createQuery(sql.of("lines"))
                .bind("run", run)
                .bind("most", most)
                .map(
                    (row, context) ->
                        new HarvestLine(
                            HarvestLine.Kind.of(row.getString("kind")),
                            row.getString("record"),
                            row.getString("clause"),
                            new Note(row.getString("said_ja"), row.getString("said_en"))))
                .list());
  }

  private static HarvestRunRecord run(ResultSet row) throws SQLException {
    return new HarvestRunRecord(
        row.getString("id"),
        row.getString("source"),
        Records.instant(row, "started"),
        Records.instant(row, "ended"),
        Cause.of(row.getString("cause")),
        row.getString("agent"),
        Ending.of(row.getString("outcome")),
        row.getLong("told"),
        row.getLong("added"),
        row.getLong("changed"),
        row.getLong("unchanged"),
        row.getLong("deleted"),
        row.getLong("refused"),
        row.getLong("linked"),
        new Note(row.getString("said_ja"), row.getString("said_en")));
  }
}
