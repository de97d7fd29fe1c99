package org.machinami.web.steward.form;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.jena.graph.Node;
import org.machinami.shapes.Policy;
import org.machinami.shapes.Severity;
import org.machinami.shapes.Verdict;
import org.machinami.shapes.Violation;
import org.machinami.web.rdf.Labels;

/**
 * The verdict on a description, field by field.
 *
 * @param verdict that it was made from
 * @param policy the version that it rests on
 * @param beside findings by the name of their field
 * @param apart findings for which no field is to blame
 * @param first what to mend first: what stops admission by the order of the clauses, then warnings,
 *     those first that stand in most places
 */
public record FormFindings(
    Verdict verdict,
    String policy,
    Map<String, List<FieldFinding>> beside,
    List<FieldFinding> apart,
    List<FirstFix> first) {

  private static final Comparator<Optional<String>> CLAUSES =
      Comparator.comparing(clause -> clause.map(FormFindings::sortable).orElse("~"));

  public FormFindings {
    beside = Map.copyOf(beside);
    apart = List.copyOf(apart);
    first = List.copyOf(first);
  }

  /**
   * The findings on a filled form.
   *
   * @param policy the version that the verdict rests on
   */
  public static FormFindings of(FilledForm form, Verdict verdict, Policy policy) {
    Map<Node, FilledThing> things = new HashMap<>();
    form.dataset().all().forEach(thing -> things.putIfAbsent(thing.node(), thing));
    List<FieldFinding> all =
        verdict.violations().stream()
            .map(violation -> place(violation, things, form.dataset(), policy))
            .toList();
    Map<String, List<FieldFinding>> beside = new LinkedHashMap<>();
    List<FieldFinding> apart = new ArrayList<>();
    for (FieldFinding finding : all) {
      if (finding.field().isEmpty()) {
        apart.add(finding);
      } else {
        beside.computeIfAbsent(finding.field(), k -> new ArrayList<>()).add(finding);
      }
    }
    return new FormFindings(verdict, policy.version(), beside, apart, first(all));
  }

  /** The page of a clause, below the base IRI. */
  public String clausePath(String number) {
    return "policy/" + policy + "/clauses/" + number;
  }

  public List<FieldFinding> beside(String field) {
    return beside.getOrDefault(field, List.of());
  }

  private static FieldFinding place(
      Violation violation, Map<Node, FilledThing> things, FilledThing dataset, Policy policy) {
    Optional<String> clause = violation.clause().or(() -> policy.clauseOf(violation.shape()));
    FilledThing thing = things.get(violation.focus());
    if (thing == null) {
      return new FieldFinding(violation, "", "", violation.focusLabel(), clause);
    }
    String title = thing.equals(dataset) ? "" : title(thing, violation);
    Optional<FilledField> field =
        thing
            .fields()
            .filter(f -> f.field().shapes().contains(violation.shape()))
            .findFirst()
            .or(
                () ->
                    thing
                        .fields()
                        .filter(f -> violation.path().equals(Optional.of(f.field().path())))
                        .findFirst());
    return field
        .map(f -> new FieldFinding(violation, f.name(), box(f, violation.value()), title, clause))
        .orElseGet(() -> new FieldFinding(violation, "", "", title, clause));
  }

  private static String title(FilledThing thing, Violation violation) {
    return thing.title().isEmpty() ? Labels.localName(violation.focusLabel()) : thing.title();
  }

  /** The box that holds the value; the first of the field when none does. */
  private static String box(FilledField field, Optional<Node> value) {
    return field
        .boxes()
        .filter(slot -> value.isPresent() && slot.value().equals(value))
        .map(Slot::name)
        .findFirst()
        .orElseGet(field::target);
  }

  private static List<FirstFix> first(List<FieldFinding> all) {
    record Same(Severity severity, String shape) {}
    Map<Same, List<FieldFinding>> same = new LinkedHashMap<>();
    all.forEach(
        finding ->
            same.computeIfAbsent(
                    new Same(finding.violation().severity(), finding.violation().shape()),
                    k -> new ArrayList<>())
                .add(finding));
    return same.values().stream()
        .map(findings -> new FirstFix(findings.get(0), findings.size()))
        .sorted(
            Comparator.comparing((FirstFix fix) -> fix.finding().violation().severity())
                .thenComparing(fix -> fix.finding().isGrave() ? 0 : -fix.places())
                .thenComparing(fix -> fix.finding().clause(), CLAUSES))
        .toList();
  }

  /** 2.10 comes after 2.9. */
  private static String sortable(String clause) {
    StringBuilder sortable = new StringBuilder();
    for (String part : clause.split("\\.", -1)) {
      sortable.append("0".repeat(Math.max(0, 4 - part.length()))).append(part);
    }
    return sortable.toString();
  }
}
