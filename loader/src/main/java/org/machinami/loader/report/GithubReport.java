package org.machinami.loader.report;

import java.util.Locale;
import java.util.OptionalLong;
import java.util.stream.Collectors;
import org.machinami.loader.Messages;
import org.machinami.loader.validation.Entry;
import org.machinami.loader.validation.Validation;
import org.machinami.shapes.Position;
import org.machinami.shapes.Severity;

/**
 * The report as workflow commands.
 *
 * @see <a
 *     href="https://docs.github.com/en/actions/reference/workflows-and-actions/workflow-commands">Workflow
 *     commands</a>
 */
final class GithubReport {

  private final Locale locale;

  GithubReport(Locale locale) {
    this.locale = locale;
  }

  String write(Validation validation) {
    return validation.judgements().stream()
        .flatMap(judgement -> judgement.entries().stream())
        .map(this::command)
        .collect(Collectors.joining());
  }

  private String command(Entry entry) {
    StringBuilder text = new StringBuilder("::").append(level(entry.severity()));
    entry
        .at()
        .ifPresent(
            at -> {
              text.append(" file=").append(property(at.file())).append(',');
              line(entry, at).ifPresent(line -> text.append("line=").append(line).append(','));
            });
    text.append(entry.at().isPresent() ? "" : " ");
    text.append("title=").append(property(entry.rule())).append("::").append(data(message(entry)));
    return text.append('\n').toString();
  }

  /** The line of the text, or that on which the cell of a table stands where it is known. */
  private static OptionalLong line(Entry entry, Position at) {
    return at.line().isPresent() || entry.edits().isEmpty()
        ? at.line()
        : OptionalLong.of(entry.edits().get(0).startLine());
  }

  private String message(Entry entry) {
    String where =
        entry.at().filter(at -> at.row().isPresent()).map(at -> Shown.place(at, locale)).orElse("");
    String about = where.isEmpty() ? entry.thing() : where;
    return entry.message().text(locale)
        + " ("
        + about
        + entry
            .against()
            .map(
                other ->
                    " " + Messages.text(locale, "validation.against", Shown.place(other, locale)))
            .orElse("")
        + entry.value().map(value -> " " + Shown.value(value, locale)).orElse("")
        + entry
            .clause()
            .map(clause -> " " + Messages.text(locale, "validation.clause", clause))
            .orElse("")
        + ")"
        + entry.repair().map(repair -> "\n" + Shown.difference(repair, locale)).orElse("");
  }

  private static String level(Severity severity) {
    return switch (severity) {
      case VIOLATION -> "error";
      case WARNING -> "warning";
      case INFO -> "notice";
    };
  }

  private static String data(String text) {
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A");
  }

  private static String property(String text) {
    return data(text).replace(":", "%3A").replace(",", "%2C");
  }
}
