package org.machinami.store.search;

import java.util.Objects;

/**
 * Words from a description with their language.
 *
 * @param tag BCP 47 tag in lower case, empty when the description says none
 */
public record Literal(String value, String tag) {
  public Literal {
    Objects.requireNonNull(value, "value");
    Objects.requireNonNull(tag, "tag");
  }
}
