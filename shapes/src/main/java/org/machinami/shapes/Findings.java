package org.machinami.shapes;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.apache.jena.graph.Node;

/** Gathers findings, each once, and puts them into an order of their own. */
final class Findings {

  /** Two constraints of a shape may find fault with the same value; the reader is told once. */
  private record Key(String shape, Node focus, Optional<String> path, Optional<Node> value) {}

  private static final Comparator<Violation> ORDER =
      Comparator.comparing(Violation::severity)
          .thenComparing(Violation::shape)
          .thenComparing(Findings::focus)
          .thenComparing(violation -> violation.path().orElse(""))
          .thenComparing(violation -> violation.value().map(Node::toString).orElse(""));

  private final Set<Key> seen = new HashSet<>();
  private final List<Violation> found = new ArrayList<>();

  void add(Violation violation) {
    if (seen.add(
        new Key(violation.shape(), violation.focus(), violation.path(), violation.value()))) {
      found.add(violation);
    }
  }

  Verdict verdict(String dataset) {
    int violations = count(Severity.VIOLATION);
    int warnings = count(Severity.WARNING);
    List<Violation> listed = found.stream().sorted(ORDER).limit(Verdict.LISTED).toList();
    return new Verdict(dataset, violations, warnings, listed);
  }

  private int count(Severity severity) {
    return (int) found.stream().filter(violation -> violation.severity() == severity).count();
  }

  /** The id of a blank node differs from run to run; its name does not. */
  private static String focus(Violation violation) {
    return violation.focus().isURI() ? violation.focus().getURI() : violation.focusLabel();
  }
}
