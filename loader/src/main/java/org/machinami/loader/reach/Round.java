package org.machinami.loader.reach;

import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.BiConsumer;
import org.machinami.loader.LoadException;
import org.machinami.loader.LoadException.Fault;
import org.machinami.loader.egress.Egress;
import org.machinami.loader.harvest.remote.Pause;

/**
 * Asks many addresses whether something is there: by HEAD, and by a GET of the first byte where
 * that fails; where robots.txt forbids it, they are not asked. To be used once.
 */
public final class Round {
  /** For one request, redirects included. */
  public static final Duration LONGEST_REQUEST = Duration.ofSeconds(20);

  private final Egress egress;
  private final Manners manners;
  private final Pause pause;
  private final String agent;
  private final long end;

  /**
   * @param agent what servers are told of who asks, with an address where one can complain
   */
  public Round(Egress egress, Manners manners, Pause pause, String agent) {
    this.egress = egress;
    this.manners = manners;
    this.pause = pause;
    this.agent = agent;
    this.end = System.nanoTime() + manners.longest().toNanos();
  }

  /**
   * Asks, until all have answered or the limits are reached.
   *
   * @param addresses in the order of their need
   * @param told of each one that was asked, by several threads
   */
  public void ask(Collection<String> addresses, BiConsumer<String, Answer> told) {
    ExecutorService threads =
        Executors.newFixedThreadPool(
            manners.hosts(),
            task -> {
              Thread made = new Thread(task, "link check");
              made.setDaemon(true);
              return made;
            });
    try {
      List<Future<?>> hosts = new ArrayList<>();
      byHost(addresses)
          .forEach(
              (host, own) ->
                  hosts.add(
                      threads.submit(
                          () -> new HostVisit(egress, manners, pause, agent, end).ask(own, told))));
      for (Future<?> host : hosts) {
        host.get();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new LoadException(Fault.ENVIRONMENT, e, "reach.interrupted");
    } catch (ExecutionException e) {
      if (e.getCause() instanceof LoadException failure) {
        throw failure;
      }
      throw new IllegalStateException("A check of links failed", e.getCause());
    } finally {
      threads.shutdownNow();
    }
  }

  private Map<String, List<String>> byHost(Collection<String> addresses) {
    Map<String, List<String>> hosts = new LinkedHashMap<>();
    int taken = 0;
    for (String address : addresses) {
      List<String> own = hosts.computeIfAbsent(host(address), host -> new ArrayList<>());
      if (own.size() < manners.perHost() && taken < manners.total()) {
        own.add(address);
        taken++;
      }
    }
    return hosts;
  }

  /** The host, to which http and https are one; the address itself where it has none. */
  private static String host(String address) {
    try {
      String host = URI.create(address.strip()).getHost();
      return host == null ? address : host.toLowerCase(Locale.ROOT);
    } catch (IllegalArgumentException e) {
      return address;
    }
  }
}
