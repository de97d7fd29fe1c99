package org.machinami.bench;

import java.util.Locale;
import java.util.Objects;

/**
 * One line of the table: what was measured, ours, the peer's, what the ratio should be.
 *
 * @param what the measurement, with its unit
 * @param ours our figure
 * @param peer the peer's figure; {@code NaN} where there is no peer
 * @param peerName whose figure it is; empty where there is no peer
 * @param target the target in words; empty where there is none
 * @param met whether the target is met; true where there is none
 */
record Figure(String what, double ours, double peer, String peerName, String target, boolean met) {

  Figure {
    Objects.requireNonNull(what, "what");
    Objects.requireNonNull(peerName, "peerName");
    Objects.requireNonNull(target, "target");
  }

  static Figure alone(String what, double ours) {
    return new Figure(what, ours, Double.NaN, "", "", true);
  }

  static Figure atMost(String what, double ours, double limit) {
    return new Figure(what, ours, Double.NaN, "", "at most " + number(limit), ours <= limit);
  }

  static Figure atLeast(String what, double ours, double limit) {
    return new Figure(what, ours, Double.NaN, "", number(limit) + " or more", ours >= limit);
  }

  static Figure beside(String what, double ours, double peer, String peerName) {
    return new Figure(what, ours, peer, peerName, "", true);
  }

  /** Ours divided by the peer's must be at least {@code ratio}. */
  static Figure atLeastTimes(String what, double ours, double peer, String peerName, double ratio) {
    return new Figure(
        what, ours, peer, peerName, "ratio at least " + number(ratio), ours / peer >= ratio);
  }

  /** Ours divided by the peer's must be at most {@code ratio}. */
  static Figure atMostTimes(String what, double ours, double peer, String peerName, double ratio) {
    return new Figure(
        what, ours, peer, peerName, "ratio at most " + number(ratio), ours / peer <= ratio);
  }

  String row() {
    boolean alone = Double.isNaN(peer);
    return "| %s | %s | %s | %s | %s | %s |"
        .formatted(
            what,
            number(ours),
            alone ? "" : number(peer) + " (" + peerName + ")",
            alone ? "" : number(ours / peer),
            target,
            target.isEmpty() ? "" : met ? "met" : "**missed**");
  }

  static String header() {
    return """
        | What | Machinami | Peer | Ratio | Target | |
        |---|---:|---:|---:|---|---|""";
  }

  private static String number(double value) {
    if (Math.abs(value) >= 100) {
      return String.format(Locale.ROOT, "%,.0f", value);
    }
    return String.format(Locale.ROOT, "%.3g", value);
  }
}
