package org.machinami.web.harvest.addition;

import java.util.Locale;
import java.util.Objects;

/**
 * A field of a record that has more to say.
 *
 * @param field as CKAN names it: {@code extras.spatial}, {@code resources.2.mimetype}
 * @param before what the portal has; empty for nothing
 */
public record Addition(Kind kind, String field, String before, String after) {
  /** What it is that was added. */
  public enum Kind {
    ENGLISH,
    CODE,
    PLACE,
    COLUMN,
    LINK,
    WORD;

    /** Of its name in the messages. */
    public String key() {
      return "addition.kind." + name().toLowerCase(Locale.ROOT);
    }
  }

  public Addition {
    Objects.requireNonNull(kind, "kind");
    Objects.requireNonNull(field, "field");
    Objects.requireNonNull(before, "before");
    if (after.isBlank() || after.equals(before)) {
      throw new IllegalArgumentException(field + " has nothing more to say than " + before);
    }
  }
}
