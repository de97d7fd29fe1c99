package org.machinami.loader.validation;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.apache.jena.graph.Node;
import org.machinami.loader.repair.TextEdit;
import org.machinami.shapes.Position;
import org.machinami.shapes.Repair;
import org.machinami.shapes.Severity;

/**
 * One thing to mend, whatever found it: a shape, a rule on files, the mapping of rows, the parser.
 *
 * @param rule short name, stable for scripts, such as {@code DatasetTitle}, {@code L1-05}, {@code
 *     rdf.syntax}
 * @param iri of the shape or rule; empty where it has none
 * @param thing what it was found at, by its name; never a blank node's id
 * @param focus the same as a node; empty where it is no node
 * @param path the property, or empty
 * @param value what was found; empty when something is missing
 * @param message what to do
 * @param expected what the rule asks for
 * @param clause number of the clause of the policy
 * @param at where it stands
 * @param against another place that says something else
 * @param repair what a program proposes
 * @param update the repair as a SPARQL Update, where it is one on the description
 * @param edits the repair as changes of the text of a file, where it is one on a table of text
 */
public record Entry(
    String rule,
    Optional<String> iri,
    Severity severity,
    String thing,
    Optional<Node> focus,
    Optional<String> path,
    Optional<Node> value,
    Words message,
    Optional<Words> expected,
    Optional<String> clause,
    Optional<Position> at,
    Optional<Position> against,
    Optional<Repair> repair,
    Optional<String> update,
    List<TextEdit> edits) {

  public Entry {
    Objects.requireNonNull(rule, "rule");
    Objects.requireNonNull(iri, "iri");
    Objects.requireNonNull(severity, "severity");
    Objects.requireNonNull(thing, "thing");
    Objects.requireNonNull(focus, "focus");
    Objects.requireNonNull(path, "path");
    Objects.requireNonNull(value, "value");
    Objects.requireNonNull(message, "message");
    Objects.requireNonNull(expected, "expected");
    Objects.requireNonNull(clause, "clause");
    Objects.requireNonNull(at, "at");
    Objects.requireNonNull(against, "against");
    Objects.requireNonNull(repair, "repair");
    Objects.requireNonNull(update, "update");
    edits = List.copyOf(edits);
  }

  /** What a program proposes for cells of a table; none where it proposes nothing such. */
  List<Repair.Cell> cells() {
    return repair
        .filter(Repair.NewCells.class::isInstance)
        .map(one -> ((Repair.NewCells) one).cells())
        .orElse(List.of());
  }

  /** The same, with its repair as changes of a text. */
  Entry with(List<TextEdit> changes) {
    return new Entry(
        rule, iri, severity, thing, focus, path, value, message, expected, clause, at, against,
        repair, update, changes);
  }
}
