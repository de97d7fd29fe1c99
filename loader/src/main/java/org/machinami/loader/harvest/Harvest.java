package org.machinami.loader.harvest;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.machinami.loader.LoadException;
import org.machinami.loader.LoadException.Fault;
import org.machinami.loader.Progress;
import org.machinami.loader.egress.Egress;
import org.machinami.loader.gate.Completion;
import org.machinami.loader.gate.Description;
import org.machinami.loader.harvest.SourceMemory.Fate;
import org.machinami.loader.harvest.SourceMemory.Known;
import org.machinami.loader.harvest.identity.Identities;
import org.machinami.loader.harvest.remote.PageStore;
import org.machinami.loader.harvest.remote.PoliteClient;
import org.machinami.ontology.NamedGraphs;
import org.machinami.shapes.MetadataValidator;
import org.machinami.shapes.Outcome;
import org.machinami.shapes.Verdict;
import org.machinami.store.Store;
import org.machinami.store.disk.Disk;

/**
 * Takes a foreign catalogue, from a dump or from the web, into the store: one metadata graph and
 * one verdict for each dataset, committed in batches. The same again changes nothing. A source that
 * lacks or changes more of what it had than the recipe allows changes nothing either: what it would
 * do is kept in quarantine. An outage is not a deletion.
 */
public final class Harvest {
  /** Judging a dataset takes about as long as reading it three times. */
  private static final int JUDGING = 3;

  /** Another number, and what is remembered of sources was read by other rules. */
  private static final String RULES = "1";

  private final Optional<Store> store;
  private final String base;
  private final MetadataValidator validator;
  private final Progress progress;
  private final Optional<Outside> outside;

  /**
   * A harvest of dumps.
   *
   * @param store empty: nothing is written
   */
  public Harvest(
      Optional<Store> store, String base, MetadataValidator validator, Progress progress) {
    this(store, base, validator, progress, Optional.empty());
  }

  /** A harvest of dumps and of the web. */
  public Harvest(Store store, MetadataValidator validator, Progress progress, Outside outside) {
    this(Optional.of(store), store.base(), validator, progress, Optional.of(outside));
  }

  private Harvest(
      Optional<Store> store,
      String base,
      MetadataValidator validator,
      Progress progress,
      Optional<Outside> outside) {
    this.store = Objects.requireNonNull(store, "store");
    this.base = Objects.requireNonNull(base, "base");
    this.validator = Objects.requireNonNull(validator, "validator");
    this.progress = Objects.requireNonNull(progress, "progress");
    this.outside = outside;
  }

  /**
   * Harvests what has changed.
   *
   * @param from the folder in which a dump lies
   * @param agent who asked for it; stands in the commits
   * @throws LoadException as {@link #run(HarvestRecipe, Path, HarvestOptions)}
   */
  public HarvestReport run(HarvestRecipe recipe, Path from, String agent) {
    return run(recipe, from, HarvestOptions.by(agent));
  }

  /**
   * Harvests.
   *
   * @param from the folder in which a dump lies
   * @throws LoadException when the recipe is wrong or the source cannot be read to its end; nothing
   *     was committed then
   */
  public HarvestReport run(HarvestRecipe recipe, Path from, HarvestOptions options) {
    Description description = Description.read(recipe.folder(), base);
    Completion completion = new Completion(description, base);
    completion.addLinkedData();
    Verdict verdict = validator.validate(completion.graph(), description.iri());
    if (verdict.outcome() == Outcome.REFUSED) {
      throw new LoadException(
          Fault.FOLDER, "harvest.source-refused", recipe.folder(), Refusal.of(verdict).en());
    }
    if (recipe.kind() == SourceKind.DUMP) {
      Path dump = from.resolve(recipe.address());
      if (!Files.isRegularFile(dump)) {
        throw new LoadException(Fault.FOLDER, "harvest.no-dump", dump);
      }
    } else if (outside.isEmpty()) {
      throw new LoadException(Fault.FOLDER, "harvest.by-its-verb", recipe.folder());
    }
    SourceAdditions additions = SourceAdditions.read(recipe.folder(), base);
    Task task = new Task(recipe, from, options, description, completion, verdict, additions);
    if (store.isEmpty() || options.dryRun()) {
      return run(task);
    }
    SourceFolder folder = folder(store.get(), description.id());
    try (SourceFolder.Turn turn = folder.turn(description.id())) {
      Objects.requireNonNull(turn);
      return run(task);
    }
  }

