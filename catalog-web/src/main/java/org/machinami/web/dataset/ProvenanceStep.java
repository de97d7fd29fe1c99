package org.machinami.web.dataset;

import java.util.Objects;
import org.machinami.web.page.Value;

/**
 * A step on the way of the data.
 *
 * @param key of the message that names the step
 * @param value what was there or was done, and where one reads more
 */
public record ProvenanceStep(String key, Value value) {
  public ProvenanceStep {
    Objects.requireNonNull(key, "key");
    Objects.requireNonNull(value, "value");
  }
}
