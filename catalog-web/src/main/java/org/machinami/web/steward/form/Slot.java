package org.machinami.web.steward.form;

import java.util.Objects;
import java.util.Optional;
import org.apache.jena.graph.Node;

/**
 * A box of the form.
 *
 * @param name under which it is posted, and its id in the page
 * @param text what stands in it
 * @param tag of its language; empty for none
 * @param lines whether it has several lines
 * @param value that it stands for; empty for a new one
 */
public record Slot(String name, String text, String tag, boolean lines, Optional<Node> value) {

  public Slot {
    Objects.requireNonNull(name, "name");
    Objects.requireNonNull(text, "text");
    Objects.requireNonNull(tag, "tag");
    Objects.requireNonNull(value, "value");
  }

  public boolean isEmpty() {
    return text.isEmpty();
  }
}
