package org.machinami.web.steward.form;

import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.machinami.shapes.form.Control;
import org.machinami.shapes.form.Field;

/**
 * A field with what stands in it.
 *
 * @param name of the field in the page: the way to its thing, and its own name
 * @param pairs boxes in Japanese and English; of fields whose words have a language only
 * @param slots the other boxes: all of a field without language, else those of other languages
 * @param things values with a form of their own
 * @param next key of the thing that would be added next; empty where none is added
 */
public record FilledField(
    String name,
    Field field,
    List<Pair> pairs,
    List<Slot> slots,
    List<FilledThing> things,
    String next) {

  public FilledField {
    Objects.requireNonNull(name, "name");
    Objects.requireNonNull(field, "field");
    pairs = List.copyOf(pairs);
    slots = List.copyOf(slots);
    things = List.copyOf(things);
    Objects.requireNonNull(next, "next");
  }

  /** All its boxes. */
  Stream<Slot> boxes() {
    return Stream.concat(
        pairs.stream().flatMap(pair -> Stream.of(pair.ja(), pair.en())), slots.stream());
  }

  /** Id of what a link to the field leads to: its first box, or its heading. */
  public String target() {
    return boxes().map(Slot::name).findFirst().orElse(name);
  }

  /** Whether a further value can be added by a button. */
  public boolean canAdd() {
    if (field.control() == Control.THING) {
      return !field.single() || things.isEmpty();
    }
    return !field.single() && !field.control().hasLanguage();
  }

  /** Whether a registered thing can be chosen. */
  public boolean hasRegistered() {
    return field.control() == Control.THING && field.ofClass().isPresent();
  }

  /** Whether nothing stands in it. */
  public boolean isEmpty() {
    return things.isEmpty() && boxes().allMatch(Slot::isEmpty);
  }
}
