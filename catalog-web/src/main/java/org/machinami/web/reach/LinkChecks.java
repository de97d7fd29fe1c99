package org.machinami.web.reach;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.locks.ReentrantLock;
import org.machinami.loader.LoadException;
import org.machinami.loader.LoadException.Fault;
import org.machinami.loader.egress.Egress;
import org.machinami.loader.egress.EgressLimits;
import org.machinami.loader.harvest.remote.Pause;
import org.machinami.loader.reach.Answer;
import org.machinami.loader.reach.Answer.Outcome;
import org.machinami.loader.reach.Manners;
import org.machinami.loader.reach.Round;
import org.machinami.store.Store;
import org.machinami.web.harvest.Due;
import org.machinami.web.language.Messages;
import org.machinami.web.records.Records;
import org.machinami.web.request.RequestIds;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Asks, by schedule and when a verb says so, whether what distributions point to is there, and
 * keeps what became of it. Thread-safe.
 */
public final class LinkChecks implements AutoCloseable {
  private static final Logger log = LoggerFactory.getLogger(LinkChecks.class);
  private static final int LOOK_SECONDS = 30;
  private static final Duration JITTER = Duration.ofMinutes(20);

  private final Store store;
  private final LinkRecords links;
  private final EgressLimits limits;
  private final Manners manners;
  private final Pause pause;
  private final Optional<Due> due;
  private final Clock clock;
  private final Instant since;
  private final AtomicLong version = new AtomicLong();
  private final ReentrantLock turn = new ReentrantLock();
  private final ScheduledExecutorService thread =
      Executors.newSingleThreadScheduledExecutor(
          task -> {
            Thread made = new Thread(task, "link checks");
            made.setDaemon(true);
            return made;
          });

  /**
   * @param limits of what may be asked for
   * @param schedule cron expression; empty: only when somebody says so
   * @throws IllegalArgumentException when the expression is none
   */
  public LinkChecks(
      Store store,
      Records records,
      EgressLimits limits,
      Manners manners,
      Pause pause,
      Optional<String> schedule,
      Clock clock) {
    this.store = store;
    this.links = new LinkRecords(records);
    this.limits = limits;
    this.manners = manners;
    this.pause = pause;
    this.due = schedule.map(text -> new Due("links", text, JITTER, Messages.CITY));
    this.clock = clock;
    this.since = clock.instant();
    latest().ifPresent(run -> version.set(run.ended().toEpochMilli()));
  }

  /** Looks from now on whether a round is due. */
  public LinkChecks schedule() {
    if (due.isPresent()) {
      var looking =
          thread.scheduleWithFixedDelay(this::look, LOOK_SECONDS, LOOK_SECONDS, TimeUnit.SECONDS);
      log.debug("The schedule of link checks is looked at: {}", !looking.isDone());
    }
    return this;
  }

  /** When the next round begins by itself. */
  public Optional<Instant> next() {
    return due.flatMap(when -> when.next(latest().map(LinkRun::started).orElse(since), 0));
  }

  private void look() {
    try {
      if (next().filter(time -> !time.isAfter(clock.instant())).isPresent()) {
        LinkRun run = run(false);
        log.info("{} links were checked, {} do not answer", run.asked(), run.failing());
      }
    } catch (RuntimeException | Error e) {
      log.warn("Links could not be checked", e);
    }
  }

  /**
   * Asks for all addresses whose time has come.
   *
   * @param all asks for the others, too
   * @throws LoadException when a round is under way, or it is stopped from outside
   */
  public LinkRun run(boolean all) {
    if (!turn.tryLock()) {
      throw new LoadException(Fault.ENVIRONMENT, "reach.under-way");
    }
    try (Egress egress = Egress.open(limits)) {
      Instant started = clock.instant();
      DistributionLinks pointing = DistributionLinks.of(store);
      Map<String, LinkState> known = links.all();
      List<String> wanted =
          pointing.byAddress().keySet().stream()
              .filter(address -> all || isDue(known.get(address), started))
              .sorted(Comparator.comparing(address -> due(known.get(address))))
              .toList();
      AtomicInteger asked = new AtomicInteger();
      AtomicInteger answered = new AtomicInteger();
      AtomicInteger failed = new AtomicInteger();
      new Round(egress, manners, pause, agent())
          .ask(
              wanted,
              (address, answer) -> {
                asked.incrementAndGet();
                count(answer, answered, failed);
                links.put(
                    LinkState.after(
                        address, Optional.ofNullable(known.get(address)), answer, clock.instant()));
              });
      return settle(pointing, started, asked.get(), answered.get(), failed.get());
    } finally {
      turn.unlock();
    }
  }