  private record Task(
      HarvestRecipe recipe,
      Path from,
      HarvestOptions options,
      Description description,
      Completion completion,
      Verdict verdict,
      SourceAdditions additions) {}

  private static SourceFolder folder(Store store, String source) {
    return new SourceFolder(store.directory().path(), source);
  }

  private HarvestReport run(Task task) {
    long begin = System.nanoTime();
    Instant now = outside.map(Outside::clock).orElse(Clock.systemUTC()).instant();
    boolean dry = store.isEmpty() || task.options().dryRun();
    String source = task.description().id();
    String stamp =
        String.join(
                " ",
                RULES,
                validator.policy().version(),
                base,
                task.recipe().stamp(),
                task.additions().stamp())
            .strip();
    SourceMemory memory = memory(source, stamp);
    Predicate<Known> present = this::isHere;
    boolean keeps = !dry && RemoteSources.keepsRecords(task.recipe().kind());
    boolean recordsLost = keeps && !Files.exists(folder(store.orElseThrow(), source).records());
    boolean everything =
        task.options().full()
            || recordsLost
            || memory.full().plus(task.recipe().full()).isBefore(now)
            || !memory.records().values().stream().allMatch(present);
    RefusedLines refusedLines = new RefusedLines();
    boolean remote = task.recipe().kind() != SourceKind.DUMP;
    Path folder = dry ? temporary("pages") : folder(store.orElseThrow(), source).pages();
    Optional<PageStore> pages = remote ? Optional.of(PageStore.open(folder)) : Optional.empty();
    Optional<SourceRecords> records =
        keeps
            ? Optional.of(SourceRecords.open(folder(store.orElseThrow(), source).records()))
            : Optional.empty();
    try (Descriptions descriptions = Descriptions.in(temporary())) {
      DumpContents contents = new DumpContents(descriptions);
      SourceReading reading = new SourceReading(memory, everything, contents, present, records);
      long size = size(task);
      try (Progress.Task shown = progress.begin(source, (1 + JUDGING) * size)) {
        long statements = read(task, reading, pages, refusedLines, shown);
        reading.complete();
        double seconds = (System.nanoTime() - begin) / 1e9;
        UsedBlocks used = new UsedBlocks(descriptions.blocks());
        HarvestRun run = judge(task, reading, used, shown, size, dry);
        if (!dry) {
          records.ifPresent(SourceRecords::flush);
          SourceMemory fresh = run.memory(stamp, now);
          settle(task.recipe(), source, run, pages, fresh, now);
          if (!run.stopped()) {
            records.ifPresent(kept -> kept.settle(fresh.digests()));
          }
        }
        return run.report(
            statements,
            task.verdict(),
            refusedLines,
            run.stopped() || !reading.isWhole()
                ? Map.of()
                : Leftovers.count(descriptions, contents, used),
            seconds,
            (System.nanoTime() - begin) / 1e9);
      }
    } finally {
      records.ifPresent(SourceRecords::close);
      if (dry) {
        delete(folder);
      }
    }
  }

  private static long size(Task task) {
    return task.recipe().kind() == SourceKind.DUMP
        ? task.from().resolve(task.recipe().address()).toFile().length()
        : 1;
  }

  private SourceMemory memory(String source, String stamp) {
    SourceMemory memory =
        store
            .map(open -> SourceMemory.read(folder(open, source).memory()))
            .orElse(SourceMemory.none());
    return memory.stamp().equals(stamp) ? memory : SourceMemory.none();
  }

