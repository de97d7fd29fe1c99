package org.machinami.web.dataset;

import java.util.List;
import java.util.Optional;

/**
 * Some of the commits on a dataset.
 *
 * @param entries newest first
 * @param older how many came before these
 */
public record HistoryPart(List<VersionEntry> entries, int older) {
  public HistoryPart {
    entries = List.copyOf(entries);
    if (older < 0 || (older > 0 && entries.isEmpty())) {
      throw new IllegalArgumentException("older: " + older + " than " + entries.size());
    }
  }

  /** Query that asks for those before these, with "?"; empty where there are none. */
  public Optional<String> olderQuery() {
    return older == 0
        ? Optional.empty()
        : Optional.of("?" + History.BEFORE + "=" + entries.get(entries.size() - 1).sequence());
  }
}
