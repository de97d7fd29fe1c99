package org.machinami.web.steward.form;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * Where a form stands at the desk: its addresses, below the base, and what is posted with it.
 *
 * @param action to which the form and its buttons are posted
 * @param check that answers findings as JSON, while one types
 * @param lookup that answers suggestions as JSON
 * @param hidden posted with the form, such as a token and the state that it was made from
 * @param buttons at the end of the form, the main one first
 */
public record FormPlace(
    String action, String check, String lookup, Map<String, String> hidden, List<Button> buttons) {

  /**
   * A button that posts the form.
   *
   * @param key of the message on it
   * @param main whether it is the one that most people want
   */
  public record Button(String name, String value, String key, boolean main) {}

  public FormPlace {
    Objects.requireNonNull(action, "action");
    Objects.requireNonNull(check, "check");
    Objects.requireNonNull(lookup, "lookup");
    hidden = Collections.unmodifiableMap(new LinkedHashMap<>(hidden));
    buttons = List.copyOf(buttons);
  }
}
