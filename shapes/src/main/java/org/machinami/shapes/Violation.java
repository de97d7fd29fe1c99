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
 * @param against the other place of the source that says something else, where there is one
 * @param expected what the shape asks for, once that was looked up
 * @param clause the number of the clause that the shape enforces, once that was looked up
 * @param repair what a program proposes, where it can
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
    Optional<Position> position,
    Optional<Position> against,
    Optional<Expectation> expected,
    Optional<String> clause,
    Optional<Repair> repair) {

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
    Objects.requireNonNull(against, "against");
    Objects.requireNonNull(expected, "expected");
    Objects.requireNonNull(clause, "clause");
    Objects.requireNonNull(repair, "repair");
  }

  /** What to do: in Japanese when the reader's language is Japanese, else in English. */
  public String message(Locale locale) {
    return Locale.JAPANESE.getLanguage().equals(locale.getLanguage()) ? messageJa : messageEn;
  }

  /** The same finding, found at a place of the source. */
  public Violation at(Position place) {
    return with(Optional.of(place), against, expected, clause, repair);
  }

  /** The same finding, with the place that says something else. */
  public Violation against(Position place) {
    return with(position, Optional.of(place), expected, clause, repair);
  }

  /** The same finding, with what is known of its shape. */
  public Violation explained(Optional<Expectation> expectation, Optional<String> ofClause) {
    return with(position, against, expectation, ofClause, repair);
  }

  /** The same finding, with a proposal. */
  public Violation repairedBy(Repair proposal) {
    return with(position, against, expected, clause, Optional.of(proposal));
  }

  private Violation with(
      Optional<Position> at,
      Optional<Position> other,
      Optional<Expectation> expectation,
      Optional<String> ofClause,
      Optional<Repair> proposal) {
    return new Violation(
        shape,
        severity,
        focus,
        focusLabel,
        path,
        value,
        messageJa,
        messageEn,
        at,
        other,
        expectation,
        ofClause,
        proposal);
  }
}
