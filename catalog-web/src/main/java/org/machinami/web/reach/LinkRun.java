package org.machinami.web.reach;

import java.time.Instant;
import java.util.Objects;

/**
 * A round of checks.
 *
 * @param addresses that datasets point to
 * @param asked of them in this round
 * @param answered of those that were asked
 * @param failed of those that were asked
 * @param failing of all that are known
 */
public record LinkRun(
    String id,
    Instant started,
    Instant ended,
    long addresses,
    long asked,
    long answered,
    long failed,
    long failing) {
  public LinkRun {
    Objects.requireNonNull(id, "id");
    Objects.requireNonNull(started, "started");
    Objects.requireNonNull(ended, "ended");
  }
}
