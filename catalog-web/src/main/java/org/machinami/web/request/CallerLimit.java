package org.machinami.web.request;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.Ticker;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * How often an address may do something within an hour, counted from its first time. Addresses are
 * in memory only, and only so long. Thread-safe.
 */
public final class CallerLimit {
  public static final Duration PERIOD = Duration.ofHours(1);

  private static final int MOST_ADDRESSES = 100_000;
  private static final int IPV6_GROUPS = 8;
  private static final int NETWORK_GROUPS = 4;

  private final int most;
  private final Cache<String, AtomicInteger> times;

  /**
   * A limit for each address.
   *
   * @param most times within an hour
   */
  public CallerLimit(int most, Ticker ticker) {
    this.most = most;
    this.times =
        Caffeine.newBuilder()
            .expireAfterWrite(PERIOD)
            .maximumSize(MOST_ADDRESSES)
            .ticker(ticker)
            .build();
  }

  /** Counts one more time; whether it may be. */
  public boolean allows(String address) {
    return times.get(network(address), a -> new AtomicInteger()).incrementAndGet() <= most;
  }

  /** A home has a whole /64 of IPv6 addresses. */
  public static String network(String address) {
    String plain = address.replaceAll("[\\[\\]]|%.*", "");
    if (!plain.contains(":") || plain.contains(".")) {
      return plain;
    }
    String[] halves = plain.split("::", 2);
    List<String> groups = new ArrayList<>(List.of(halves[0].split(":")));
    if (halves.length == 2) {
      List<String> end = List.of(halves[1].split(":"));
      while (groups.size() + end.size() < IPV6_GROUPS) {
        groups.add("0");
      }
      groups.addAll(end);
    }
    return String.join(":", groups.subList(0, Math.min(NETWORK_GROUPS, groups.size())));
  }
}
