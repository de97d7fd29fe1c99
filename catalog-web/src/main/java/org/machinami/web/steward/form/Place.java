package org.machinami.web.steward.form;

import java.util.Objects;
import org.apache.jena.graph.Node;

/** A property of a thing: what a field of a form shows, and what two people may both change. */
record Place(Node subject, Node property) {

  private static final int HEX_DIGITS = 16;

  Place {
    Objects.requireNonNull(subject, "subject");
    Objects.requireNonNull(property, "property");
  }

  /** A name that a form can post. */
  String id() {
    return Digest.of(subject + "\n" + property, HEX_DIGITS);
  }
}
