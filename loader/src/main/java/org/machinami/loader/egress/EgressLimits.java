package org.machinami.loader.egress;

import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;

/**
 * What requests may do.
 *
 * @param allowed hosts, or {@code host:port}, that are allowed wherever they stand; the operator's
 * @param ports of all other hosts
 * @param bytes most that is read of an answer, unpacked
 * @param time for all of it, redirects included
 */
public record EgressLimits(Set<String> allowed, Set<Integer> ports, long bytes, Duration time) {

  /** How often an answer may lead elsewhere. */
  static final int REDIRECTS = 3;

  public EgressLimits {
    allowed =
        Set.copyOf(allowed.stream().map(host -> host.strip().toLowerCase(Locale.ROOT)).toList());
    ports = Set.copyOf(ports);
    Objects.requireNonNull(time, "time");
    if (bytes < 1 || time.isNegative() || time.isZero()) {
      throw new IllegalArgumentException("limits must be positive: " + bytes + ", " + time);
    }
  }

  /** Nothing inside, the usual ports, 100 MB, a minute. */
  public static EgressLimits usual() {
    return new EgressLimits(Set.of(), Set.of(80, 443), 100L << 20, Duration.ofSeconds(60));
  }

  /** The setting as an operator writes it: hosts with commas between them, or "none". */
  public static Set<String> hosts(String text) {
    return Set.copyOf(
        List.of(text.split(",")).stream()
            .map(String::strip)
            .filter(host -> !host.isEmpty() && !host.equals("none"))
            .toList());
  }

  /** The same, and one more host, or {@code host:port}, of the operator's. */
  public EgressLimits allowing(String host) {
    Set<String> more = new HashSet<>(allowed);
    more.add(host);
    return new EgressLimits(more, ports, bytes, time);
  }

  boolean isNamed(String host, int port) {
    return allowed.contains(host + ":" + port) || (allowed.contains(host) && ports.contains(port));
  }

  boolean isPort(String host, int port) {
    return ports.contains(port) || isNamed(host, port);
  }
}
