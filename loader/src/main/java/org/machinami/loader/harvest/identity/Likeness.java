package org.machinami.loader.harvest.identity;

import java.util.Objects;

/**
 * A dataset that is here and seems to be the same.
 *
 * @param id of the dataset here
 */
public record Likeness(String id, How how) {
  public Likeness {
    Objects.requireNonNull(id, "id");
    Objects.requireNonNull(how, "how");
  }
}
