package org.machinami.loader.report;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.machinami.loader.repair.TextEdit;
import org.machinami.loader.validation.Entry;
import org.machinami.loader.validation.Judgement;
import org.machinami.loader.validation.Validation;
import org.machinami.ontology.Iris;
import org.machinami.shapes.Position;
import org.machinami.shapes.Severity;

/**
 * The report as code hosts and editors read it. The row of a table is no line of its file (a cell
 * may hold line breaks), so it is a logical location.
 *
 * @see <a href="https://docs.oasis-open.org/sarif/sarif/v2.1.0/sarif-v2.1.0.html">SARIF 2.1.0</a>
 */
final class SarifReport {

  private final Locale locale;
  private final Iris iris;

  SarifReport(Locale locale, String base) {
    this.locale = locale;
    this.iris = new Iris(base);
  }

  String write(Validation validation) {
    Map<String, Map<String, Object>> rules = new LinkedHashMap<>();
    List<Object> results = new ArrayList<>();
    for (Judgement judgement : validation.judgements()) {
      for (Entry entry : judgement.entries()) {
        rules.computeIfAbsent(entry.rule(), id -> rule(entry, validation.policy()));
        int index = List.copyOf(rules.keySet()).indexOf(entry.rule());
        results.add(result(entry, index));
      }
    }
    Map<String, Object> driver = new LinkedHashMap<>();
    driver.put("name", "Machinami");
    driver.put("informationUri", iris.policy(validation.policy()));
    driver.put("rules", List.copyOf(rules.values()));
    Map<String, Object> run = new LinkedHashMap<>();
    run.put("tool", Map.of("driver", driver));
    run.put("columnKind", "utf16CodeUnits");
    run.put("results", results);
    Map<String, Object> whole = new LinkedHashMap<>();
    whole.put("$schema", "https://json.schemastore.org/sarif-2.1.0.json");
    whole.put("version", "2.1.0");
    whole.put("runs", List.of(run));
    return JsonReport.write(whole) + "\n";
  }

  private Map<String, Object> rule(Entry entry, String policy) {
    Map<String, Object> rule = new LinkedHashMap<>();
    rule.put("id", entry.rule());
    rule.put("shortDescription", Map.of("text", entry.message().text(locale)));
    entry
        .expected()
        .ifPresent(words -> rule.put("fullDescription", Map.of("text", words.text(locale))));
    entry.clause().ifPresent(clause -> rule.put("helpUri", iris.clause(policy, clause)));
    rule.put("defaultConfiguration", Map.of("level", level(entry.severity())));
    return rule;
  }

  private Map<String, Object> result(Entry entry, int index) {
    Map<String, Object> result = new LinkedHashMap<>();
    result.put("ruleId", entry.rule());
    result.put("ruleIndex", index);
    result.put("level", level(entry.severity()));
    result.put("message", Map.of("text", message(entry)));
    entry.at().ifPresent(at -> result.put("locations", List.of(location(entry, at))));
    entry
        .against()
        .ifPresent(other -> result.put("relatedLocations", List.of(location(entry, other))));
    if (!entry.edits().isEmpty()) {
      result.put("fixes", List.of(fix(entry)));
    }
    result.put("properties", JsonReport.entry(entry));
    return result;
  }

  private String message(Entry entry) {
    StringBuilder text = new StringBuilder(entry.message().text(locale));
    text.append(" (").append(entry.thing());
    entry.path().ifPresent(path -> text.append(' ').append(path));
    entry.value().ifPresent(value -> text.append(' ').append(Shown.value(value, locale)));
    text.append(')');
    entry.repair().ifPresent(repair -> text.append('\n').append(Shown.difference(repair, locale)));
    return Shown.plain(text.toString());
  }

  /** The repair as a change of the text of the file. */
  private Map<String, Object> fix(Entry entry) {
    Map<String, Object> fix = new LinkedHashMap<>();
    fix.put(
        "description",
        Map.of("text", entry.repair().map(one -> one.kind().label(locale)).orElse("")));
    Map<String, Object> change = new LinkedHashMap<>();
    change.put("artifactLocation", artifact(entry.edits().get(0).file()));
    change.put("replacements", entry.edits().stream().map(SarifReport::replacement).toList());
    fix.put("artifactChanges", List.of(change));
    return fix;
  }

  private static Map<String, Object> replacement(TextEdit edit) {
    Map<String, Object> replacement = new LinkedHashMap<>();
    replacement.put("deletedRegion", region(edit));
    replacement.put("insertedContent", Map.of("text", edit.text()));
    return replacement;
  }

  private static Map<String, Object> region(TextEdit edit) {
    Map<String, Object> region = new LinkedHashMap<>();
    region.put("startLine", edit.startLine());
    region.put("startColumn", edit.startColumn());
    region.put("endLine", edit.endLine());
    region.put("endColumn", edit.endColumn());
    return region;
  }

  private static Map<String, Object> artifact(String file) {
    return Map.of("uri", Iris.encode(file).replace("%2F", "/"));
  }

  private Map<String, Object> location(Entry entry, Position at) {
    Map<String, Object> physical = new LinkedHashMap<>();
    physical.put("artifactLocation", artifact(at.file()));
    at.line().ifPresent(line -> physical.put("region", Map.of("startLine", line)));
    if (entry.at().equals(Optional.of(at)) && !entry.edits().isEmpty()) {
      physical.put("region", region(entry.edits().get(0)));
    }
    Map<String, Object> location = new LinkedHashMap<>();
    location.put("physicalLocation", physical);
    String name = Shown.place(at, locale);
    location.put(
        "logicalLocations",
        List.of(
            Map.of(
                "fullyQualifiedName",
                at.row().isPresent() || at.column().isPresent() ? name : entry.thing())));
    return location;
  }

  private static String level(Severity severity) {
    return switch (severity) {
      case VIOLATION -> "error";
      case WARNING -> "warning";
      case INFO -> "note";
    };
  }
}
