package org.machinami.loader.harvest;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import java.util.Optional;
import org.machinami.loader.LoadException;
import org.machinami.loader.LoadException.Fault;
import org.machinami.loader.Progress;
import org.machinami.loader.gate.Completion;
import org.machinami.loader.gate.Description;
import org.machinami.shapes.MetadataValidator;
import org.machinami.shapes.Outcome;
import org.machinami.shapes.Verdict;
import org.machinami.store.Store;
import org.machinami.store.disk.Disk;

/**
 * Takes a foreign catalogue from a dump into the store: one metadata graph and one verdict for each
 * dataset, committed in batches. The same dump again changes nothing. A dump that lacks or changes
 * more of what the source had than the recipe allows changes nothing either: an outage is not a
 * deletion.
 */
public final class Harvest {
  /** Judging a dataset takes about as long as reading it three times. */
  private static final int JUDGING = 3;

  private final Optional<Store> store;
  private final String base;
  private final MetadataValidator validator;
  private final Progress progress;

  /**
   * @param store empty: nothing is written
   */
  public Harvest(
      Optional<Store> store, String base, MetadataValidator validator, Progress progress) {
    this.store = Objects.requireNonNull(store, "store");
    this.base = Objects.requireNonNull(base, "base");
    this.validator = Objects.requireNonNull(validator, "validator");
    this.progress = Objects.requireNonNull(progress, "progress");
  }

  /**
   * Harvests.
   *
   * @param from the folder in which the dump lies
   * @param agent who asked for it; stands in the commits
   * @throws LoadException when the recipe is wrong or the dump cannot be read to its end; nothing
   *     was committed then
   */
  public HarvestReport run(HarvestRecipe recipe, Path from, String agent) {
    long begin = System.nanoTime();
    Path dump = from.resolve(recipe.dump());
    if (!Files.isRegularFile(dump)) {
      throw new LoadException(Fault.FOLDER, "harvest.no-dump", dump);
    }
    Description description = Description.read(recipe.folder(), base);
    Completion completion = new Completion(description, base);
    completion.addLinkedData();
    Verdict verdict = validator.validate(completion.graph(), description.iri());
    if (verdict.outcome() == Outcome.REFUSED) {
      throw new LoadException(
          Fault.FOLDER, "harvest.source-refused", recipe.folder(), Refusal.of(verdict).en());
    }
    RefusedLines refusedLines = new RefusedLines();
    long size = dump.toFile().length();
    try (Descriptions descriptions = Descriptions.in(temporary());
        Progress.Task task = progress.begin(description.id(), (1 + JUDGING) * size)) {
      DumpContents contents = new DumpContents(descriptions);
      long statements = new DumpReader(dump, refusedLines, task::advance).read(contents);
      contents.complete();
      double reading = (System.nanoTime() - begin) / 1e9;
      UsedBlocks used = new UsedBlocks(descriptions.blocks());
      ForeignNames names = new ForeignNames(base, description.id());
      AddedFacts facts = new AddedFacts(names, recipe.sector());
      HarvestRun run =
          new HarvestRun(
              store, base, description.id(), recipe, agent, validator.policy(), contents, names);
      try (JudgedDatasets judged =
          new JudgedDatasets(
              contents.datasets(),
              () ->
                  new DatasetGate(
                      store,
                      base,
                      validator,
                      new DatasetAssembler(contents, used, names, facts)))) {
        long step = JUDGING * size / Math.max(1, contents.datasets().size());
        run.take(
            judged,
            () -> task.advance(step),
            store.map(open -> new SourceCatalogue(open, description)),
            catalogue -> catalogue.describe(completion, verdict, validator.policy()));
      }
      return run.report(
          statements,
          verdict,
          refusedLines,
          run.stopped() ? java.util.Map.of() : Leftovers.count(descriptions, contents, used),
          reading,
          (System.nanoTime() - begin) / 1e9);
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
}
