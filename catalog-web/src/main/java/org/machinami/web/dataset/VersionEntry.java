package org.machinami.web.dataset;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalLong;
import org.machinami.web.language.Text;

/**
 * One commit that changed a dataset.
 *
 * @param cause what was done
 * @param reason why, as somebody wrote it; empty when nobody did
 * @param parts what of the dataset changed
 * @param added number of triples of the data that came, empty when that was not counted
 * @param removed number of triples of the data that went, likewise
 * @param more whether the true numbers are larger: counting stopped at {@link History#MOST_COUNTED}
 */
public record VersionEntry(
    long sequence,
    Instant time,
    Cause cause,
    Optional<Text> reason,
    List<Part> parts,
    OptionalLong added,
    OptionalLong removed,
    boolean more) {
  public VersionEntry {
    Objects.requireNonNull(time, "time");
    Objects.requireNonNull(cause, "cause");
    Objects.requireNonNull(reason, "reason");
    parts = List.copyOf(parts);
    Objects.requireNonNull(added, "added");
    Objects.requireNonNull(removed, "removed");
  }

  /** What was done, with the key of its name. */
  public enum Cause {
    LOADED_FIRST("history.loaded.first"),
    LOADED("history.loaded"),
    HARVESTED_FIRST("history.harvested.first"),
    HARVESTED("history.harvested"),
    GONE_AT_SOURCE("history.gone"),
    STOPPED("history.stopped"),
    RESUMED("history.resumed"),
    WITHDRAWN("history.withdrawn"),
    DELETED("history.deleted"),
    CHANGED("history.changed");

    private final String key;

    Cause(String key) {
      this.key = key;
    }

    public String key() {
      return key;
    }
  }

  /** What can change of a dataset, with the key of its name. */
  public enum Part {
    DATA("history.data"),
    DESCRIPTION("history.description"),
    FILES("history.files"),
    VERDICT("history.verdict");

    private final String key;

    Part(String key) {
      this.key = key;
    }

    public String key() {
      return key;
    }
  }
}
