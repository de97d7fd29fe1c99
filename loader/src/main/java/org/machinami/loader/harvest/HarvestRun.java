package org.machinami.loader.harvest;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import org.machinami.loader.LoadException;
import org.machinami.loader.LoadException.Fault;
import org.machinami.loader.OwnCommit;
import org.machinami.loader.decision.Refusals;
import org.machinami.ontology.NamedGraphs;
import org.machinami.shapes.Policy;
import org.machinami.shapes.Verdict;
import org.machinami.store.Store;
import org.machinami.store.ledger.CommitRequest;
import org.machinami.store.ledger.GraphChange;

/**
 * One harvest's bookkeeping: what is new, changed, unchanged, gone or refused, whether that is more
 * than the recipe allows, and the commits. Not thread-safe.
 */
final class HarvestRun {
  private static final int DATASETS_OF_A_COMMIT = 1000;
  private static final int GRAPHS_OF_A_COMMIT = 2 * DATASETS_OF_A_COMMIT;
  private static final int REFUSALS_KEPT = 1000;

  private final Optional<Store> store;
  private final NamedGraphs graphs;
  private final String source;
  private final HarvestRecipe recipe;
  private final String agent;
  private final DumpContents contents;
  private final ForeignNames names;
  private final Optional<Refusals> refusals;

  private Set<String> before = Set.of();
  private Set<String> listed = Set.of();
  private final Set<String> announced = new TreeSet<>();
  private Optional<GraphChange> announcement = Optional.empty();
  private final Set<String> taken = new HashSet<>();
  private final List<GraphChange> pending = new ArrayList<>();
  private final List<HarvestReport.RefusedDataset> refused = new ArrayList<>();
  private int admitted;
  private int warned;
  private int refusedCount;
  private int added;
  private int changed;
  private int unchanged;
  private int deleted;
  private int commits;
  private long triples;
  private OptionalLong sequence = OptionalLong.empty();
  private Optional<LoadException> stopped = Optional.empty();

  HarvestRun(
      Optional<Store> store,
      String base,
      String source,
      HarvestRecipe recipe,
      String agent,
      Policy policy,
      DumpContents contents,
      ForeignNames names) {
    this.store = store;
    this.graphs = new NamedGraphs(base);
    this.source = source;
    this.recipe = recipe;
    this.agent = agent;
    this.contents = contents;
    this.names = names;
    this.refusals = store.map(open -> new Refusals(open, policy, agent));
  }

  boolean stopped() {
    return stopped.isPresent();
  }

  void take(
      JudgedDatasets judged,
      Runnable step,
      Optional<SourceCatalogue> catalogue,
      Function<SourceCatalogue, List<GraphChange>> description) {
    catalogue.ifPresent(list -> announce(list, description));
    while (stopped.isEmpty() && judged.hasNext()) {
      add(judged.next());
      step.run();
      // What the source had before is only touched when the whole of it is known.
      if (before.isEmpty() && pending.size() >= GRAPHS_OF_A_COMMIT) {
        commit(pending.size());
      }
    }
    if (stopped.isEmpty()) {
      catalogue.ifPresent(this::finish);
    }
  }

  /**
   * Prepares the list of what will be here, to go with the first commit. What it names may be
   * absent for a moment; but what is here is never missing in it, even when the harvest is cut off.
   */
  private void announce(
      SourceCatalogue catalogue, Function<SourceCatalogue, List<GraphChange>> description) {
    listed = catalogue.listed();
    before = catalogue.present(listed);
    Set<String> coming = coming();
    checkLimit(missing(coming).size());
    if (stopped.isPresent()) {
      return;
    }
    pending.addAll(description.apply(catalogue));
    announced.addAll(listed);
    announced.addAll(coming);
    if (!announced.equals(listed)) {
      announcement = catalogue.list(announced);
    }
  }

  private Set<String> coming() {
    Set<String> ids = new TreeSet<>();
    for (int dataset : contents.datasets()) {
      String subject = contents.subjectOf(dataset);
      if (subject.charAt(0) == '<') {
        ids.add(names.datasetId(subject.substring(1, subject.length() - 1)));
      }
    }
    return ids;
  }

