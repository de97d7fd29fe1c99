package org.machinami.web.page;

import java.util.List;
import java.util.Objects;
import org.machinami.web.language.Text;

/**
 * A line of a list of facts.
 *
 * @param note plain words below the values, empty for none
 */
public record Fact(Text label, List<Value> values, String note) {
  public Fact {
    Objects.requireNonNull(label, "label");
    Objects.requireNonNull(note, "note");
    values = List.copyOf(values);
  }

  public Fact(Text label, List<Value> values) {
    this(label, values, "");
  }
}
