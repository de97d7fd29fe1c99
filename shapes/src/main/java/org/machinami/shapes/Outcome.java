package org.machinami.shapes;

import org.machinami.ontology.Vocabularies;

/** What the gate decides. */
public enum Outcome {
  ADMITTED("admitted"),
  ADMITTED_WITH_WARNINGS("admitted-with-warnings"),
  REFUSED("refused");

  private final String id;

  Outcome(String id) {
    this.id = id;
  }

  /** The notation in the code list {@code outcome}. */
  public String id() {
    return id;
  }

  /** The concept in the code list {@code outcome}. */
  public String iri() {
    return Vocabularies.concept("outcome", id);
  }
}
