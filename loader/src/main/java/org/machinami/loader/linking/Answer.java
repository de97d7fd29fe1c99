package org.machinami.loader.linking;

import java.time.Instant;
import java.util.Objects;

/**
 * What a person has decided on two things; it holds until somebody decides anew.
 *
 * @param from IRI of one
 * @param to IRI of the other
 * @param same whether they are the same thing
 * @param at when it was decided
 */
public record Answer(String from, String to, boolean same, Instant at) {
  public Answer {
    Objects.requireNonNull(from, "from");
    Objects.requireNonNull(to, "to");
    Objects.requireNonNull(at, "at");
  }

  String key() {
    return Link.keyOf(from, to);
  }
}