  /**
   * Asks for one address now, whenever its time is.
   *
   * @param address that datasets point to
   * @return what is known of it then
   * @throws LoadException when a round is under way
   */
  LinkState again(String address) {
    if (!turn.tryLock()) {
      throw new LoadException(Fault.ENVIRONMENT, "reach.under-way");
    }
    try (Egress egress = Egress.open(limits)) {
      Map<String, LinkState> known = links.find(List.of(address));
      AtomicReference<LinkState> found = new AtomicReference<>();
      new Round(egress, manners, pause, agent())
          .ask(
              List.of(address),
              (asked, answer) ->
                  found.set(
                      LinkState.after(
                          asked, Optional.ofNullable(known.get(asked)), answer, clock.instant())));
      LinkState state = found.get();
      links.put(state);
      changed(state.checked());
      return state;
    } finally {
      turn.unlock();
    }
  }

  private static void count(Answer answer, AtomicInteger answered, AtomicInteger failed) {
    if (answer.outcome() == Outcome.ANSWERED) {
      answered.incrementAndGet();
    } else if (answer.outcome() == Outcome.FAILED) {
      failed.incrementAndGet();
    }
  }

  private static boolean isDue(LinkState known, Instant now) {
    return !due(known).isAfter(now);
  }

  /** Those that were never asked come first. */
  private static Instant due(LinkState known) {
    return known == null ? Instant.EPOCH : known.due();
  }

  private LinkRun settle(
      DistributionLinks pointing, Instant started, int asked, int answered, int failed) {
    SortedMap<String, SortedSet<String>> failing = new TreeMap<>();
    Set<String> forgotten = new HashSet<>();
    links
        .all()
        .forEach(
            (address, state) -> {
              SortedSet<String> datasets = pointing.byAddress().get(address);
              if (datasets == null) {
                forgotten.add(address);
              } else if (state.isFailing()) {
                failing.put(address, datasets);
              }
            });
    if (pointing.isWhole()) {
      links.forget(forgotten);
    }
    links.putUses(failing);
    Instant ended = clock.instant();
    LinkRun run =
        new LinkRun(
            RequestIds.next(),
            started,
            ended,
            pointing.byAddress().size(),
            asked,
            answered,
            failed,
            failing.size());
    links.add(run);
    changed(ended);
    return run;
  }

  private void changed(Instant when) {
    version.accumulateAndGet(when.toEpochMilli(), (before, now) -> Math.max(before + 1, now));
  }

  /** Whoever is asked can see who it is, and where to complain. */
  private String agent() {
    return "Machinami-link-check/1.0 (+" + store.base() + ")";
  }

  /** What is known of some addresses. */
  public Map<String, LinkState> find(Collection<String> addresses) {
    return links.find(
        addresses.stream()
            .filter(address -> DistributionLinks.isElsewhere(address, store.base()))
            .distinct()
            .toList());
  }

  List<LinkRecords.DeadLink> dead() {
    return links.dead();
  }

  /** The last round, if there was one. */
  Optional<LinkRun> latest() {
    return links.findLatest();
  }

  /** Changes whenever pages that tell of links do. */
  public String version() {
    return Long.toHexString(version.get());
  }

  @Override
  public void close() {
    thread.shutdownNow();
    try {
      if (!thread.awaitTermination(10, TimeUnit.SECONDS)) {
        log.warn("A check of links did not end; the next one goes on where it was");
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
