package org.machinami.store.search;

import java.util.Objects;
import org.machinami.store.search.text.Script;

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

  /** By its tag, or by its script where it has none. */
  boolean isJapanese() {
    return tag.startsWith("ja") || (tag.isEmpty() && Script.isJapanese(value));
  }

  /** The same, ending in "…" where it is longer than so many characters. */
  public Literal shortened(int characters) {
    if (value.length() <= characters) {
      return this;
    }
    int end =
        Character.isHighSurrogate(value.charAt(characters - 2)) ? characters - 2 : characters - 1;
    return new Literal(value.substring(0, end) + "…", tag);
  }
}
