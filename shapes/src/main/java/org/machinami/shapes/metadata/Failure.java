package org.machinami.shapes.metadata;

import java.util.Objects;
import java.util.Optional;
import org.apache.jena.graph.Node;
import org.apache.jena.shacl.validation.ReportEntry;
import org.apache.jena.sparql.path.Path;

/**
 * A constraint that failed, as a validation result of SHACL has it.
 *
 * @param shape the source shape
 * @param severity that of the shape
 * @param path empty for a constraint on the node itself
 * @param value empty where all values together are at fault
 * @param component the constraint component
 * @see <a href="https://www.w3.org/TR/shacl/#results-validation-result">SHACL, 3.6.2</a>
 */
public record Failure(
    Node shape,
    Node severity,
    Node focus,
    Optional<Path> path,
    Optional<Node> value,
    Node component) {

  public Failure {
    Objects.requireNonNull(shape, "shape");
    Objects.requireNonNull(severity, "severity");
    Objects.requireNonNull(focus, "focus");
    Objects.requireNonNull(path, "path");
    Objects.requireNonNull(value, "value");
    Objects.requireNonNull(component, "component");
  }

  static Failure of(ReportEntry entry) {
    return new Failure(
        entry.source(),
        entry.severity().level(),
        entry.focusNode(),
        Optional.ofNullable(entry.resultPath()),
        Optional.ofNullable(entry.value()),
        entry.sourceConstraintComponent());
  }
}
