package org.machinami.web.steward.form;

import java.util.List;
import java.util.Objects;
import org.machinami.web.language.Messages;

/**
 * Why what was posted cannot be taken as it is.
 *
 * @param name of the box or field that it stands beside
 * @param key of the message
 * @param values that the message names
 */
public record FormMistake(String name, String key, List<Object> values) {

  public FormMistake {
    Objects.requireNonNull(name, "name");
    Objects.requireNonNull(key, "key");
    values = List.copyOf(values);
  }

  static FormMistake of(String name, String key, Object... values) {
    return new FormMistake(name, key, List.of(values));
  }

  /** Id of what a link leads to; empty when nothing on the page is meant. */
  public String target() {
    return name.equals(DescriptionForm.ROOT) ? "" : name;
  }

  public String text(Messages messages) {
    return messages.text(key, values.toArray());
  }
}
