package org.machinami.web.harvest;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.machinami.loader.LoadException;
import org.machinami.loader.Progress;
import org.machinami.loader.egress.EgressLimits;
import org.machinami.loader.gate.Description;
import org.machinami.loader.harvest.Harvest;
import org.machinami.loader.harvest.HarvestOptions;
import org.machinami.loader.harvest.HarvestRecipe;
import org.machinami.loader.harvest.HarvestReport;
import org.machinami.loader.harvest.HarvestReport.Note;
import org.machinami.loader.harvest.Outside;
import org.machinami.loader.harvest.Quarantine;
import org.machinami.loader.harvest.remote.Pause;
import org.machinami.loader.policy.PolicyOfToday;
import org.machinami.store.Store;
import org.machinami.web.records.Records;
import org.machinami.web.request.RequestIds;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Runs harvests, by schedule and when somebody asks, and keeps what became of them. Thread-safe.
 */
public final class Harvests implements AutoCloseable {
  private static final Logger log = LoggerFactory.getLogger(Harvests.class);
  private static final int LOOK_SECONDS = 30;
  private static final int RUNS_LOOKED_AT = 20;
  private static final Note NOTHING = new Note("", "");

  private final Store store;
  private final HarvestRecords runs;
  private final EgressLimits limits;
  private final Map<String, String> environment;
  private final Optional<Path> recipes;
  private final Clock clock;
  private final Instant since;
  private final Set<String> running = ConcurrentHashMap.newKeySet();
  private final Map<String, DryRun> dryRuns = new ConcurrentHashMap<>();
  private final ScheduledExecutorService thread =
      Executors.newSingleThreadScheduledExecutor(
          task -> {
            Thread made = new Thread(task, "harvests");
            made.setDaemon(true);
            return made;
          });

  /**
   * @param limits of what sources may be asked for
   * @param environment variables that may hold secrets of sources
   * @param recipes folder of the recipes that are run by schedule and from the desk
   */
  public Harvests(
      Store store,
      Records records,
      EgressLimits limits,
      Map<String, String> environment,
      Optional<Path> recipes,
      Clock clock) {
    this.store = store;
    this.runs = new HarvestRecords(records);
    this.limits = limits;
    this.environment = Map.copyOf(environment);
    this.recipes = recipes;
    this.clock = clock;
    this.since = clock.instant();
  }

  /** Looks from now on whether something is due. */
  public Harvests schedule() {
    if (recipes.isPresent()) {
      var looking = thread.scheduleWithFixedDelay(this::look, 0, LOOK_SECONDS, TimeUnit.SECONDS);
      log.debug("The schedule of harvests is looked at: {}", !looking.isDone());
    }
    return this;
  }

  HarvestRecords runs() {
    return runs;
  }

  Set<String> running() {
    return running;
  }

  Store store() {
    return store;
  }

  /** The sources that there are recipes for, by id. */
  List<HarvestSource> sources() {
    if (recipes.isEmpty() || !Files.isDirectory(recipes.get())) {
      return List.of();
    }
    try (Stream<Path> folders = Files.list(recipes.get())) {
      return folders.filter(SourceTask::isIn).sorted().map(this::source).toList();
    } catch (IOException e) {
      log.warn("The recipes in {} cannot be listed", recipes.get(), e);
      return List.of();
    }
  }

  private HarvestSource source(Path folder) {
    String id = String.valueOf(folder.getFileName());
    try {
      SourceTask task = SourceTask.read(folder);
      id = Description.read(folder, store.base()).id();
      due(id, task);
      return new HarvestSource(id, folder, Optional.of(task), "", "");
    } catch (LoadException e) {
      return new HarvestSource(
          id, folder, Optional.empty(), e.text(Locale.JAPANESE), e.text(Locale.ENGLISH));
    } catch (IllegalArgumentException e) {
      String said = folder + ": schedule: " + e.getMessage();
      return new HarvestSource(id, folder, Optional.empty(), said, said);
    }
  }

  private Optional<Due> due(String id, SourceTask task) {
    ZoneId zone = org.machinami.web.language.Messages.CITY;
    return task.schedule().map(text -> new Due(id, text, task.jitter(), zone));
  }

  /** When a source is run by itself; empty when it is not. */
  Optional<Instant> next(HarvestSource source) {
    List<HarvestRunRecord> latest = runs.runs(source.id(), RUNS_LOOKED_AT);
    Instant after = latest.isEmpty() ? since : latest.get(0).started();
    int failures = (int) latest.stream().takeWhile(run -> run.ending() == Ending.FAILED).count();
    return source
        .task()
        .flatMap(task -> due(source.id(), task))
        .flatMap(due -> due.next(after, failures));
  }

  /** Runs what is due. */
  void look() {
    try {
      for (HarvestSource source : sources()) {
        boolean due = next(source).filter(time -> !time.isAfter(clock.instant())).isPresent();
        // What waits in quarantine waits for a person.
        if (due && Quarantine.find(store, source.id()).isEmpty()) {
          runQuietly(source, Cause.SCHEDULE, "machinami schedule");
        }
      }
    } catch (RuntimeException | Error e) {
      log.warn("The schedule of harvests could not be looked at", e);
    }
  }

  /** Runs a source in the background; false when it is run already. */
  boolean start(HarvestSource source, String agent) {
    if (!running.add(source.id())) {
      return false;
    }
    thread.execute(() -> runQuietly(source, Cause.DESK, agent));
    return true;
  }

  /** Tries a source out in the background; false when it is run already. */
  boolean startDry(HarvestSource source, HarvestRecipe recipe, String agent) {
    if (!running.add(source.id())) {
      return false;
    }
    thread.execute(() -> dry(source, recipe, agent));
    return true;
  }

