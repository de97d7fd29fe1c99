package org.machinami.web.negotiation;

import java.time.Instant;
import java.util.Objects;
import java.util.Optional;

/**
 * Which state of a resource an answer shows.
 *
 * @param tag changes whenever the answer would; letters, digits, dot and hyphen only
 * @param modified when that state came to be, where that is known
 */
public record Version(String tag, Optional<Instant> modified) {
  public Version {
    Objects.requireNonNull(modified, "modified");
    if (!tag.matches("[A-Za-z0-9.-]+")) {
      throw new IllegalArgumentException("tag must be letters, digits, '.' and '-': " + tag);
    }
  }

  /** The same, where the answer also changes with something else. */
  public Version with(long state) {
    return new Version(tag + "." + state, modified);
  }
}
