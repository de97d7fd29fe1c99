package org.machinami.shapes.data;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.apache.jena.graph.Node;
import org.machinami.shapes.Position;
import org.machinami.shapes.ShapeText;
import org.machinami.shapes.Violation;

/**
 * A finding on a thing of a dataset.
 *
 * @param about what the shape says
 * @param focus the thing
 * @param focusLabel its name for people
 * @param classes of the thing, as far as shapes are aimed at them
 * @param predicates the property at fault; empty when the thing itself is
 * @param value at fault; empty when one is missing, or when there are too many
 */
public record DataFault(
    ShapeText about,
    Node focus,
    String focusLabel,
    List<String> classes,
    List<String> predicates,
    Optional<Node> value) {

  public DataFault {
    Objects.requireNonNull(about, "about");
    Objects.requireNonNull(focus, "focus");
    Objects.requireNonNull(focusLabel, "focusLabel");
    Objects.requireNonNull(value, "value");
    classes = List.copyOf(classes);
    predicates = List.copyOf(predicates);
  }

  /** The same as a finding of a verdict. */
  public Violation at(Position place) {
    return about.found(focus, focusLabel, value, Optional.of(place));
  }
}
