package org.machinami.web.cli;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.machinami.loader.policy.WhatIfReport;
import org.machinami.ontology.Iris;
import org.machinami.shapes.Outcome;
import org.machinami.shapes.PolicyVersion;
import org.machinami.web.download.SpreadsheetText;
import org.machinami.web.language.Language;
import org.machinami.web.rdf.Described;

/** The report on a draft, for people and for programs. */
final class WhatIfText {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final String TITLE = "http://data.europa.eu/eli/ontology#title";
  private static final int LISTED = 20;

  private final Texts texts;
  private final PolicyVersion draft;
  private final Iris iris;
  private final Language language;

  WhatIfText(Texts texts, PolicyVersion draft, String base) {
    this.texts = texts;
    this.draft = draft;
    this.iris = new Iris(base);
    this.language = texts.language().equals("ja") ? Language.JA : Language.EN;
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  private String outcome(Outcome outcome) {
    return texts.of(
        switch (outcome) {
          case ADMITTED -> "outcome.admitted";
          case ADMITTED_WITH_WARNINGS -> "outcome.warned";
          case REFUSED -> "outcome.refused";
        });
  }

  private String clause(String number) {
    String title =
        Described.of(draft.text(), iris.clause(draft.policy().version(), number))
            .text(language, TITLE)
            .map(text -> text.value())
            .orElse("");
    return (number + " " + title).strip();
  }

  private String publisher(String iri) {
    return iri.isEmpty() ? texts.of("what-if.no-publisher") : iri;
  }

  private List<String> head(WhatIfReport report) {
    List<String> lines = new ArrayList<>();
    lines.add(texts.of("what-if.title", report.draft(), report.current()));
    lines.add(
        texts.of(
            "what-if.looked", report.datasets(), report.sequence(), seconds(report.seconds())));
    lines.add(
        report.data().differs()
            ? texts.of("what-if.data", report.data().judged())
            : texts.of("what-if.only-descriptions"));
    if (report.data().unread() > 0) {
      lines.add(texts.of("what-if.data-unread", report.data().unread()));
    }
    lines.add(
        texts.of(
            "what-if.changes",
            report.changed().size(),
            report.touched(),
            report.shapes().size(),
            report.unreadable()));
    return lines;
  }

  private static String seconds(double seconds) {
    return String.format(Locale.ROOT, "%.1f", seconds);
  }

  /** A table: its heading, its columns, its rows. */
  private record Table(String heading, List<String> columns, List<List<String>> rows) {}

  private List<Table> tables(WhatIfReport report) {
    List<List<String>> outcomes = new ArrayList<>();
    for (Outcome outcome : Outcome.values()) {
      outcomes.add(
          List.of(
              outcome(outcome),
              number(report.count(outcome, false)),
              number(report.count(outcome, true))));
    }
    List<List<String>> clauses = new ArrayList<>();
    report
        .byClause()
        .forEach(
            (number, count) ->
                clauses.add(
                    List.of(
                        clause(number),
                        number(count.refused()),
                        number(count.warned()),
                        number(count.lost()))));
    List<List<String>> publishers =
        report.byPublisher().entrySet().stream()
            .sorted(
                Comparator.comparing(
                        (Map.Entry<String, WhatIfReport.Share> e) -> -e.getValue().all())
                    .thenComparing(Map.Entry::getKey))
            .map(
                e ->
                    List.of(
                        publisher(e.getKey()),
                        number(e.getValue().refused()),
                        number(e.getValue().warned()),
                        number(e.getValue().better())))
            .toList();
    return List.of(
        new Table(
            texts.of("what-if.outcomes"),
            List.of(
                texts.of("what-if.outcome"), texts.of("what-if.today"), texts.of("what-if.then")),
            outcomes),
        new Table(
            texts.of("what-if.clauses"),
            List.of(
                texts.of("what-if.clause"),
                texts.of("what-if.refused"),
                texts.of("what-if.warned"),
                texts.of("what-if.lost")),
            clauses),
        new Table(
            texts.of("what-if.publishers"),
            List.of(
                texts.of("what-if.publisher"),
                texts.of("what-if.refused"),
                texts.of("what-if.warned"),
                texts.of("what-if.better")),
            publishers));
  }

  private static String number(int count) {
    return Integer.toString(count);
  }

  private String why(WhatIfReport.Judged one) {
    TreeSet<String> clauses = new TreeSet<>();
    one.gained().forEach(found -> draft.policy().clauseOf(found.shape()).ifPresent(clauses::add));
    return String.join(" ", clauses);
  }

  /** For a terminal: the figures, the first organisations, the first datasets. */
  byte[] plain(WhatIfReport report) {
    StringBuilder out = new StringBuilder();
    head(report).forEach(line -> out.append(line).append('\n'));
    for (Table table : tables(report)) {
      out.append('\n').append(table.heading()).append('\n');
      out.append("  ").append(String.join(" | ", table.columns())).append('\n');
      table.rows().stream()
          .limit(LISTED)
          .forEach(row -> out.append("  ").append(String.join(" | ", row)).append('\n'));
      more(out, table.rows().size());
    }
    out.append('\n').append(texts.of("what-if.datasets")).append('\n');
    report.changed().stream()
        .limit(LISTED)
        .forEach(
            one ->
                out.append("  ")
                    .append(one.id())
                    .append(": ")
                    .append(outcome(one.before()))
                    .append(" -> ")
                    .append(outcome(one.after()))
                    .append(" (")
                    .append(why(one))
                    .append(")\n"));
    more(out, report.changed().size());
    return bytes(out.toString());
  }

  private void more(StringBuilder out, int size) {
    if (size > LISTED) {
      out.append("  ").append(texts.of("what-if.more", size - LISTED)).append('\n');
    }
  }

  /** All datasets whose verdict changes. */
  byte[] csv(WhatIfReport report) {
    StringBuilder out = new StringBuilder("dataset,publisher,before,after,clauses,shapes\r\n");
    for (WhatIfReport.Judged one : report.changed()) {
      String shapes =
          one.gained().stream().map(WhatIfReport.Found::shape).collect(Collectors.joining(" "));
      List<String> values =
          List.of(
              iris.dataset(one.id()),
              one.publisher(),
              one.before().id(),
              one.after().id(),
              why(one),
              shapes);
      out.append(
          values.stream()
              .map(SpreadsheetText::of)
              .map(value -> '"' + value.replace("\"", "\"\"") + '"')
              .collect(Collectors.joining(",", "", "\r\n")));
    }
    return bytes(out.toString());
  }

  byte[] json(WhatIfReport report) {
    Map<String, Object> document = new LinkedHashMap<>();
    document.put("inForce", report.current());
    document.put("draft", report.draft());
    document.put("commit", report.sequence());
    document.put("datasets", report.datasets());
    document.put("unreadable", report.unreadable());
    document.put("data", report.data());
    document.put("seconds", report.seconds());
    document.put("shapes", new TreeSet<>(report.shapes()));
    Map<String, Object> outcomes = new LinkedHashMap<>();
    for (Outcome outcome : Outcome.values()) {
      outcomes.put(
          outcome.id(),
          Map.of("today", report.count(outcome, false), "then", report.count(outcome, true)));
    }
    document.put("outcomes", outcomes);
    document.put("touched", report.touched());
    document.put("clauses", report.byClause());
    document.put("publishers", report.byPublisher());
    document.put(
        "changed",
        report.changed().stream()
            .map(
                one -> {
                  Map<String, Object> fields = new LinkedHashMap<>();
                  fields.put("dataset", iris.dataset(one.id()));
                  fields.put("publisher", one.publisher());
                  fields.put("before", one.before().id());
                  fields.put("after", one.after().id());
                  fields.put("clauses", why(one));
                  fields.put("found", one.gained());
                  fields.put("lost", one.lost());
                  return fields;
                })
            .toList());
    try {
      return JSON.writeValueAsBytes(document);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(e);
    }
  }

  /** A page to read and to print, in one file. */
  byte[] html(WhatIfReport report) {
    List<String> head = head(report);
    StringBuilder out = new StringBuilder();
    out.append("<!DOCTYPE html>\n<html lang=\"").append(language.tag());
    out.append("\">\n<head>\n<meta charset=\"utf-8\">\n<title>").append(escaped(head.get(0)));
    out.append(
        "</title>\n"
            + "<style>body{font-family:sans-serif;line-height:1.6;max-width:60em;margin:2em"
            + " auto;padding:0 1em}table{border-collapse:collapse;width:100%;margin:1em"
            + " 0}th,td{border:1px solid #999;padding:.3em"
            + " .6em;text-align:left}td+td{text-align:right}.list td{text-align:left}@media"
            + " print{body{margin:0;font-size:10pt}tr{break-inside:avoid}}</style>\n"
            + "</head>\n"
            + "<body>\n"
            + "<h1>");
    out.append(escaped(head.get(0))).append("</h1>\n");
    head.stream().skip(1).forEach(line -> out.append("<p>").append(escaped(line)).append("</p>\n"));
    tables(report).forEach(table -> table(out, table, ""));
    List<List<String>> rows =
        report.changed().stream()
            .map(
                one ->
                    List.of(
                        iris.dataset(one.id()),
                        outcome(one.before()),
                        outcome(one.after()),
                        why(one)))
            .toList();
    table(
        out,
        new Table(
            texts.of("what-if.datasets"),
            List.of(
                texts.of("what-if.dataset"),
                texts.of("what-if.today"),
                texts.of("what-if.then"),
                texts.of("what-if.clause")),
            rows),
        " class=\"list\"");
    return bytes(out.append("</body>\n</html>\n").toString());
  }

  private static void table(StringBuilder out, Table table, String attributes) {
    out.append("<h2>").append(escaped(table.heading())).append("</h2>\n<table");
    out.append(attributes).append(">\n<thead><tr>");
    table
        .columns()
        .forEach(name -> out.append("<th scope=\"col\">").append(escaped(name)).append("</th>"));
    out.append("</tr></thead>\n<tbody>\n");
    for (List<String> row : table.rows()) {
      out.append("<tr>");
      row.forEach(value -> out.append("<td>").append(escaped(value)).append("</td>"));
      out.append("</tr>\n");
    }
    out.append("</tbody>\n</table>\n");
  }

  private static String escaped(String text) {
    return text.replace("&", "&amp;")
        .replace("<", "&lt;")
        .replace(">", "&gt;")
        .replace("\"", "&quot;");
  }
}
