package org.machinami.loader;

import java.util.List;
import java.util.Locale;
import java.util.Objects;

/**
 * A row that made no triple because something in it is wrong.
 *
 * @param reason key of the text in the bundle, {@code row.…}
 * @param arguments what the text names
 * @param value the value to blame, cut to 200 characters; empty where none is
 */
public record Refused(Position at, String reason, List<String> arguments, String value)
    implements Mapping {

  private static final int VALUE_LIMIT = 200;

  public Refused {
    Objects.requireNonNull(at, "at");
    Objects.requireNonNull(reason, "reason");
    arguments = List.copyOf(arguments);
    if (value.length() > VALUE_LIMIT) {
      value = value.substring(0, VALUE_LIMIT) + "…";
    }
  }

  /** The reason in the reader's language (ja or en). */
  public String text(Locale locale) {
    return Messages.text(locale, reason, arguments.toArray());
  }
}
