package org.machinami.web.harvest;

import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.machinami.loader.DatasetReport;
import org.machinami.loader.LoadException;
import org.machinami.loader.LoadException.Fault;
import org.machinami.loader.LoadOptions;
import org.machinami.loader.Loader;
import org.machinami.loader.OwnCommit;
import org.machinami.loader.Progress;
import org.machinami.loader.Recipe;
import org.machinami.loader.ReportText;
import org.machinami.loader.VocabularyLoader;
import org.machinami.loader.gate.Description;
import org.machinami.loader.harvest.HarvestReport.Note;
import org.machinami.loader.harvest.Outside;
import org.machinami.loader.policy.PolicyOfToday;
import org.machinami.ontology.NamedGraphs;
import org.machinami.store.Store;
import org.machinami.store.state.GraphState;

/**
 * Loads the folder of a dataset with nobody looking. What somebody has changed or withdrawn at the
 * desk since then is not taken back.
 */
final class FolderLoad {
  private static final Set<String> LOADS = Set.of(OwnCommit.LOAD.activity(), Loader.OVERRIDE);

  private final Store store;
  private final Supplier<Outside> outside;

  FolderLoad(Store store, Supplier<Outside> outside) {
    this.store = store;
    this.outside = outside;
  }

  /**
   * What became of it.
   *
   * @param isNew whether the dataset was not here before
   * @param said why it ended so; empty where it went through
   */
  record Done(Ending ending, boolean isNew, boolean refused, Note said) {}

  /**
   * Loads.
   *
   * @throws LoadException when somebody has changed the dataset at the desk, or withdrawn it
   */
  Done load(SourceTask.Folder task, String agent) {
    String id = Description.read(task.folder(), store.base()).id();
    String description = new NamedGraphs(store.base()).metadata(id);
    boolean isNew = store.states().find(description).isEmpty();
    if (store.states().latest(description).filter(state -> !isLoaded(state)).isPresent()) {
      throw new LoadException(Fault.DATA, "load.changed-since", id, task.folder());
    }
    new VocabularyLoader(store).load(agent);
    DatasetReport report =
        new Loader(store, PolicyOfToday.of(store).judge().validator(), Progress.none())
            .reaching(outside)
            .load(Recipe.read(task.folder()), Optional.empty(), new LoadOptions(false, agent))
            .datasets()
            .get(0);
    Ending ending =
        switch (report.outcome()) {
          case COMMITTED -> Ending.COMMITTED;
          case UNCHANGED, VALID -> Ending.UNCHANGED;
          case REFUSED, FAILED -> Ending.FAILED;
        };
    return new Done(
        ending,
        isNew,
        report.outcome() == DatasetReport.Outcome.REFUSED,
        ending == Ending.FAILED
            ? new Note(text(report, Locale.JAPANESE), text(report, Locale.ENGLISH))
            : new Note("", ""));
  }

  /** Whether the description came by a load, and nobody has done anything with it since. */
  private boolean isLoaded(GraphState description) {
    String activity = store.ledger().read(description.sequence() - 1, 1).get(0).activity();
    return LOADS.contains(activity);
  }

  private static String text(DatasetReport report, Locale locale) {
    return String.join("\n", new ReportText(locale).lines(report));
  }
}
