package org.machinami.loader;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.apache.jena.graph.Node;
import org.machinami.loader.source.SourceFinding;
import org.machinami.shapes.Severity;
import org.machinami.shapes.Violation;
import org.machinami.shapes.quality.Fault;

/** Reports as lines for people, in Japanese or English. */
public final class ReportText {

  static final int LISTED = 20;
  private static final int FINDINGS = 5;

  private final Locale locale;

  public ReportText(Locale locale) {
    this.locale = locale;
  }

  /** Each dataset, and a last line on all of them where there are several. */
  public List<String> lines(LoadReport report) {
    List<String> lines = new ArrayList<>();
    report.datasets().forEach(dataset -> lines.addAll(lines(dataset)));
    if (report.datasets().size() > 1) {
      lines.add(
          text(
              "report.total",
              report.datasets().size(),
              String.format(Locale.ROOT, "%,d", report.triples())));
    }
    return lines;
  }

  /** One line on the outcome, then what there is to know and to mend. */
  public List<String> lines(DatasetReport report) {
    List<String> lines = new ArrayList<>();
    double seconds = Math.max(report.seconds(), 1e-3);
    lines.add(
        text(
            "report.dataset",
            report.dataset(),
            text("outcome." + report.outcome().name().toLowerCase(Locale.ROOT)),
            String.format(Locale.ROOT, "%,d", report.rows().mapped()),
            String.format(Locale.ROOT, "%,d", report.triples()),
            String.format(Locale.ROOT, "%.2f", report.seconds()),
            String.format(Locale.ROOT, "%,.0f", report.triples() / seconds)));
    report.sequence().ifPresent(sequence -> lines.add("  " + text("report.commit", sequence)));
    report.problem().ifPresent(problem -> lines.add("  " + problem.text(locale)));
    report.verdict().ifPresent(verdict -> addViolations(verdict.violations(), lines));
    report.findings().stream()
        .filter(finding -> !finding.encoding().startsWith("U"))
        .limit(FINDINGS)
        .forEach(finding -> lines.add("  " + encoding(finding)));
    report.findings().stream()
        .filter(finding -> !finding.unmatched().isEmpty())
        .limit(FINDINGS)
        .forEach(
            finding ->
                lines.add(
                    "  "
                        + text(
                            "report.unmatched",
                            finding.file(),
                            String.join(", ", finding.unmatched()))));
    report.findings().stream()
        .flatMap(finding -> finding.unheeded().stream())
        .distinct()
        .limit(FINDINGS)
        .forEach(property -> lines.add("  " + text("report.csvw", property)));
    addEmpty(report.findings(), lines);
    report.quality().ifPresent(quality -> lines.addAll(new QualityText(locale).lines(quality)));
    report
        .harvest()
        .ifPresentOrElse(
            harvest -> new HarvestText(locale).addTo(lines, harvest),
            () -> addRows(report.rows(), lines));
    return lines;
  }

  private void addEmpty(List<SourceFinding> findings, List<String> lines) {
    List<String> empty =
        findings.stream().filter(finding -> finding.rows() == 0).map(SourceFinding::file).toList();
    if (!empty.isEmpty()) {
      String names = String.join(", ", empty.subList(0, Math.min(FINDINGS, empty.size())));
      lines.add(
          "  "
              + text(
                  "report.no-rows", empty.size(), names + (empty.size() > FINDINGS ? ", …" : "")));
    }
  }

  private void addRows(DatasetReport.Rows rows, List<String> lines) {
    rows.refreshed().ifPresent(changed -> lines.add("  " + text("report.refreshed", changed)));
    if (rows.skipped() > 0) {
      lines.add("  " + text("report.skipped", rows.skipped()));
    }
    if (rows.bad() > 0) {
      String share =
          String.format(Locale.ROOT, "%.1f", 100.0 * rows.bad() / (rows.bad() + rows.mapped()));
      String limit = String.format(Locale.ROOT, "%.1f", 100 * rows.limit());
      lines.add("  " + text("report.bad-rows", rows.bad(), share, limit));
      rows.listed().stream().limit(LISTED).forEach(row -> lines.add("    " + line(row)));
      addMore(locale, rows.bad(), lines);
    }
  }

  private void addViolations(List<Violation> violations, List<String> lines) {
    List<Violation> toMend =
        violations.stream().filter(found -> found.severity() != Severity.INFO).toList();
    toMend.stream().limit(LISTED).forEach(found -> lines.add("  " + line(found)));
    addMore(locale, toMend.size(), lines);
    addNotes(violations, lines);
  }

  /** Of notes one of a kind: a column without English names has one in each row. */
  private void addNotes(List<Violation> violations, List<String> lines) {
    Map<String, List<Violation>> notes =
        violations.stream()
            .filter(found -> found.severity() == Severity.INFO)
            .collect(
                Collectors.groupingBy(Violation::shape, LinkedHashMap::new, Collectors.toList()));
    notes
        .values()
        .forEach(
            alike -> {
              String more = alike.size() == 1 ? "" : text("report.alike", alike.size() - 1);
              lines.add("  " + line(alike.get(0)) + more);
            });
  }

  /** How many there are beyond those that are listed, if there are. */
  static void addMore(Locale locale, long all, List<String> lines) {
    if (all > LISTED) {
      lines.add("    " + Messages.text(locale, "report.more", all - LISTED));
    }
  }

  private String line(Violation violation) {
    if (violation.position().isPresent()) {
      return text(
          "report.violation-at",
          text("severity." + violation.severity().name().toLowerCase(Locale.ROOT)),
          new PlaceText(locale).of(violation.position().get(), shown(violation)),
          violation.message(locale));
    }
    return text(
        "report.violation",
        text("severity." + violation.severity().name().toLowerCase(Locale.ROOT)),
        violation.focusLabel(),
        violation.path().orElse(""),
        violation.message(locale));
  }

  private static String shown(Violation violation) {
    return violation.value().filter(Node::isLiteral).map(Node::getLiteralLexicalForm).orElse("");
  }

  private String line(Refused row) {
    Position at = row.at();
    return text("report.row", at.file(), at.row(), at.column().orElse("-"), row.text(locale))
        + (row.value().isEmpty() ? "" : " [" + Fault.shown(row.value().replace('\n', ' ')) + "]");
  }

  private String encoding(SourceFinding finding) {
    return text(
        "report.encoding",
        finding.file(),
        finding.encoding(),
        text("report.encoding." + finding.how().name().toLowerCase(Locale.ROOT)));
  }

  private String text(String key, Object... arguments) {
    return Messages.text(locale, key, arguments);
  }
}
