package org.machinami.web.harvest;

import java.time.Instant;
import java.util.Objects;
import org.machinami.loader.harvest.HarvestReport.Note;

/**
 * A run of a harvest.
 *
 * @param agent who asked for it
 * @param told datasets that the source told of
 * @param said why it ended so, where there is something to say
 */
public record HarvestRunRecord(
    String id,
    String source,
    Instant started,
    Instant ended,
    Cause cause,
    String agent,
    Ending ending,
    long told,
    long added,
    long changed,
    long unchanged,
    long deleted,
    long refused,
    long linked,
    Note said) {
  public HarvestRunRecord {
    Objects.requireNonNull(source, "source");
    Objects.requireNonNull(started, "started");
    Objects.requireNonNull(ended, "ended");
    Objects.requireNonNull(cause, "cause");
    Objects.requireNonNull(ending, "ending");
    Objects.requireNonNull(said, "said");
  }
}
