package org.machinami.shapes.quality;

import org.machinami.ontology.Vocabularies;

/** What is measured besides the single rules: the list {@code quality-metric}. */
public enum Metric {
  /** How far a program can use the files: {@link Quality#level}. */
  MACHINE_READABILITY("machine-readability"),
  /** How complete the description is: {@link DescriptionLevel}. */
  DESCRIPTION("description"),
  /** In how many places a file breaks its contract: {@link org.machinami.shapes.contract}. */
  CONTRACT("contract");

  private final String id;

  Metric(String id) {
    this.id = id;
  }

  /** The notation in the list. */
  public String id() {
    return id;
  }

  /** The concept, which is a metric. */
  public String iri() {
    return Vocabularies.concept("quality-metric", id);
  }
}
