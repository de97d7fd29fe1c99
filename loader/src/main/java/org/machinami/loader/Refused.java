package org.machinami.loader;

import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import org.machinami.shapes.Repair;
import org.machinami.shapes.explain.DatatypeWords;

/**
 * A row that made no triple because something in it is wrong.
 *
 * @param reason key of the text in the bundle, {@code row.…}
 * @param arguments what the text names
 * @param value the value to blame, cut to 200 characters; empty where none is
 * @param repair with which the row would be mapped, where a program knows one
 */
public record Refused(
    Position at, String reason, List<String> arguments, String value, Optional<Repair> repair)
    implements Mapping {

  private static final int VALUE_LIMIT = 200;
  private static final String DATATYPE = "row.datatype";

  public Refused {
    Objects.requireNonNull(at, "at");
    Objects.requireNonNull(reason, "reason");
    Objects.requireNonNull(repair, "repair");
    arguments = List.copyOf(arguments);
    if (value.length() > VALUE_LIMIT) {
      value = value.substring(0, VALUE_LIMIT) + "…";
    }
  }

  /** A row for which no repair was looked for. */
  public Refused(Position at, String reason, List<String> arguments, String value) {
    this(at, reason, arguments, value, Optional.empty());
  }

  /** The same row, with a proposal. */
  public Refused repairedBy(Repair proposal) {
    return new Refused(at, reason, arguments, value, Optional.of(proposal));
  }

  /** The reason in the reader's language (ja or en). */
  public String text(Locale locale) {
    return reason.equals(DATATYPE)
        ? Messages.text(locale, reason, DatatypeWords.asked(arguments.get(0), locale))
        : Messages.text(locale, reason, arguments.toArray());
  }
}