  /** Whether what became of a record is still as it was then. */
  private boolean isHere(Known known) {
    if (known.fate() == Fate.REFUSED) {
      return true;
    }
    Store open = store.orElseThrow();
    String metadata = new NamedGraphs(base).metadata(known.id());
    return open.states().find(metadata).isPresent()
        || (known.fate() == Fate.TAKEN && DatasetGate.isWithdrawn(open, metadata));
  }

  private long read(
      Task task,
      SourceReading reading,
      Optional<PageStore> pages,
      RefusedLines refusedLines,
      Progress.Task shown) {
    if (pages.isEmpty()) {
      Path dump = task.from().resolve(task.recipe().address());
      long statements = new DumpReader(dump, refusedLines, shown::advance).read(reading.contents());
      reading.whole();
      return statements;
    }
    try (Egress egress = Egress.open(outside.orElseThrow().limits())) {
      RemoteSources.of(task.recipe(), outside.orElseThrow(), egress, pages.get()).read(reading);
      return reading.statements();
    } catch (LoadException e) {
      if (!PoliteClient.canGoOnAfter(e)) {
        pages.get().distrust();
      }
      throw e;
    }
  }

  private HarvestRun judge(
      Task task,
      SourceReading reading,
      UsedBlocks used,
      Progress.Task shown,
      long size,
      boolean dry) {
    HarvestRecipe recipe = task.recipe();
    String source = task.description().id();
    UnaryOperator<String> before =
        recipe.moved().<UnaryOperator<String>>map(moved -> moved::before).orElse(name -> name);
    ForeignNames names = new ForeignNames(base, source, before);
    AddedFacts facts = new AddedFacts(names, recipe.sector(), task.additions());
    Optional<SourceCatalogue> catalogue =
        store.map(open -> new SourceCatalogue(open, task.description()));
    Optional<Identities> identities =
        store.map(open -> new Identities(open, () -> catalogue.orElseThrow().listed()));
    DumpContents contents = reading.contents();
    HarvestRun run =
        new HarvestRun(
            store,
            dry,
            base,
            source,
            recipe,
            task.options().agent(),
            validator.policy(),
            reading,
            names);
    try (JudgedDatasets judged =
        new JudgedDatasets(
            contents.datasets(),
            () ->
                new DatasetGate(
                    store,
                    dry,
                    base,
                    validator,
                    new DatasetAssembler(
                        contents, used, names, facts, reading::stands, reading::notMapped),
                    contents,
                    reading.memory(),
                    identities))) {
      long step = JUDGING * size / Math.max(1, contents.datasets().size());
      run.take(
          judged,
          () -> shown.advance(step),
          catalogue,
          list -> list.describe(task.completion(), task.verdict(), validator.policy()));
    }
    return run;
  }

  /** What is kept beside the ledger for the next run. */
  private void settle(
      HarvestRecipe recipe,
      String source,
      HarvestRun run,
      Optional<PageStore> pages,
      SourceMemory memory,
      Instant now) {
    Store open = store.orElseThrow();
    if (run.stopped()) {
      run.quarantine(now).keep(open, memory);
      // The next run is to look at all of it anew.
      pages.ifPresent(PageStore::clear);
      return;
    }
    memory.write(folder(open, source).memory());
    Quarantine.discard(open, source);
    if (RemoteSources.keepsPages(recipe.kind())) {
      pages.ifPresent(PageStore::settle);
    } else {
      pages.ifPresent(PageStore::clear);
    }
  }

  private Path temporary() {
    if (store.isPresent()) {
      Path directory = store.get().directory().temporary();
      Disk.createDirectories(directory);
      return directory;
    }
    return Path.of(System.getProperty("java.io.tmpdir"));
  }

  private Path temporary(String name) {
    try {
      return Files.createTempDirectory(temporary(), name);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void delete(Path folder) {
    try (Stream<Path> files = Files.walk(folder)) {
      files.sorted(java.util.Comparator.reverseOrder()).forEach(Disk::deleteQuietly);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
