package org.machinami.shapes;

import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import org.apache.jena.graph.Node;

/**
 * One finding: which shape, how grave, at what, and what to do.
 *
 * @param shape IRI of the shape
 * @param focus the node at fault; an IRI, or a blank node of a description that was not skolemised
 * @param focusLabel its name for people; never a blank node's id
 * @param path the property, shortened where a common prefix fits; empty when the node itself is at
 *     fault
 * @param value the value at fault; empty when one is missing
 * @param messageJa what to do, in Japanese
 * @param messageEn what to do, in English
 * @param position where in the source, when that is known
 */
public record Violation(
    String shape,
    Severity severity,
    Node focus,
    String focusLabel,
    Optional<String> path,
    Optional<Node> value,
    String messageJa,
    String messageEn,
    Optional<Position> position) {

  public Violation {
    Objects.requireNonNull(shape, "shape");
    Objects.requireNonNull(severity, "severity");
    Objects.requireNonNull(focus, "focus");
    Objects.requireNonNull(focusLabel, "focusLabel");
    Objects.requireNonNull(path, "path");
    Objects.requireNonNull(value, "value");
    Objects.requireNonNull(messageJa, "messageJa");
    Objects.requireNonNull(messageEn, "messageEn");
    Objects.requireNonNull(position, "position");
  }

  /** What to do: in Japanese when the reader's language is Japanese, else in English. */
  public String message(Locale locale) {
    return Locale.JAPANESE.getLanguage().equals(locale.getLanguage()) ? messageJa : messageEn;
  }

  /** The same finding, found at a place of the source. */
  public Violation at(Position place) {
    return new Violation(
        shape, severity, focus, focusLabel, path, value, messageJa, messageEn, Optional.of(place));
  }
}
