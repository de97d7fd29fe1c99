package org.machinami.shapes.form;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.jena.graph.Node;

/**
 * The form of a kind of thing.
 *
 * @param name of the form, such as {@code DatasetForm}
 * @param label what such a thing is called
 * @param type the class that a new thing is given
 * @param sections the most wanted first
 */
public record ThingForm(String name, Words label, Node type, List<Section> sections) {

  public ThingForm {
    Objects.requireNonNull(name, "name");
    Objects.requireNonNull(label, "label");
    Objects.requireNonNull(type, "type");
    sections = List.copyOf(sections);
  }

  /** All fields, in their order. */
  public Stream<Field> fields() {
    return sections.stream().flatMap(section -> section.fields().stream());
  }

  public Optional<Field> field(String name) {
    return fields().filter(field -> field.name().equals(name)).findFirst();
  }

  /** The field of a property. */
  public Optional<Field> fieldOf(Node property) {
    return fields().filter(field -> field.property().equals(property)).findFirst();
  }
}
