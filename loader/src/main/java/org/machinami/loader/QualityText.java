package org.machinami.loader;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.machinami.shapes.quality.Fault;
import org.machinami.shapes.quality.Quality;
import org.machinami.shapes.quality.RuleResult;
import org.machinami.shapes.quality.RuleResult.Decision;

/** The quality of files as lines for people: the level, and why it is not higher. */
final class QualityText {

  private final Locale locale;

  QualityText(Locale locale) {
    this.locale = locale;
  }

  List<String> lines(Quality quality) {
    List<RuleResult> failed = quality.with(Decision.FAILED);
    List<RuleResult> undecided = quality.with(Decision.UNDECIDED);
    List<String> lines = new ArrayList<>();
    lines.add(
        "  "
            + text(
                "report.quality",
                quality.level(),
                quality.with(Decision.PASSED).size(),
                failed.size(),
                undecided.size()));
    failed.forEach(result -> lines.add("    " + line(result)));
    if (!undecided.isEmpty()) {
      String rules =
          undecided.stream()
              .map(result -> result.rule().id() + " " + result.rule().label(locale))
              .collect(Collectors.joining(text("report.quality.and")));
      lines.add("    " + text("report.quality.undecided", rules));
    }
    return lines;
  }

  private String line(RuleResult result) {
    Fault first = result.faults().get(0);
    return text(
        "report.quality.failed",
        result.rule().id(),
        result.rule().label(locale),
        result.count(),
        new PlaceText(locale).of(first.at(), first.value()),
        result.rule().advice(locale));
  }

  private String text(String key, Object... arguments) {
    return Messages.text(locale, key, arguments);
  }
}
