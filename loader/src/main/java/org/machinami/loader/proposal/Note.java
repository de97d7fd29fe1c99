package org.machinami.loader.proposal;

import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.machinami.loader.Messages;

/**
 * What a person should know of a proposal.
 *
 * @param key of the text, {@code propose.note.…}
 */
public record Note(String key, List<String> arguments) {

  public Note {
    Objects.requireNonNull(key, "key");
    arguments = List.copyOf(arguments);
  }

  static Note of(String key, Object... arguments) {
    return new Note(
        "propose.note." + key, java.util.Arrays.stream(arguments).map(Object::toString).toList());
  }

  /** In the reader's language (ja or en). */
  public String text(Locale locale) {
    return Messages.text(locale, key, arguments.toArray());
  }
}
