package org.machinami.web.steward.form;

import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import org.machinami.shapes.form.Field;
import org.machinami.web.language.Language;
import org.machinami.web.language.Messages;

/** What the script of the form asks for, as JSON in the reader's language. Thread-safe. */
public final class FormJson {

  private static final JsonMapper JSON = new JsonMapper();

  private FormJson() {}

  /** The findings by field, the order in which to mend, and how many there are. */
  public static String findings(
      FormFindings findings, List<FormMistake> mistakes, Messages messages) {
    ObjectNode root = JSON.createObjectNode();
    root.put("counts", counts(findings, mistakes, messages));
    ObjectNode beside = root.putObject("beside");
    findings
        .beside()
        .forEach(
            (field, found) -> {
              ArrayNode list = beside.putArray(field);
              found.forEach(finding -> add(list.addObject(), finding, messages));
            });
    ArrayNode wrong = root.putArray("mistakes");
    mistakes.forEach(
        mistake ->
            wrong.addObject().put("target", mistake.target()).put("text", mistake.text(messages)));
    ArrayNode first = root.putArray("first");
    findings
        .first()
        .forEach(
            fix -> {
              ObjectNode one = first.addObject();
              add(one, fix.finding(), messages);
              one.put("places", fix.places());
              one.put("more", fix.places() > 1 ? messages.count("form.places", fix.places()) : "");
            });
    return root.toString();
  }

  private static void add(ObjectNode json, FieldFinding finding, Messages messages) {
    json.put("text", finding.violation().message(messages.language().locale()))
        .put("grave", finding.isGrave())
        .put("severity", messages.text(finding.isGrave() ? "form.grave" : "form.warning"))
        .put("target", finding.target())
        .put("thing", finding.thing());
  }

  /** How many findings of each gravity there are, in a sentence. */
  public static String counts(
      FormFindings findings, List<FormMistake> mistakes, Messages messages) {
    int grave = findings.verdict().violationCount() + mistakes.size();
    int warnings = findings.verdict().warningCount();
    if (grave == 0 && warnings == 0) {
      return messages.text("form.nothing-found");
    }
    return messages.text("form.counts", grave, warnings);
  }

  /** Suggestions: what is put into the box, what is shown, its code. */
  public static String suggestions(
      Lookups lookups, Field field, List<LookupEntry> entries, Language language) {
    ArrayNode list = JSON.createArrayNode();
    for (LookupEntry entry : entries) {
      list.addObject()
          .put("value", lookups.text(field, entry.iri(), language))
          .put("label", entry.label().in(language.locale()))
          .put("code", entry.code());
    }
    return list.toString();
  }
}
