package org.machinami.web.monitor;

import java.util.Arrays;
import java.util.Optional;

/** Whether data come as often as promised. */
enum Freshness {
  IN_TIME("in-time", "monitor.fresh.in-time"),
  LATE("late", "monitor.fresh.late"),
  NO_DATA("no-data", "monitor.fresh.no-data"),
  NO_PROMISE("no-promise", "monitor.fresh.no-promise");

  private final String id;
  private final String key;

  Freshness(String id, String key) {
    this.id = id;
    this.key = key;
  }

  String id() {
    return id;
  }

  String key() {
    return key;
  }

  static Optional<Freshness> find(String id) {
    return Arrays.stream(values()).filter(one -> one.id.equals(id)).findFirst();
  }
}
