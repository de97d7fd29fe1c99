package org.machinami.web.page;

import java.util.Objects;
import org.machinami.web.language.Text;

/**
 * A value as a page shows it.
 *
 * @param iri where it leads: absolute, or empty for plain words
 */
public record Value(Text text, String iri) {
  public Value {
    Objects.requireNonNull(text, "text");
    Objects.requireNonNull(iri, "iri");
  }

  public static Value of(Text text) {
    return new Value(text, "");
  }

  /** Words that have no language: numbers, codes, addresses. */
  public static Value plain(String text) {
    return new Value(new Text(text, ""), "");
  }
}
