package org.machinami.web.harvest;

import java.util.Locale;

/** What made a harvest run. */
public enum Cause {
  SCHEDULE,
  DESK,
  VERB;

  String id() {
    return name().toLowerCase(Locale.ROOT);
  }

  static Cause of(String id) {
    return valueOf(id.toUpperCase(Locale.ROOT));
  }

  /** The key of what people read. */
  public String key() {
    return "harvest.cause." + id();
  }
}
