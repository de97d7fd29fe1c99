package org.machinami.web.steward.form;

import java.util.List;
import java.util.Objects;
import org.apache.jena.graph.Triple;

/**
 * A description in its form.
 *
 * @param dataset with all that it nests
 * @param kept statements that no field shows; they stay as they are
 */
public record FilledForm(FilledThing dataset, List<Triple> kept) {

  public FilledForm {
    Objects.requireNonNull(dataset, "dataset");
    kept = List.copyOf(kept);
  }
}
