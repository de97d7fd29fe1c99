package org.machinami.shapes.data;

import org.machinami.shapes.Severity;

/** Counts findings by how grave they are. Not thread-safe. */
final class SeverityCounts {

  private int violations;
  private int warnings;
  private int notes;

  void add(Severity severity, int more) {
    switch (severity) {
      case VIOLATION -> violations += more;
      case WARNING -> warnings += more;
      case INFO -> notes += more;
    }
  }

  int of(Severity severity) {
    return switch (severity) {
      case VIOLATION -> violations;
      case WARNING -> warnings;
      case INFO -> notes;
    };
  }

  boolean isEmpty() {
    return violations + warnings + notes == 0;
  }
}
