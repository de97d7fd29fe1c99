package org.machinami.web.account;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.machinami.web.language.Messages;

/**
 * A form that came too late, to be sent again.
 *
 * @param path where it was to go
 * @param fields its fields with what was typed
 */
public record KeptFormView(Who who, String path, Map<String, String> fields) implements DeskView {
  private static final int LEAST_SHOWN = 2;

  public KeptFormView {
    Objects.requireNonNull(who, "who");
    Objects.requireNonNull(path, "path");
    fields = Collections.unmodifiableMap(new LinkedHashMap<>(fields)); // in their order
  }

  /** What was typed, without what forms say among themselves. */
  public List<String> typed() {
    return fields.values().stream().filter(value -> value.length() >= LEAST_SHOWN).toList();
  }

  @Override
  public String template() {
    return "kept-form.jte";
  }

  @Override
  public String title(Messages messages) {
    return messages.text("account.kept");
  }
}
