package org.machinami.loader;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalLong;
import org.machinami.loader.harvest.HarvestReport;
import org.machinami.loader.source.SourceFinding;
import org.machinami.shapes.Verdict;
import org.machinami.shapes.quality.Quality;

/**
 * What became of one dataset.
 *
 * @param dataset its id, or the name of its folder where the description could not be read
 * @param verdict on its description, where that could be read
 * @param quality of its files, where there are any and they could be read
 * @param rows what became of the rows
 * @param triples in the data graph; of a dry run with repetitions
 * @param findings about the sources
 * @param seconds wall clock
 * @param sequence of the commit
 * @param problem what stopped it
 * @param harvest what a harvest found; empty for a dataset folder
 */
public record DatasetReport(
    String dataset,
    Outcome outcome,
    Optional<Verdict> verdict,
    Optional<Quality> quality,
    Rows rows,
    long triples,
    List<SourceFinding> findings,
    double seconds,
    OptionalLong sequence,
    Optional<LoadException> problem,
    Optional<HarvestReport> harvest) {

  /** What a load ended with. */
  public enum Outcome {
    /** It is in the ledger. */
    COMMITTED,
    /** It is as it was; no commit. */
    UNCHANGED,
    /** A dry run found nothing that would stop it. */
    VALID,
    /** The description or too many rows are wrong; nothing was written. */
    REFUSED,
    /** Folder, mapping or machine are wrong; nothing was written. */
    FAILED
  }

  /**
   * Rows by what became of them.
   *
   * @param mapped became triples
   * @param skipped blank or left out on purpose
   * @param bad made nothing because something in them is wrong
   * @param limit share that may be bad
   * @param listed the first bad ones
   * @param refreshed where only rows that had changed were mapped anew: how many these are
   */
  public record Rows(
      long mapped,
      long skipped,
      long bad,
      double limit,
      List<Refused> listed,
      OptionalLong refreshed) {

    public Rows {
      Objects.requireNonNull(refreshed, "refreshed");
      listed = List.copyOf(listed);
    }

    static Rows of(RowCounts counts, double limit) {
      return new Rows(
          counts.mapped(),
          counts.skipped(),
          counts.bad(),
          limit,
          counts.listed(),
          counts.refreshed());
    }

    /** Whether more of the rows are bad than may be. */
    public boolean tooManyBad() {
      return bad > 0 && (double) bad / (bad + mapped) > limit;
    }
  }

  public DatasetReport {
    Objects.requireNonNull(dataset, "dataset");
    Objects.requireNonNull(outcome, "outcome");
    Objects.requireNonNull(verdict, "verdict");
    Objects.requireNonNull(quality, "quality");
    Objects.requireNonNull(rows, "rows");
    Objects.requireNonNull(sequence, "sequence");
    Objects.requireNonNull(problem, "problem");
    Objects.requireNonNull(harvest, "harvest");
    findings = List.copyOf(findings);
  }

  /** A harvest, for which a dataset counts as a row. */
  public static DatasetReport of(HarvestReport harvest, boolean dry) {
    Outcome outcome =
        harvest.stopped().isPresent()
            ? Outcome.REFUSED
            : dry ? Outcome.VALID : harvest.commits() > 0 ? Outcome.COMMITTED : Outcome.UNCHANGED;
    return new DatasetReport(
        harvest.source(),
        outcome,
        Optional.of(harvest.verdict()),
        Optional.empty(),
        new Rows(
            (long) harvest.admitted() + harvest.admittedWithWarnings(),
            0,
            harvest.refusedCount(),
            1,
            List.of(),
            OptionalLong.empty()),
        harvest.triples(),
        List.of(),
        harvest.seconds(),
        harvest.sequence(),
        harvest.stopped(),
        Optional.of(harvest));
  }

  /** 0 done, 1 data refused, 2 the folder is wrong, 3 the machine is. */
  public int exitCode() {
    return switch (outcome) {
      case COMMITTED, UNCHANGED, VALID -> 0;
      case REFUSED -> 1;
      case FAILED ->
          problem
              .map(
                  e ->
                      switch (e.fault()) {
                        case DATA -> 1;
                        case FOLDER -> 2;
                        case ENVIRONMENT -> 3;
                      })
              .orElse(3);
    };
  }
}
