package org.machinami.web.catalog;

import java.time.Instant;
import java.util.Objects;
import org.machinami.store.state.GraphState;

/** A dataset on a page of the catalogue: as it is, or that it is no more. */
sealed interface Entry {
  String id();

  /**
   * A dataset that is there.
   *
   * @param description the state of its description
   */
  record Present(String id, GraphState description) implements Entry {
    public Present {
      Objects.requireNonNull(id, "id");
      Objects.requireNonNull(description, "description");
    }
  }

  /**
   * A dataset that a commit took away.
   *
   * @param reason in the words of who withdrew it; empty when nobody said one
   */
  record Gone(String id, Instant time, String reason) implements Entry {
    public Gone {
      Objects.requireNonNull(id, "id");
      Objects.requireNonNull(time, "time");
      Objects.requireNonNull(reason, "reason");
    }
  }
}
