package org.machinami.shapes.form;

import java.util.Objects;

/**
 * A value that a list offers.
 *
 * @param iri of the value
 * @param label what it is called
 * @param notation its code; empty when it has none
 */
public record Choice(String iri, Words label, String notation) {

  public Choice {
    Objects.requireNonNull(iri, "iri");
    Objects.requireNonNull(label, "label");
    Objects.requireNonNull(notation, "notation");
  }
}
