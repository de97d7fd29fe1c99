package org.machinami.web.steward;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalLong;
import org.apache.jena.graph.Node;
import org.machinami.loader.DatasetReport;
import org.machinami.loader.LoadException;
import org.machinami.loader.Refused;
import org.machinami.loader.repair.CellRepairs;
import org.machinami.loader.repair.MendedFile;
import org.machinami.shapes.Policy;
import org.machinami.shapes.Position;
import org.machinami.shapes.Repair;
import org.machinami.shapes.Severity;
import org.machinami.shapes.Verdict;
import org.machinami.shapes.Violation;

/**
 * What the gate would say, for people.
 *
 * @param outcome id: "committed", "unchanged", "valid", "refused" or "failed"
 * @param policy version of the policy that it was held against
 * @param problem what stopped it
 * @param findings what is to be mended, gravest first
 * @param more findings that are not listed
 */
public record ReportView(
    String outcome,
    String policy,
    Optional<String> problem,
    List<Line> findings,
    int more,
    long mapped,
    long bad) {
  private static final int LISTED = 40;
  private static final int SHORTLY = 8;

  public ReportView {
    Objects.requireNonNull(outcome, "outcome");
    Objects.requireNonNull(problem, "problem");
    findings = List.copyOf(findings);
  }

  /**
   * A finding.
   *
   * @param about the thing by its name, empty for the dataset itself
   * @param clause number of the clause, empty for none
   * @param file in which it stands, empty where it is the description
   * @param value that was found, empty for none
   * @param expected what is asked for, empty where that says no more than the message
   * @param mend what a program proposes for the cells of the file
   */
  public record Line(
      boolean grave,
      String message,
      String about,
      String clause,
      String file,
      OptionalLong row,
      String column,
      String value,
      String expected,
      Optional<Mend> mend) {}

  /**
   * Other values for cells of a file.
   *
   * @param name of the repair, to be posted
   * @param label of its kind
   * @param cells what goes and what comes
   * @param alike how many cells are to be mended so in the same column, these among them
   */
  public record Mend(String name, String label, List<Change> cells, int alike) {
    public Mend {
      cells = List.copyOf(cells);
    }
  }

  /** A cell before and after. */
  public record Change(String column, String before, String after) {}

  /** The first findings that stand in files, which no field of a form shows. */
  public List<Line> inFiles() {
    return findings.stream().filter(line -> !line.file().isEmpty()).limit(SHORTLY).toList();
  }

  /** Whether nothing stands in the way. */
  public boolean passes() {
    return outcome.equals("valid") || outcome.equals("committed") || outcome.equals("unchanged");
  }

  /**
   * From a report.
   *
   * @param verdict of the report, explained
   */
  static ReportView of(DatasetReport report, Verdict verdict, Policy policy, Locale locale) {
    List<Line> lines = new ArrayList<>();
    CellRepairs repairs = CellRepairs.of(report);
    verdict
        .violations()
        .forEach(
            violation ->
                lines.add(
                    line(
                        violation,
                        verdict.dataset(),
                        policy,
                        mend(violation.repair(), repairs, locale),
                        locale)));
    report
        .rows()
        .listed()
        .forEach(
            refused -> lines.add(line(refused, mend(refused.repair(), repairs, locale), locale)));
    lines.sort(Comparator.comparing(line -> !line.grave()));
    return new ReportView(
        report.outcome().name().toLowerCase(Locale.ROOT),
        policy.version(),
        report.problem().map((LoadException e) -> e.text(locale)),
        lines.stream().limit(LISTED).toList(),
        Math.max(0, lines.size() - LISTED),
        report.rows().mapped(),
        report.rows().bad());
  }

  /** The repair of cells of a file that can be mended; empty where it is none. */
  static Optional<Mend> mend(Optional<Repair> repair, CellRepairs repairs, Locale locale) {
    return repair
        .filter(Repair.NewCells.class::isInstance)
        .map(Repair.NewCells.class::cast)
        .filter(cells -> MendedFile.isPossible(CellRepairs.file(cells)))
        .map(
            cells ->
                new Mend(
                    CellRepairs.name(cells),
                    cells.kind().label(locale),
                    cells.cells().stream().map(ReportView::change).toList(),
                    repairs.withAlike(cells).cells().size()));
  }

  private static Change change(Repair.Cell cell) {
    return new Change(cell.at().column().orElse(""), cell.before(), cell.after());
  }

  private static Line line(
      Violation violation, String dataset, Policy policy, Optional<Mend> mend, Locale locale) {
    boolean itself = violation.focus().isURI() && violation.focus().getURI().equals(dataset);
    Optional<Position> at = violation.position();
    return new Line(
        violation.severity() == Severity.VIOLATION,
        violation.message(locale),
        itself ? "" : violation.focusLabel(),
        policy.clauseOf(violation.shape()).orElse(""),
        at.map(Position::file).orElse(""),
        at.map(Position::row).orElse(OptionalLong.empty()),
        at.flatMap(Position::column).orElse(""),
        violation.value().map(ReportView::text).orElse(""),
        violation.expected().map(words -> words.text(locale)).orElse(""),
        mend);
  }

  private static Line line(Refused refused, Optional<Mend> mend, Locale locale) {
    return new Line(
        true,
        refused.text(locale),
        "",
        "",
        refused.at().file(),
        OptionalLong.of(refused.at().row()),
        refused.at().column().orElse(""),
        refused.value(),
        "",
        mend);
  }

  private static String text(Node node) {
    return node.isLiteral() ? node.getLiteralLexicalForm() : node.isURI() ? node.getURI() : "";
  }
}
