package org.machinami.loader.report;

import java.util.List;
import java.util.Locale;
import org.machinami.loader.Messages;
import org.machinami.loader.validation.Entry;
import org.machinami.loader.validation.Judgement;
import org.machinami.loader.validation.Validation;
import org.machinami.shapes.Severity;
import org.machinami.shapes.quality.Quality;
import org.machinami.shapes.quality.RuleResult.Decision;

/** The report for people: of each dataset what to mend, gravest first. */
final class TextReport {

  private final Locale locale;

  TextReport(Locale locale) {
    this.locale = locale;
  }

  String write(Validation validation) {
    StringBuilder out = new StringBuilder();
    validation.judgements().forEach(judgement -> judgement(judgement, out));
    if (validation.judgements().size() > 1) {
      line(
          out,
          "",
          text(
              "validation.total",
              validation.judgements().size(),
              validation.violations(),
              validation.warnings()));
    }
    return out.toString();
  }

  private void judgement(Judgement judgement, StringBuilder out) {
    line(
        out,
        "",
        text(
            "validation.head",
            Shown.plain(judgement.name()),
            text("validation.outcome." + judgement.outcome().id()),
            judgement.violations(),
            judgement.warnings()));
    if (judgement.isOfFileAlone()) {
      line(out, "  ", text("validation.alone"));
    }
    judgement
        .standards()
        .forEach(name -> line(out, "  ", text("validation.standard", name.text(locale))));
    judgement.quality().ifPresent(quality -> quality(quality, out));
    for (Severity severity : Severity.values()) {
      List<Entry> entries = judgement.with(severity);
      if (!entries.isEmpty()) {
        line(
            out,
            "  ",
            text(
                "validation.group",
                text("severity." + severity.name().toLowerCase(Locale.ROOT)),
                entries.size()));
        entries.forEach(entry -> entry(entry, out));
      }
    }
  }

  private void quality(Quality quality, StringBuilder out) {
    line(
        out,
        "  ",
        text(
            "report.quality",
            quality.level(),
            quality.with(Decision.PASSED).size(),
            quality.with(Decision.FAILED).size(),
            quality.with(Decision.UNDECIDED).size()));
  }

  private void entry(Entry entry, StringBuilder out) {
    line(out, "    ", "[" + entry.rule() + "] " + Shown.plain(entry.message().text(locale)));
    String thing = entry.thing() + entry.path().map(path -> " " + path).orElse("");
    field(out, "validation.thing", Shown.plain(thing));
    entry.at().ifPresent(at -> field(out, "validation.place", Shown.place(at, locale)));
    entry
        .against()
        .ifPresent(other -> field(out, "validation.against", Shown.place(other, locale)));
    entry.value().ifPresent(value -> field(out, "validation.value", Shown.value(value, locale)));
    entry.expected().ifPresent(words -> field(out, "validation.expected", words.text(locale)));
    entry
        .repair()
        .ifPresent(
            repair -> {
              field(out, "validation.repair", repair.kind().label(locale));
              Shown.difference(repair, locale)
                  .lines()
                  .forEach(change -> line(out, "          ", change));
            });
    entry.clause().ifPresent(clause -> field(out, "validation.clause", clause));
  }

  private void field(StringBuilder out, String key, String value) {
    line(out, "        ", text(key, value));
  }

  private static void line(StringBuilder out, String indent, String text) {
    out.append(indent).append(text).append('\n');
  }

  private String text(String key, Object... values) {
    return Messages.text(locale, key, values);
  }
}
