package org.machinami.shapes;

import org.apache.jena.graph.Node;
import org.apache.jena.shacl.vocabulary.SHACL;

/** How grave a finding is, gravest first. */
public enum Severity {
  /** Stops admission. */
  VIOLATION,
  /** Should be mended, does not stop admission. */
  WARNING,
  /** Good to know; does not change the outcome. */
  INFO;

  /** The SHACL term. */
  public Node term() {
    return switch (this) {
      case VIOLATION -> SHACL.Violation;
      case WARNING -> SHACL.Warning;
      case INFO -> SHACL.Info;
    };
  }

  /** An unknown severity counts as a violation, as SHACL has it for a missing one. */
  static Severity of(Node term) {
    if (SHACL.Warning.equals(term)) {
      return WARNING;
    }
    return SHACL.Info.equals(term) ? INFO : VIOLATION;
  }
}
