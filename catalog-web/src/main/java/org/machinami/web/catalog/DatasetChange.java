package org.machinami.web.catalog;

import java.time.Instant;
import java.util.Objects;

/**
 * A commit changed description or data of a dataset.
 *
 * @param id of the dataset
 * @param sequence of the commit
 * @param deleted whether the description is taken away
 * @param reason of the commit
 * @param next the place behind this change
 */
record DatasetChange(
    String id, long sequence, Instant time, boolean deleted, String reason, Place next) {
  DatasetChange {
    Objects.requireNonNull(id, "id");
    Objects.requireNonNull(time, "time");
    Objects.requireNonNull(reason, "reason");
    Objects.requireNonNull(next, "next");
  }
}
