package org.machinami.web.chart;

import java.util.Arrays;
import java.util.Optional;

/** What is made of the numbers that belong to one point of a chart. */
enum Measure {
  MEAN("mean"),
  SUM("sum"),
  LEAST("min"),
  MOST("max");

  private final String key;

  Measure(String key) {
    this.key = key;
  }

  /** Its name in addresses. */
  String key() {
    return key;
  }

  static Optional<Measure> find(String key) {
    return Arrays.stream(values()).filter(m -> m.key.equals(key)).findFirst();
  }
}
