package org.machinami.loader.linking;

import java.util.Objects;

/**
 * How alike two things are.
 *
 * @param confidence that they are the same, from 0 to 1
 * @param alone the confidence when neither has another candidate in the other's dataset
 * @param method what it rests on
 */
record Likeness(double confidence, double alone, LinkMethod method) {
  Likeness {
    Objects.requireNonNull(method, "method");
    if (confidence < 0 || alone < confidence || alone > 1) {
      throw new IllegalArgumentException("confidence " + confidence + ", alone " + alone);
    }
  }

  static Likeness of(double confidence, LinkMethod method) {
    return new Likeness(confidence, confidence, method);
  }
}
