package org.machinami.web;

import java.util.Objects;
import org.machinami.web.quads.Quads;

/**
 * What the pages read from.
 *
 * @param base canonical base IRI of the data directory, ends in "/"
 * @param quads answers the few questions that need SPARQL (thing pages)
 */
public record PageContext(String base, Quads quads) {
  public PageContext {
    Objects.requireNonNull(base, "base");
    Objects.requireNonNull(quads, "quads");
    if (!base.endsWith("/")) {
      throw new IllegalArgumentException("base must end in \"/\": " + base);
    }
  }
}