  private void add(DatasetGate.Judged judged) {
    if (judged instanceof DatasetGate.Refused refusal) {
      if (before.contains(refusal.id())) {
        taken.add(refusal.id()); // The description admitted before stays.
      }
      refuse(refusal.foreign(), refusal.reason());
      Optional<String> id = Optional.of(refusal.id()).filter(known -> !known.isEmpty());
      refusals.ifPresent(
          open -> open.gather(id, refusal.foreign(), refusal.verdict(), refusal.description()));
    } else if (judged instanceof DatasetGate.Taken dataset) {
      if (taken.add(dataset.id())) {
        add(dataset);
      } else {
        refuse(dataset.id(), Refusal.of("harvest.same-id", dataset.id()));
      }
    }
  }

  private void add(DatasetGate.Taken dataset) {
    admitted += dataset.warnings() ? 0 : 1;
    warned += dataset.warnings() ? 1 : 0;
    triples += dataset.triples();
    int size = pending.size();
    if (store.isPresent() && dataset.written().isPresent()) {
      DatasetGate.Written written = dataset.written().get();
      Changes.unlessPresent(store.get(), graphs.metadata(dataset.id()), written.metadata())
          .ifPresent(pending::add);
      Changes.unlessPresent(store.get(), graphs.verdict(dataset.id()), written.verdict())
          .ifPresent(pending::add);
    }
    if (before.contains(dataset.id())) {
      if (size == pending.size()) {
        unchanged++;
      } else {
        changed++;
        checkLimit(changed);
      }
    } else {
      added++;
    }
  }

  private void refuse(String dataset, Refusal reason) {
    refusedCount++;
    if (refused.size() < REFUSALS_KEPT) {
      refused.add(new HarvestReport.RefusedDataset(dataset, reason.ja(), reason.en()));
    }
  }

  private Set<String> missing(Set<String> ids) {
    Set<String> missing = new TreeSet<>(before);
    missing.removeAll(ids);
    return missing;
  }

  private void checkLimit(int touched) {
    if (!before.isEmpty() && touched > recipe.limit() * before.size()) {
      stopped =
          Optional.of(
              new LoadException(
                  Fault.DATA,
                  "harvest.stopped",
                  touched,
                  before.size(),
                  source,
                  recipe.limit(),
                  recipe.folder().resolve(HarvestRecipe.FILE)));
    }
  }

  private void finish(SourceCatalogue catalogue) {
    Set<String> gone = missing(taken);
    checkLimit(gone.size() + changed);
    if (stopped.isPresent()) {
      return;
    }
    while (!pending.isEmpty()) {
      commit(Math.min(pending.size(), GRAPHS_OF_A_COMMIT));
    }
    deleted = gone.size();
    for (String id : gone) {
      for (String graph : List.of(graphs.metadata(id), graphs.verdict(id), graphs.data(id))) {
        Changes.deletionIfPresent(store.orElseThrow(), graph).ifPresent(pending::add);
      }
    }
    if (!taken.equals(announcement.isPresent() ? listed : announced)) {
      catalogue.list(new TreeSet<>(taken)).ifPresent(pending::add);
    }
    announcement = Optional.empty();
    while (!pending.isEmpty()) {
      commit(Math.min(pending.size(), GRAPHS_OF_A_COMMIT));
    }
    refusals.orElseThrow().commit(source);
  }

  private void commit(int size) {
    List<GraphChange> batch = new ArrayList<>(pending.subList(0, size));
    pending.subList(0, size).clear();
    announcement.ifPresent(batch::add);
    announcement = Optional.empty();
    boolean deletes = batch.stream().anyMatch(change -> change.version().isEmpty());
    String reason =
        OwnCommit.HARVEST.reason(source)
            + (deletes ? "; the source no longer has what is deleted" : "");
    sequence =
        OptionalLong.of(
            store
                .orElseThrow()
                .commit(
                    new CommitRequest(
                        agent, OwnCommit.HARVEST.activity(), reason, Optional.empty(), batch))
                .sequence());
    commits++;
  }

  HarvestReport report(
      long statements,
      Verdict verdict,
      RefusedLines refusedLines,
      Map<String, HarvestReport.Unreached> unreached,
      double reading,
      double seconds) {
    return new HarvestReport(
        source,
        statements,
        contents.datasets().size(),
        admitted,
        warned,
        verdict,
        refused,
        refusedCount,
        added,
        changed,
        unchanged,
        deleted,
        triples,
        contents.superseded(),
        unreached,
        refusedLines.kept(),
        refusedLines.count(),
        commits,
        sequence,
        stopped,
        reading,
        seconds);
  }
}
