package org.machinami.web.dataset;

import java.util.List;
import java.util.Objects;
import org.machinami.web.page.Value;

/**
 * A step on the way of the data.
 *
 * @param key of the message that names the step
 * @param value what was there or was done, and where one reads more
 * @param files what it was done with
 */
public record ProvenanceStep(String key, Value value, List<Value> files) {
  public ProvenanceStep {
    Objects.requireNonNull(key, "key");
    Objects.requireNonNull(value, "value");
    files = List.copyOf(files);
  }

  /** A step without files. */
  static ProvenanceStep of(String key, Value value) {
    return new ProvenanceStep(key, value, List.of());
  }
}
