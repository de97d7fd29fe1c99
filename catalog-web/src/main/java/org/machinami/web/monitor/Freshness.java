package org.machinami.web.monitor;

import org.machinami.web.language.Coded;

/** Whether data come as often as promised. */
enum Freshness implements Coded {
  IN_TIME("monitor.fresh.in-time"),
  LATE("monitor.fresh.late"),
  NO_DATA("monitor.fresh.no-data"),
  NO_PROMISE("monitor.fresh.no-promise");

  private final String key;

  Freshness(String key) {
    this.key = key;
  }

  @Override
  public String key() {
    return key;
  }
}
