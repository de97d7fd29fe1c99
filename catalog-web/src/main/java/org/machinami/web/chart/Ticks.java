package org.machinami.web.chart;

import java.util.ArrayList;
import java.util.List;

/**
 * Round numbers along an axis: 1, 2 or 5 times a power of ten apart, reaching around all values.
 *
 * @param first lowest tick
 * @param last highest tick
 */
record Ticks(double first, double last, double step) {

  /** Around a range, about as many as wanted. */
  static Ticks around(double low, double high, int wanted) {
    double width = high > low ? high - low : Math.max(Math.abs(high), 1);
    double rough = width / wanted;
    double power = Math.pow(10, Math.floor(Math.log10(rough)));
    double digit = rough / power;
    double step = (digit <= 1 ? 1 : digit <= 2 ? 2 : digit <= 5 ? 5 : 10) * power;
    double first = Math.floor(low / step) * step;
    double last = Math.ceil(high / step) * step;
    return new Ticks(first, last > first ? last : first + step, step);
  }

  List<Double> all() {
    List<Double> ticks = new ArrayList<>();
    long count = Math.round((last - first) / step);
    for (long i = 0; i <= count; i++) {
      ticks.add(first + i * step);
    }
    return ticks;
  }

  /** How many digits after the point tell the ticks apart. */
  int decimals() {
    return (int) Math.max(0, -Math.floor(Math.log10(step) + 1e-9));
  }
}
