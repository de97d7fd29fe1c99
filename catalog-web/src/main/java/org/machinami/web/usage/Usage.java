package org.machinami.web.usage;

import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.machinami.web.records.Records;
import org.machinami.web.records.RecordsUnavailable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Counts uses in memory and writes them in groups; a process that is killed loses the last group.
 * What it tells are the {@value #DAYS} days before today, read once a day. Thread-safe.
 */
public final class Usage implements AutoCloseable {
  /** Days that are told together, today not among them. */
  public static final int DAYS = 30;

  private static final Logger log = LoggerFactory.getLogger(Usage.class);

  private final UsageRecords records;
  private final Consumer<Map<String, Long>> order;
  private final Clock clock;
  private final Map<String, Uses> gathered = new ConcurrentHashMap<>();
  private final ScheduledExecutorService writer =
      Executors.newSingleThreadScheduledExecutor(
          task -> {
            Thread thread = new Thread(task, "usage");
            thread.setDaemon(true);
            return thread;
          });
  private volatile Told told;

  /** What is told on a day. */
  private record Told(LocalDate day, Map<String, Uses> byDataset, long total) {}

  private Usage(Records records, Consumer<Map<String, Long>> order, Clock clock) {
    this.records = new UsageRecords(records);
    this.order = order;
    this.clock = clock;
    this.told = read(today());
  }

  /**
   * Reads what is to be told today and begins to count.
   *
   * @param order told how often each dataset is used, now and whenever that changes
   * @param clock in the time zone of the city
   * @param interval between two groups
   */
  public static Usage start(
      Records records, Consumer<Map<String, Long>> order, Clock clock, Duration interval) {
    Usage usage = new Usage(records, order, clock);
    // A turn throws nothing that somebody would have to hear of.
    ScheduledFuture<?> unused =
        usage.writer.scheduleWithFixedDelay(
            usage::turn, interval.toMillis(), interval.toMillis(), TimeUnit.MILLISECONDS);
    return usage;
  }

  void viewed(String dataset) {
    gathered.merge(dataset, Uses.VIEW, Uses::plus);
  }

  void downloaded(String dataset) {
    gathered.merge(dataset, Uses.DOWNLOAD, Uses::plus);
  }

  /** How often a dataset was used in the days that are told. */
  public Uses of(String dataset) {
    return told.byDataset().getOrDefault(dataset, Uses.NONE);
  }

  /** The last day that is told. */
  public LocalDate lastDay() {
    return told.day().minusDays(1);
  }

  /** Ids of the datasets with the most uses, so many of them; none without a use. */
  public List<String> most(int number) {
    return told.byDataset().entrySet().stream()
        .sorted(
            Comparator.comparingLong((Map.Entry<String, Uses> e) -> e.getValue().total())
                .reversed()
                .thenComparing(Map.Entry::getKey))
        .limit(number)
        .map(Map.Entry::getKey)
        .toList();
  }

  /** Changes whenever any of the counts does. */
  public String version() {
    Told now = told;
    return now.day().toEpochDay() + "-" + now.total();
  }

  /** Writes what was gathered, and reads anew when a day has begun. */
  void turn() {
    try {
      write();
      LocalDate today = today();
      if (!today.equals(told.day())) {
        told = read(today);
      }
    } catch (RecordsUnavailable e) {
      log.warn("Counts of use are kept in memory until the database of records answers", e);
    } catch (RuntimeException | Error e) {
      log.error("Counts of use were not written", e); // the next turn tries again
    }
  }

  private synchronized void write() {
    Map<String, Uses> group = new HashMap<>();
    for (String dataset : List.copyOf(gathered.keySet())) {
      Uses uses = gathered.remove(dataset);
      if (uses != null) {
        group.put(dataset, uses);
      }
    }
    if (group.isEmpty()) {
      return;
    }
    try {
      records.add(today(), group);
    } catch (RecordsUnavailable e) {
      group.forEach((dataset, uses) -> gathered.merge(dataset, uses, Uses::plus));
      throw e;
    }
  }

  private Told read(LocalDate today) {
    Map<String, Uses> uses = records.between(today.minusDays(DAYS), today.minusDays(1));
    Map<String, Long> totals =
        uses.entrySet().stream()
            .collect(Collectors.toMap(Map.Entry::getKey, entry -> entry.getValue().total()));
    order.accept(totals);
    long total = totals.values().stream().mapToLong(Long::longValue).sum();
    return new Told(today, Map.copyOf(uses), total);
  }

  private LocalDate today() {
    return LocalDate.now(clock);
  }

  /** Writes the last group. */
  @Override
  public void close() {
    writer.shutdown();
    try {
      if (!writer.awaitTermination(10, TimeUnit.SECONDS)) {
        log.warn("The last counts of use are still being written");
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    turn();
  }
}
