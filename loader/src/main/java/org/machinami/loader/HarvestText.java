package org.machinami.loader;

import java.util.List;
import java.util.Locale;
import org.machinami.loader.harvest.HarvestReport;

/** What a harvest found, as lines for people. */
final class HarvestText {

  private final Locale locale;

  HarvestText(Locale locale) {
    this.locale = locale;
  }

  void addTo(List<String> lines, HarvestReport report) {
    line(
        lines,
        "harvest.report.datasets",
        report.statements(),
        report.datasets(),
        report.admitted() + report.admittedWithWarnings(),
        report.refusedCount());
    line(
        lines,
        "harvest.report.changes",
        report.added(),
        report.changed(),
        report.unchanged(),
        report.deleted(),
        report.commits());
    if (report.superseded() > 0) {
      line(lines, "harvest.report.superseded", report.superseded());
    }
    if (report.refusedLineCount() > 0) {
      line(lines, "harvest.report.lines", report.refusedLineCount());
      report.refusedLines().stream()
          .limit(ReportText.LISTED)
          .forEach(at -> line(lines, "harvest.report.line", at.line(), at.reason()));
      ReportText.addMore(locale, report.refusedLineCount(), lines);
    }
    report.refused().stream()
        .limit(ReportText.LISTED)
        .forEach(
            dataset ->
                line(lines, "harvest.report.refused", dataset.iri(), dataset.reason(locale)));
    ReportText.addMore(locale, report.refusedCount(), lines);
    report.links().stream()
        .limit(ReportText.LISTED)
        .forEach(
            link ->
                line(
                    lines,
                    link.merged() ? "harvest.report.linked" : "harvest.report.perhaps",
                    link.foreign(),
                    link.dataset(),
                    link.how().text(locale),
                    link.sureness()));
    ReportText.addMore(locale, report.links().size(), lines);
    report.lost().forEach((property, count) -> line(lines, "harvest.report.lost", property, count));
    report
        .notMapped()
        .forEach((field, count) -> line(lines, "harvest.report.not-mapped", field, count));
    report.notes().stream()
        .limit(ReportText.LISTED)
        .forEach(note -> lines.add("  " + note.text(locale)));
    ReportText.addMore(locale, report.notes().size(), lines);
    report
        .unreached()
        .forEach(
            (type, count) ->
                line(
                    lines,
                    type.isEmpty() ? "harvest.report.unreached-none" : "harvest.report.unreached",
                    type,
                    count.resources(),
                    count.statements()));
  }

  private void line(List<String> lines, String key, Object... arguments) {
    lines.add("  " + Messages.text(locale, key, arguments));
  }
}
