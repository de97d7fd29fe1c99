package org.machinami.web.monitor.whatif;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.Closeable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Clock;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.machinami.loader.policy.WhatIfCatalogue;
import org.machinami.loader.policy.WhatIfProcess;
import org.machinami.shapes.PolicyVersion;
import org.machinami.store.Store;
import org.machinami.store.StoreException;
import org.machinami.web.request.RequestIds;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Runs of drafts, one at a time, each in a process of its own and a folder of its own: {@code
 * what-if/ID} of the data directory. Thread-safe.
 */
public final class WhatIfRuns implements Closeable {
  private static final Logger log = LoggerFactory.getLogger(WhatIfRuns.class);
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final String RUN = "run.json";
  private static final String DRAFT = "draft.ttl";
  private static final Duration LEAVE_TIME = Duration.ofSeconds(5);

  private final Store store;
  private final Path directory;
  private final WhatIfLimits limits;
  private final Clock clock;
  private final Map<String, WhatIfRun> runs = new TreeMap<>();
  private Optional<Under> way = Optional.empty();
  private boolean closed;

  /** The run that is under way. */
  private static final class Under {
    private final String id;
    private final Thread thread;
    private Optional<WhatIfChild> child = Optional.empty();
    private Optional<WhatIfState> ended = Optional.empty(); // by somebody

    private Under(String id, Runnable work) {
      this.id = id;
      this.thread = new Thread(work, "what-if-" + id);
      thread.setDaemon(true);
    }
  }

  private WhatIfRuns(Store store, WhatIfLimits limits, Clock clock) {
    this.store = store;
    this.directory = store.directory().path().resolve("what-if");
    this.limits = limits;
    this.clock = clock;
  }

  /** Reads what is kept; one that was under way when the server ended is told to be so. */
  public static WhatIfRuns open(Store store, WhatIfLimits limits, Clock clock) {
    WhatIfRuns opened = new WhatIfRuns(store, limits, clock);
    try {
      opened.read();
    } catch (IOException e) {
      throw new UncheckedIOException(opened.directory + " cannot be read or written", e);
    }
    return opened;
  }

  private synchronized void read() throws IOException {
    if (!Files.isDirectory(directory)) {
      return;
    }
    List<Path> folders;
    try (Stream<Path> found = Files.list(directory)) {
      folders = found.filter(Files::isDirectory).toList();
    }
    for (Path folder : folders) {
      try {
        WhatIfRun run = JSON.readValue(Files.readAllBytes(folder.resolve(RUN)), WhatIfRun.class);
        runs.put(run.id(), run);
        if (run.isRunning()) {
          end(run.id(), WhatIfState.INTERRUPTED);
        }
      } catch (IOException e) {
        log.warn("{} holds no run and is left alone: {}", folder, e.getMessage());
      }
    }
  }

  WhatIfLimits limits() {
    return limits;
  }

  /** All that are kept, the latest first. */
  synchronized List<WhatIfRun> list() {
    return runs.values().stream()
        .sorted(Comparator.comparing(WhatIfRun::started).reversed())
        .toList();
  }

  synchronized Optional<WhatIfRun> find(String id) {
    return Optional.ofNullable(runs.get(id));
  }

  /** The one that is under way. */
  synchronized Optional<WhatIfRun> running() {
    return way.map(under -> runs.get(under.id));
  }

  synchronized boolean isFull() {
    return runs.size() >= limits.kept();
  }

  /** The report of a run that is done. */
  Path report(String id) {
    return directory.resolve(id).resolve(WhatIfProcess.REPORT);
  }

  /** The draft as it was sent. */
  Path draft(String id) {
    return directory.resolve(id).resolve(DRAFT);
  }

  /**
   * What is to be run.
   *
   * @param text of the draft, as Turtle
   * @param source the name of its file, empty for none
   */
  record Asked(
      PolicyVersion current,
      PolicyVersion draft,
      String text,
      String source,
      String titleJa,
      String titleEn) {}

  /**
   * Begins a run; empty when another is under way, or as many are kept as may be.
   *
   * @param by who asks for it
   */
  synchronized Optional<WhatIfRun> start(Asked asked, String by) {
    if (closed || way.isPresent() || isFull()) {
      return Optional.empty();
    }
    String id = RequestIds.next();
    WhatIfRun run =
        new WhatIfRun(
            id,
            by,
            asked.source(),
            asked.draft().policy().version(),
            asked.titleJa(),
            asked.titleEn(),
            clock.instant().toString(),
            "",
            WhatIfState.RUNNING,
            0,
            0);
    try {
      Files.createDirectories(directory.resolve(id));
      Files.writeString(draft(id), asked.text());
    } catch (IOException e) {
      throw new UncheckedIOException(directory + " cannot be written", e);
    }
    keep(run);
    Under under = new Under(id, () -> run(id, asked));
    way = Optional.of(under);
    under.thread.start();
    return Optional.of(run);
  }

