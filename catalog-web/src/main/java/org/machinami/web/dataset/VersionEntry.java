package org.machinami.web.dataset;

import java.time.Instant;
import java.util.Objects;
import java.util.OptionalLong;

/**
 * One commit that changed a dataset.
 *
 * @param reason why, as the one who committed wrote it
 * @param ofData whether the data changed, else only the description
 * @param added number of triples of the data that came, empty when that was not counted
 * @param removed number of triples of the data that went, likewise
 * @param more whether the true numbers are larger: counting stopped at {@link History#MOST_COUNTED}
 */
public record VersionEntry(
    long sequence,
    Instant time,
    String activity,
    String reason,
    boolean ofData,
    OptionalLong added,
    OptionalLong removed,
    boolean more) {
  public VersionEntry {
    Objects.requireNonNull(time, "time");
    Objects.requireNonNull(added, "added");
    Objects.requireNonNull(removed, "removed");
  }
}