  private void dry(HarvestSource source, HarvestRecipe recipe, String agent) {
    Instant started = clock.instant();
    try {
      HarvestOptions options = new HarvestOptions(agent, true, false);
      HarvestReport report = harvest(recipe, source.folder(), options, Progress.none());
      dryRuns.put(source.id(), DryRun.of(started, report));
    } catch (RuntimeException | Error e) {
      log.warn("The dry run of {} has failed", source.id(), e);
      dryRuns.put(source.id(), DryRun.failed(started, e));
    } finally {
      running.remove(source.id());
    }
  }

  /** What somebody has tried out since the last run. */
  Optional<DryRun> findDryRun(String source) {
    return Optional.ofNullable(dryRuns.get(source));
  }

  private void runQuietly(HarvestSource source, Cause cause, String agent) {
    running.add(source.id());
    try {
      if (source.task().orElseThrow() instanceof SourceTask.Catalogue catalogue) {
        run(
            source.id(),
            catalogue.recipe(),
            source.folder(),
            HarvestOptions.by(agent),
            cause,
            Progress.none());
      } else if (source.task().orElseThrow() instanceof SourceTask.Folder folder) {
        load(source.id(), folder, cause, agent);
      }
    } catch (LoadException e) {
      log.warn("The harvest of {} has failed: {}", source.id(), e.getMessage());
    } catch (RuntimeException | Error e) {
      log.warn("The harvest of {} has failed", source.id(), e);
    } finally {
      running.remove(source.id());
    }
  }

  /**
   * Runs a source and keeps what became of it; a dry run is not kept.
   *
   * @throws LoadException as {@link Harvest#run(HarvestRecipe, Path, HarvestOptions)}
   */
  public HarvestReport run(
      String source,
      HarvestRecipe recipe,
      Path from,
      HarvestOptions options,
      Cause cause,
      Progress progress) {
    Instant started = clock.instant();
    running.add(source);
    try {
      HarvestReport report = harvest(recipe, from, options, progress);
      if (!options.dryRun()) {
        dryRuns.remove(source);
        Note said = report.stopped().map(Note::of).orElse(NOTHING);
        runs.add(
            new HarvestRunRecord(
                RequestIds.next(),
                source,
                started,
                clock.instant(),
                cause,
                options.agent(),
                Ending.of(report),
                report.datasets(),
                report.added(),
                report.changed(),
                report.unchanged(),
                report.deleted(),
                report.refusedCount(),
                report.links().size(),
                said),
            HarvestLine.of(report));
      }
      return report;
    } catch (RuntimeException | Error e) {
      if (!options.dryRun()) {
        keep(source, started, cause, options.agent(), Ending.FAILED, Note.of(e));
      }
      throw e;
    } finally {
      running.remove(source);
    }
  }

  private HarvestReport harvest(
      HarvestRecipe recipe, Path from, HarvestOptions options, Progress progress) {
    return new Harvest(store, PolicyOfToday.of(store).judge().validator(), progress, outside())
        .run(recipe, from, options);
  }

  private Outside outside() {
    return new Outside(limits, environment, Pause.sleeping(), clock);
  }

  /** Loads the folder of a dataset and keeps what became of it. */
  private void load(String dataset, SourceTask.Folder folder, Cause cause, String agent) {
    Instant started = clock.instant();
    try {
      FolderLoad.Done done = new FolderLoad(store, this::outside).load(folder, agent);
      boolean committed = done.ending() == Ending.COMMITTED;
      runs.add(
          new HarvestRunRecord(
              RequestIds.next(),
              dataset,
              started,
              clock.instant(),
              cause,
              agent,
              done.ending(),
              1,
              committed && done.isNew() ? 1 : 0,
              committed && !done.isNew() ? 1 : 0,
              done.ending() == Ending.UNCHANGED ? 1 : 0,
              0,
              done.refused() ? 1 : 0,
              0,
              new HarvestLine(HarvestLine.Kind.NOTE, "", "", done.said()).said()),
          List.of());
    } catch (RuntimeException | Error e) {
      Note said = Note.of(e);
      keep(dataset, started, cause, agent, Ending.FAILED, said);
      throw e;
    }
  }

  private void keep(
      String source, Instant started, Cause cause, String agent, Ending ending, Note said) {
    runs.add(
        new HarvestRunRecord(
            RequestIds.next(),
            source,
            started,
            clock.instant(),
            cause,
            agent,
            ending,
            0,
            0,
            0,
            0,
            0,
            0,
            0,
            new HarvestLine(HarvestLine.Kind.NOTE, "", "", said).said()),
        List.of());
  }

  /** Commits exactly what is in quarantine. */
  public Quarantine.Release release(
      Quarantine quarantine, Cause cause, String agent, String reason) {
    Instant started = clock.instant();
    Quarantine.Release release = quarantine.release(store, agent, reason);
    keep(quarantine.source(), started, cause, agent, Ending.RELEASED, new Note(reason, reason));
    return release;
  }

  /** Throws away what is in quarantine. */
  public void discard(String source, Cause cause, String agent, String reason) {
    Quarantine.discard(store, source);
    keep(source, clock.instant(), cause, agent, Ending.DISCARDED, new Note(reason, reason));
  }

  /** All sources that anything is known of, by id. */
  List<String> known() {
    List<String> all = new ArrayList<>(runs.sources());
    sources().stream().map(HarvestSource::id).filter(id -> !all.contains(id)).forEach(all::add);
    all.sort(null);
    return all;
  }

  @Override
  public void close() {
    thread.shutdownNow();
    try {
      if (!thread.awaitTermination(10, TimeUnit.SECONDS)) {
        log.warn("A harvest did not end; it goes on from the pages that it has");
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
