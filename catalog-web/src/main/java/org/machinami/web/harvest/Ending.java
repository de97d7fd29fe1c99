package org.machinami.web.harvest;

import java.util.Locale;
import org.machinami.loader.harvest.HarvestReport;

/** What a run of a harvest ended with. */
public enum Ending {
  /** What had changed is in the ledger. */
  COMMITTED,
  /** All was as it had been. */
  UNCHANGED,
  /** It would have changed too much, and waits for a person. */
  QUARANTINE,
  /** The source could not be read; nothing was changed. */
  FAILED,
  /** A person has committed what was in quarantine. */
  RELEASED,
  /** A person has thrown away what was in quarantine. */
  DISCARDED;

  static Ending of(HarvestReport report) {
    return report.stopped().isPresent() ? QUARANTINE : report.commits() > 0 ? COMMITTED : UNCHANGED;
  }

  String id() {
    return name().toLowerCase(Locale.ROOT);
  }

  static Ending of(String id) {
    return valueOf(id.toUpperCase(Locale.ROOT));
  }

  /** The key of what people read. */
  public String key() {
    return "harvest.ending." + id();
  }

  /** Whether somebody should look. */
  public boolean isBad() {
    return this == QUARANTINE || this == FAILED;
  }
}
