package org.machinami.web.steward.form;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.machinami.shapes.Repair;
import org.machinami.shapes.RepairKind;
import org.machinami.shapes.form.Control;
import org.machinami.shapes.form.Field;
import org.machinami.shapes.form.ThingForm;
import org.machinami.web.language.Language;

/**
 * A form as the template {@code tag/form/form.jte} shows it. A page of the desk puts it where it
 * wants.
 *
 * @param kept statements that no field shows, by thing
 * @param mistakes in what was posted
 */
public record FormView(
    FilledForm form,
    FormFindings findings,
    List<FormMistake> mistakes,
    List<KeptFact> kept,
    FormPlace place,
    Lookups lookups,
    Language language) {

  /** How many entries a list of suggestions has in a page without scripts. */
  private static final int LISTED = 400;

  /** How many statements that no field shows are listed. */
  private static final int MOST_KEPT = 300;

  /**
   * A list of suggestions that several boxes share.
   *
   * @param texts what may be put into the boxes
   */
  public record SharedList(String id, List<String> texts) {
    public SharedList {
      texts = List.copyOf(texts);
    }
  }

  public FormView {
    Objects.requireNonNull(form, "form");
    Objects.requireNonNull(findings, "findings");
    mistakes = List.copyOf(mistakes);
    kept = List.copyOf(kept);
    Objects.requireNonNull(place, "place");
    Objects.requireNonNull(lookups, "lookups");
    Objects.requireNonNull(language, "language");
  }

  /** What is found on a field, and what was wrong with what was posted for it. */
  public List<FieldFinding> findings(FilledField field) {
    return findings.beside(field.name());
  }

  public List<FormMistake> mistakes(FilledField field) {
    return mistakes.stream()
        .filter(
            mistake ->
                mistake.name().equals(field.name())
                    || field.boxes().anyMatch(box -> box.name().equals(mistake.name()))
                    || mistake.name().equals(field.name() + "." + DescriptionForm.REGISTERED))
        .toList();
  }

  /** Whether a box holds what is to be mended. */
  public boolean isFaulty(FilledField field, Slot box) {
    return findings(field).stream().anyMatch(finding -> finding.target().equals(box.name()))
        || mistakes.stream().anyMatch(mistake -> mistake.name().equals(box.name()));
  }

  /** Whether a thing is shown open: something is found in it, it is new, or there are few. */
  public boolean isOpen(FilledField field, FilledThing thing) {
    int few = 3;
    return field.things().size() <= few
        || thing.title().isEmpty()
        || thing
            .all()
            .flatMap(FilledThing::fields)
            .anyMatch(f -> !findings(f).isEmpty() || !mistakes(f).isEmpty());
  }

  /** Whether the value of a choice is one that its list has not. */
  public boolean isUnlisted(FilledField field, Slot box) {
    return !box.isEmpty() && field.field().choice(box.text()).isEmpty();
  }

  /** Id of the list of a looked up field. */
  public String listId(ThingForm form, Field field) {
    return "list-" + form.name() + "-" + field.name();
  }

  /** The lists of all fields that are looked up, each once. */
  public List<SharedList> lists() {
    Map<String, SharedList> lists = new LinkedHashMap<>();
    form.dataset()
        .all()
        .forEach(
            thing ->
                thing
                    .fields()
                    .filter(f -> f.field().control() == Control.LOOKUP || f.hasRegistered())
                    .forEach(
                        f ->
                            lists.computeIfAbsent(
                                listId(thing.form(), f.field()),
                                id -> new SharedList(id, texts(f.field())))));
    return new ArrayList<>(lists.values());
  }

  private List<String> texts(Field field) {
    return lookups.all(field, LISTED).stream()
        .map(entry -> lookups.text(field, entry.iri(), language))
        .toList();
  }

  /** The first of the statements that no field shows. */
  public List<KeptFact> keptFirst() {
    return kept.subList(0, Math.min(MOST_KEPT, kept.size()));
  }

  /** What was expected instead of a value; empty where none is at fault, or nobody has looked. */
  public String expected(FieldFinding finding) {
    return finding
        .violation()
        .expected()
        .filter(words -> finding.violation().value().isPresent())
        .map(words -> words.text(language.locale()))
        .orElse("");
  }

  /** Address of the suggestions for a field, below the base. */
  public String lookup(ThingForm form, Field field) {
    return place.lookup() + "?form=" + form.name() + "&field=" + field.name();
  }

  /** What a repair does, in a few words. */
  public String repairWords(FieldFinding finding) {
    Optional<RepairKind> kind = finding.violation().repair().map(Repair::kind);
    return kind.map(k -> k.label(language.locale())).orElse("");
  }
}
