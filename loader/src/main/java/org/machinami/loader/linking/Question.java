package org.machinami.loader.linking;

import java.util.List;
import java.util.Objects;

/**
 * A thing that may be one of several others, or of one that is not alike enough: for a person.
 *
 * @param from the thing
 * @param candidates what it may be, likeliest first; at least one
 */
public record Question(Link.End from, List<Link> candidates) {
  public Question {
    Objects.requireNonNull(from, "from");
    candidates = List.copyOf(candidates);
    if (candidates.isEmpty()) {
      throw new IllegalArgumentException("no candidate for " + from.iri());
    }
  }
}
