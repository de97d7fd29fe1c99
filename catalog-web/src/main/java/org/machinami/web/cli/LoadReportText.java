package org.machinami.web.cli;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.machinami.loader.DatasetReport;
import org.machinami.loader.LoadReport;
import org.machinami.loader.Refused;
import org.machinami.shapes.Severity;
import org.machinami.shapes.Violation;

/** What became of a load, for people or for scripts. */
final class LoadReportText {
  private static final int LISTED = 20;

  private final Console console;
  private final boolean json;
  private final Locale locale;

  LoadReportText(Console console, boolean json) {
    this.console = console;
    this.json = json;
    this.locale = Locale.forLanguageTag(console.texts().language());
  }

  void write(LoadReport report) {
    if (json) {
      Map<String, Object> whole = new LinkedHashMap<>();
      whole.put("datasets", report.datasets().stream().map(this::object).toList());
      whole.put("triples", report.triples());
      whole.put("exit", report.exitCode());
      console.json(whole);
      return;
    }
    report.datasets().forEach(this::lines);
    if (report.datasets().size() > 1) {
      console.result(console.texts().of("load.total", report.datasets().size(), report.triples()));
    }
  }

  void lines(DatasetReport dataset) {
    Texts texts = console.texts();
    String outcome = texts.of("load.outcome." + name(dataset));
    console.result(
        texts.of(
            "load.dataset",
            dataset.dataset(),
            outcome,
            dataset.triples(),
            dataset.rows().mapped(),
            dataset.rows().bad(),
            String.format(Locale.ROOT, "%.1f", dataset.seconds())));
    dataset.problem().ifPresent(problem -> console.result("  " + problem.text(locale)));
    dataset.verdict().ifPresent(verdict -> violations(verdict.violations()));
    List<Refused> bad = dataset.rows().listed();
    bad.stream().limit(LISTED).forEach(row -> console.result("  " + row(row)));
    if (dataset.rows().bad() > LISTED) {
      console.result("  " + texts.of("load.more-rows", dataset.rows().bad() - LISTED));
    }
  }

  private void violations(List<Violation> violations) {
    for (Violation violation : violations.subList(0, Math.min(LISTED, violations.size()))) {
      console.result(
          "  "
              + console
                  .texts()
                  .of(
                      violation.severity() == Severity.VIOLATION
                          ? "load.violation"
                          : "load.warning",
                      violation.focusLabel(),
                      violation.path().orElse(""),
                      violation.message(locale)));
    }
  }

  private String row(Refused row) {
    return console
        .texts()
        .of(
            "load.bad-row",
            row.at().file(),
            row.at().row(),
            row.at().column().orElse("-"),
            row.text(locale),
            row.value());
  }

  private Map<String, Object> object(DatasetReport dataset) {
    Map<String, Object> object = new LinkedHashMap<>();
    object.put("dataset", dataset.dataset());
    object.put("outcome", name(dataset));
    object.put("triples", dataset.triples());
    object.put("rows", dataset.rows().mapped());
    object.put("skipped", dataset.rows().skipped());
    object.put("bad", dataset.rows().bad());
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
                object.put(
                    "findings",
                    verdict.violations().stream()
                        .map(
                            violation ->
                                Map.of(
                                    "severity",
                                    violation.severity().name().toLowerCase(Locale.ROOT),
                                    "focus",
                                    violation.focusLabel(),
                                    "path",
                                    violation.path().orElse(""),
                                    "message",
                                    violation.message(locale)))
                        .toList()));
    return object;
  }

  private static String name(DatasetReport dataset) {
    return dataset.outcome().name().toLowerCase(Locale.ROOT);
  }
}