  private void run(String id, Asked asked) {
    WhatIfState state = WhatIfState.FAILED;
    Path folder = directory.resolve(id);
    try {
      WhatIfCatalogue catalogue = WhatIfCatalogue.of(store);
      WhatIfProcess.prepare(folder, asked.current(), asked.draft(), catalogue);
      Optional<WhatIfChild> child = begin(id, folder, catalogue.datasets().size());
      if (child.isPresent()) {
        state = child.get().follow(done -> reached(id, done));
      }
    } catch (IOException | StoreException | IllegalStateException e) {
      log.warn("The what-if {} failed", id, e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } finally {
      synchronized (this) {
        state = way.flatMap(under -> under.ended).orElse(state);
        way = Optional.empty();
        end(id, state);
        notifyAll();
      }
    }
  }

  /** Starts the process, unless somebody has ended the run meanwhile. */
  private synchronized Optional<WhatIfChild> begin(String id, Path folder, int datasets)
      throws IOException {
    if (way.isEmpty() || way.get().ended.isPresent()) {
      return Optional.empty();
    }
    runs.computeIfPresent(id, (key, run) -> run.counted(datasets));
    way.get().child = Optional.of(WhatIfChild.start(store.directory().path(), folder, limits));
    return way.get().child;
  }

  private synchronized void reached(String id, int done) {
    runs.computeIfPresent(id, (key, run) -> run.reached(done));
  }

  private void end(String id, WhatIfState state) {
    try {
      WhatIfProcess.tidy(directory.resolve(id));
      boolean there = Files.exists(report(id));
      keep(
          runs.get(id)
              .ended(
                  state == WhatIfState.DONE && !there ? WhatIfState.FAILED : state,
                  clock.instant()));
      if (state != WhatIfState.DONE && there) {
        Files.delete(report(id));
      }
    } catch (IOException | UncheckedIOException e) {
      log.warn("The what-if {} is over, but its folder cannot be tidied", id, e);
    }
  }

  private void keep(WhatIfRun run) {
    Path file = directory.resolve(run.id()).resolve(RUN);
    Path next = file.resolveSibling(RUN + ".next");
    runs.put(run.id(), run);
    try {
      Files.write(next, JSON.writeValueAsString(run).getBytes(StandardCharsets.UTF_8));
      Files.move(next, file, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(e);
    } catch (IOException e) {
      throw new UncheckedIOException(file + " cannot be written", e);
    }
  }

  /** Ends a run and waits until it is over; nothing happens to one that is not under way. */
  void cancel(String id) {
    end(Optional.of(id), WhatIfState.CANCELLED);
  }

  /** Waits for the end of a run; false when it is not over after that time. */
  public synchronized boolean await(String id, Duration longest) throws InterruptedException {
    long until = System.nanoTime() + longest.toNanos();
    while (way.filter(under -> under.id.equals(id)).isPresent()) {
      long left = TimeUnit.NANOSECONDS.toMillis(until - System.nanoTime());
      if (left <= 0) {
        return false;
      }
      wait(left);
    }
    return true;
  }

  /** Whether a process of a run is there. */
  public synchronized boolean isAtWork() {
    return way.flatMap(under -> under.child).filter(WhatIfChild::isAlive).isPresent();
  }

  private synchronized void end(Optional<String> id, WhatIfState state) {
    Optional<Under> meant = way.filter(under -> id.isEmpty() || under.id.equals(id.get()));
    if (meant.isEmpty()) {
      return;
    }
    meant.get().ended = Optional.of(state);
    meant.get().child.ifPresent(WhatIfChild::close);
    try {
      await(meant.get().id, LEAVE_TIME);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** Forgets a run that is over. */
  synchronized void delete(String id) {
    if (runs.containsKey(id) && !runs.get(id).isRunning()) {
      runs.remove(id);
      Path folder = directory.resolve(id);
      try (Stream<Path> files = Files.walk(folder)) {
        for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
          Files.deleteIfExists(file);
        }
      } catch (IOException e) {
        throw new UncheckedIOException(folder + " cannot be deleted", e);
      }
    }
  }

  @Override
  public synchronized void close() {
    closed = true;
    end(Optional.empty(), WhatIfState.INTERRUPTED);
  }
}
