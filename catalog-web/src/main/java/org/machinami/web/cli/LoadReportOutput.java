package org.machinami.web.cli;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.machinami.loader.DatasetReport;
import org.machinami.loader.LoadReport;
import org.machinami.loader.Refused;
import org.machinami.loader.ReportText;
import org.machinami.loader.harvest.HarvestReport;
import org.machinami.shapes.Violation;
import org.machinami.shapes.quality.Fault;
import org.machinami.shapes.quality.Quality;
import org.machinami.shapes.quality.RuleResult;

/** What became of a load, for people or for scripts. */
final class LoadReportOutput {
  private final Console console;
  private final Locale locale;

  LoadReportOutput(Console console) {
    this.console = console;
    this.locale = Locale.forLanguageTag(console.texts().language());
  }

  void write(LoadReport report, boolean json) {
    if (json) {
      Map<String, Object> whole = new LinkedHashMap<>();
      whole.put("datasets", report.datasets().stream().map(this::object).toList());
      whole.put("triples", report.triples());
      whole.put("exit", report.exitCode());
      console.json(whole);
    } else {
      new ReportText(locale).lines(report).forEach(console::result);
    }
  }

  void write(DatasetReport dataset) {
    new ReportText(locale).lines(dataset).forEach(console::result);
  }

  private Map<String, Object> object(DatasetReport dataset) {
    Map<String, Object> object = new LinkedHashMap<>();
    object.put("dataset", dataset.dataset());
    object.put("outcome", name(dataset));
    object.put("triples", dataset.triples());
    object.put("rows", dataset.rows().mapped());
    object.put("skipped", dataset.rows().skipped());
    object.put("bad", dataset.rows().bad());
    dataset.rows().refreshed().ifPresent(rows -> object.put("refreshed", rows));
    object.put("seconds", dataset.seconds());
    dataset.sequence().ifPresent(sequence -> object.put("sequence", sequence));
    dataset.problem().ifPresent(problem -> object.put("problem", problem.text(locale)));
    List<Map<String, Object>> rows = new ArrayList<>();
    for (Refused row : dataset.rows().listed()) {
      Map<String, Object> bad = new LinkedHashMap<>();
      bad.put("file", row.at().file());
      bad.put("row", row.at().row());
      row.at().column().ifPresent(column -> bad.put("column", column));
      bad.put("reason", row.text(locale));
      bad.put("value", row.value());
      rows.add(bad);
    }
    object.put("badRows", rows);
    dataset
        .verdict()
        .ifPresent(
            verdict ->
                object.put("findings", verdict.violations().stream().map(this::finding).toList()));
    dataset.quality().ifPresent(quality -> object.put("quality", quality(quality)));
    dataset.harvest().ifPresent(harvest -> object.put("harvest", harvest(harvest)));
    return object;
  }

  private Map<String, Object> finding(Violation violation) {
    Map<String, Object> object = new LinkedHashMap<>();
    object.put("severity", violation.severity().name().toLowerCase(Locale.ROOT));
    object.put("focus", violation.focusLabel());
    object.put("path", violation.path().orElse(""));
    object.put("message", violation.message(locale));
    violation
        .position()
        .ifPresent(
            at -> {
              object.put("file", at.file());
              at.row().ifPresent(row -> object.put("row", row));
              at.column().ifPresent(column -> object.put("column", column));
            });
    return object;
  }

  private Map<String, Object> quality(Quality quality) {
    Map<String, Object> object = new LinkedHashMap<>();
    object.put("level", quality.level());
    object.put("rules", quality.results().stream().map(this::rule).toList());
    return object;
  }

  private Map<String, Object> rule(RuleResult result) {
    Map<String, Object> object = new LinkedHashMap<>();
    object.put("rule", result.rule().id());
    object.put("label", result.rule().label(locale));
    object.put("decision", result.decision().name().toLowerCase(Locale.ROOT));
    object.put("places", result.count());
    List<Map<String, Object>> first = new ArrayList<>();
    for (Fault fault : result.faults()) {
      Map<String, Object> place = new LinkedHashMap<>();
      place.put("file", fault.at().file());
      fault.at().row().ifPresent(row -> place.put("row", row));
      fault.at().column().ifPresent(column -> place.put("column", column));
      place.put("value", fault.value());
      first.add(place);
    }
    object.put("first", first);
    return object;
  }

  private Map<String, Object> harvest(HarvestReport harvest) {
    Map<String, Object> object = new LinkedHashMap<>();
    object.put("statements", harvest.statements());
    object.put("datasets", harvest.datasets());
    object.put("admitted", harvest.admitted());
    object.put("admittedWithWarnings", harvest.admittedWithWarnings());
    object.put("added", harvest.added());
    object.put("changed", harvest.changed());
    object.put("unchanged", harvest.unchanged());
    object.put("deleted", harvest.deleted());
    object.put("commits", harvest.commits());
    object.put("refusedCount", harvest.refusedCount());
    object.put(
        "refused",
        harvest.refused().stream()
            .map(
                refused ->
                    Map.of(
                        "iri",
                        refused.iri(),
                        "reason",
                        refused.reason(locale),
                        "clauses",
                        refused.clauses()))
            .toList());
    object.put(
        "links",
        harvest.links().stream()
            .map(
                link ->
                    Map.of(
                        "iri",
                        link.foreign(),
                        "dataset",
                        link.dataset(),
                        "how",
                        link.how().text(locale),
                        "sureness",
                        link.sureness(),
                        "merged",
                        link.merged()))
            .toList());
    object.put("notMapped", harvest.notMapped());
    object.put("lost", harvest.lost());
    object.put("gone", harvest.goneDatasets());
    object.put("notes", harvest.notes().stream().map(note -> note.text(locale)).toList());
    object.put("whole", harvest.whole());
    object.put("unreadableLines", harvest.refusedLineCount());
    return object;
  }

  private static String name(DatasetReport dataset) {
    return dataset.outcome().name().toLowerCase(Locale.ROOT);
  }
}
