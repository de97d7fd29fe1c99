package org.machinami.shapes.form;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.apache.jena.graph.Node;

/**
 * A property of a thing, as it is asked for.
 *
 * @param name of the field, such as {@code dct-title}: letters, digits and hyphens
 * @param property what its values are values of
 * @param path the property as findings name it, such as {@code dct:title}
 * @param label what it is called
 * @param help what to write, in a sentence
 * @param requirement how much it is wanted
 * @param order its place among those that are wanted as much
 * @param single whether at most one value is allowed
 * @param control by what it is filled in
 * @param datatypes of a literal, the usual one first; empty when any will do
 * @param choices what may be chosen; of a {@link Control#LOOKUP} what is suggested
 * @param ofClass IRI of the class that looked up things have; empty where there is none
 * @param thing name of the form that a value has; present for {@link Control#THING} only
 * @param shapes IRIs of the shapes whose findings stand beside this field
 */
public record Field(
    String name,
    Node property,
    String path,
    Words label,
    Words help,
    Requirement requirement,
    double order,
    boolean single,
    Control control,
    List<String> datatypes,
    List<Choice> choices,
    Optional<String> ofClass,
    Optional<String> thing,
    Set<String> shapes) {

  public Field {
    if (!name.matches("[A-Za-z0-9-]+")) {
      throw new IllegalArgumentException("name of a field: " + name);
    }
    Objects.requireNonNull(property, "property");
    Objects.requireNonNull(path, "path");
    Objects.requireNonNull(label, "label");
    Objects.requireNonNull(help, "help");
    Objects.requireNonNull(requirement, "requirement");
    Objects.requireNonNull(control, "control");
    datatypes = List.copyOf(datatypes);
    choices = List.copyOf(choices);
    Objects.requireNonNull(ofClass, "ofClass");
    shapes = Set.copyOf(shapes);
    if ((control == Control.THING) != thing.isPresent()) {
      throw new IllegalArgumentException(name + " is a thing exactly when it names a form");
    }
  }

  /** The choice with this IRI. */
  public Optional<Choice> choice(String iri) {
    return choices.stream().filter(choice -> choice.iri().equals(iri)).findFirst();
  }
}
