package org.machinami.shapes.form;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.apache.jena.graph.Node;

/** What the shapes say of one property of one kind of thing, gathered from all that name it. */
final class Facts {
  Requirement requirement = Requirement.OPTIONAL;
  boolean single;
  boolean iri;
  boolean oneOfEachLanguage;

  /** Whether no value but the listed ones conforms. */
  boolean closed;

  final Set<Node> values = new LinkedHashSet<>();
  final Set<String> datatypes = new LinkedHashSet<>();
  final List<String> patterns = new ArrayList<>();
  final Set<String> shapes = new LinkedHashSet<>();

  void require(Requirement other) {
    if (other.compareTo(requirement) < 0) {
      requirement = other;
    }
  }
}
