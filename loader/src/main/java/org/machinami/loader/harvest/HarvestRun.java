package org.machinami.loader.harvest;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import org.machinami.loader.LoadException;
import org.machinami.loader.decision.Refusals;
import org.machinami.loader.harvest.SourceMemory.Fate;
import org.machinami.loader.harvest.SourceMemory.Known;
import org.machinami.loader.harvest.identity.How;
import org.machinami.loader.harvest.identity.Likeness;
import org.machinami.loader.harvest.remote.ForeignRecord;
import org.machinami.ontology.NamedGraphs;
import org.machinami.shapes.Policy;
import org.machinami.shapes.Verdict;
import org.machinami.store.Store;
import org.machinami.store.ledger.GraphChange;

/**
 * One harvest's bookkeeping: what is new, changed, unchanged, gone, linked or refused, and the
 * commits or the quarantine that follow. Not thread-safe.
 */
final class HarvestRun {
  private static final HarvestReport.RefusedDataset NOT_REFUSED =
      new HarvestReport.RefusedDataset("", "", "", List.of());

  private final Optional<Store> store;
  private final boolean dry;
  private final NamedGraphs graphs;
  private final String source;
  private final HarvestRecipe recipe;
  private final Policy policy;
  private final SourceReading reading;
  private final DumpContents contents;
  private final ForeignNames names;
  private final Optional<Refusals> refusals;
  private final Optional<PendingChanges> changes;
  private final RunNotes notes = new RunNotes();

  private Set<String> before = Set.of();
  private Set<String> listed = Set.of();
  private Set<String> announced = Set.of();
  private final Set<String> met = new HashSet<>();
  private final Set<String> taken = new HashSet<>();
  private final Set<String> gone = new TreeSet<>();
  private final Map<String, Known> remembered = new HashMap<>();
  private int admitted;
  private int warned;
  private int added;
  private int changed;
  private int unchanged;
  private int deleted;
  private long triples;
  private Optional<LoadException> stopped = Optional.empty();

  HarvestRun(
      Optional<Store> store,
      boolean dry,
      String base,
      String source,
      HarvestRecipe recipe,
      String agent,
      Policy policy,
      SourceReading reading,
      ForeignNames names) {
    this.store = store;
    this.dry = dry;
    this.graphs = new NamedGraphs(base);
    this.source = source;
    this.recipe = recipe;
    this.policy = policy;
    this.reading = reading;
    this.contents = reading.contents();
    this.names = names;
    Optional<Store> written = store.filter(open -> !dry);
    this.refusals = written.map(open -> new Refusals(open, policy, agent));
    this.changes = written.map(open -> new PendingChanges(open, source, agent));
  }

  boolean stopped() {
    return stopped.isPresent();
  }

  void take(
      JudgedDatasets judged,
      Runnable step,
      Optional<SourceCatalogue> catalogue,
      Function<SourceCatalogue, List<GraphChange>> description) {
    reading.refusedRecords().values().forEach(this::refuseUnread);
    catalogue.ifPresent(list -> announce(list, description));
    carryOver();
    boolean first = before.isEmpty() && !dry;
    while (judged.hasNext()) {
      add(judged.next());
      step.run();
      // What the source had before is only touched when the whole of it is known.
      if (first) {
        changes.ifPresent(PendingChanges::commitWhenFull);
      }
    }
    catalogue.ifPresent(this::finish);
  }

  /**
   * Prepares the list of what will be here, to go with the first commit. What it names may be
   * absent for a moment; but what is here is never missing in it, even when the harvest is cut off.
   */
  private void announce(
      SourceCatalogue catalogue, Function<SourceCatalogue, List<GraphChange>> description) {
    listed = catalogue.listed();
    before = catalogue.present(listed);
    if (dry) {
      return;
    }
    description.apply(catalogue).forEach(changes.orElseThrow()::add);
    announced = new TreeSet<>(listed);
    for (int dataset : contents.datasets()) {
      contents.foreign(dataset).map(names::datasetId).ifPresent(announced::add);
    }
    if (!announced.equals(listed)) {
      changes.orElseThrow().announce(catalogue.list(announced, List.of()));
    }
  }

  /** What was not read since it is as it was, or since only what has changed was told. */
  private void carryOver() {
    Set<String> read = new HashSet<>(reading.refusedRecords().keySet());
    contents.datasets().forEach(dataset -> contents.foreign(dataset).ifPresent(read::add));
    for (Map.Entry<String, Known> record : reading.memory().records().entrySet()) {
      String foreign = record.getKey();
      boolean told =
          reading.sameRecords().contains(foreign)
              || (!reading.isWhole() && !reading.goneRecords().contains(foreign));
      if (told && !read.contains(foreign)) {
        stay(foreign, record.getValue());
      }
    }
    if (!reading.isWhole()) {
      taken.addAll(before);
      for (String foreign : reading.goneRecords()) {
        String id = reading.memory().find(foreign).map(Known::id).orElse("");
        taken.remove(id.isEmpty() ? names.datasetId(foreign) : id);
      }
    }
  }

  private void stay(String foreign, Known known) {
    remembered.put(foreign, known);
    switch (known.fate()) {
      case TAKEN -> {
        if (before.contains(known.id())) {
          taken.add(known.id());
          unchanged++;
        }
      }
      case REFUSED -> {
        notes.refuse(known.refusal());
        keep(known.id());
      }
      case LINKED -> {
        How how = How.valueOf(known.how());
        notes.link(foreign, new Likeness(known.id(), how));
      }
    }
  }

  /** The description admitted before stays, whatever came instead. */
  private void keep(String id) {
    if (before.contains(id)) {
      taken.add(id);
    }
  }

  private void add(DatasetGate.Judged judged) {
    if (judged instanceof DatasetGate.Taken dataset) {
      if (met.add(dataset.id())) {
        taken.add(dataset.id());
        add(dataset);
      } else {
        notes.refuse(Refusal.of("harvest.same-id", dataset.id()).of(dataset.foreign(), List.of()));
      }
    } else if (judged instanceof DatasetGate.Same same) {
      remember(same.foreign(), same.known());
      if (same.known().fate() == Fate.REFUSED) {
        notes.refuse(same.known().refusal());
        keep(same.id());
      } else {
        met.add(same.id());
        taken.add(same.id());
        unchanged++;
      }
    } else if (judged instanceof DatasetGate.Linked linked) {
      notes.link(linked.foreign(), linked.likeness());
      remember(
          linked.foreign(),
          new Known(
              "",
              "",
              linked.content(),
              linked.likeness().id(),
              0,
              Fate.LINKED,
              linked.likeness().how().name(),
              NOT_REFUSED));
    } else if (judged instanceof DatasetGate.KeptOut out) {
      notes.note(Refusal.of("harvest.note.withdrawn", out.id()));
      remember(out.foreign(), new Known("", "", 0, out.id(), 0, Fate.TAKEN, "", NOT_REFUSED));
    } else if (judged instanceof DatasetGate.Refused refusal) {
      add(refusal);
    }
  }

  private void add(DatasetGate.Refused refusal) {
    keep(refusal.id());
    List<String> clauses =
        refusal.verdict().map(found -> Refusal.clauses(found, policy)).orElse(List.of());
    HarvestReport.RefusedDataset reason = refusal.reason().of(refusal.foreign(), clauses);
    notes.refuse(reason);
    remember(
        refusal.foreign(),
        new Known("", "", refusal.content(), refusal.id(), 0, Fate.REFUSED, "", reason));
    Optional<String> id = Optional.of(refusal.id()).filter(known -> !known.isEmpty());
    refusals.ifPresent(
        open -> open.gather(id, refusal.foreign(), refusal.verdict(), refusal.description()));
  }

  /** With what the source said of the record. */
  private void remember(String foreign, Known known) {
    Optional<ForeignRecord> record = reading.taken(foreign);
    Optional<Known> old = reading.memory().find(foreign);
    remembered.put(
        foreign,
        new Known(
            record.map(ForeignRecord::listed).or(() -> old.map(Known::listed)).orElse(""),
            record.map(ForeignRecord::digest).orElse(""),
            known.content(),
            known.id(),
            known.date(),
            known.fate(),
            known.how(),
            known.refusal()));
  }

  private void refuseUnread(HarvestReport.RefusedDataset record) {
    notes.refuse(record);
    Optional<Known> old = reading.memory().find(record.iri());
    if (old.isEmpty()) {
      return; // A page, or a record that was never taken: nothing is to be kept.
    }
    String id = old.filter(known -> known.fate() != Fate.LINKED).map(Known::id).orElse("");
    remembered.put(
        record.iri(),
        new Known(
            old.map(Known::listed).orElse(""),
            "",
            0,
            id.isEmpty() ? names.datasetId(record.iri()) : id,
            0,
            Fate.REFUSED,
            "",
            record));
  }

  private void add(DatasetGate.Taken dataset) {
    admitted += dataset.warnings() ? 0 : 1;
    warned += dataset.warnings() ? 1 : 0;
    triples += dataset.triples();
    boolean differs =
        dry ? dataset.differs() : dataset.written().filter(w -> put(dataset.id(), w)).isPresent();
    if (before.contains(dataset.id())) {
      if (!differs) {
        unchanged++;
      } else {
        changed++;
      }
      dataset.lost().forEach(notes::lose);
    } else {
      added++;
    }
    dataset.alike().ifPresent(alike -> notes.link(dataset.foreign(), alike));
    remember(
        dataset.foreign(),
        new Known(
            "", "", dataset.content(), dataset.id(), dataset.date(), Fate.TAKEN, "", NOT_REFUSED));
  }

  /** Whether anything of it is another version than the one that is here. */
  private boolean put(String id, DatasetGate.Written written) {
    PendingChanges to = changes.orElseThrow();
    int size = to.size();
    Changes.unlessPresent(store.orElseThrow(), graphs.metadata(id), written.metadata())
        .ifPresent(to::add);
    Changes.unlessPresent(store.orElseThrow(), graphs.verdict(id), written.verdict())
        .ifPresent(to::add);
    return size < to.size();
  }

  private void finish(SourceCatalogue catalogue) {
    // A record that could not be read is not gone.
    remembered.values().stream()
        .filter(known -> known.fate() == Fate.REFUSED)
        .forEach(known -> keep(known.id()));
    gone.addAll(before);
    gone.removeAll(taken);
    if (!reading.isWhole()) {
      unchanged = Math.max(0, before.size() - gone.size() - changed);
    }
    deleted = gone.size();
    stopped =
        new Plausibility(recipe, source, before.size(), gone.size(), changed, notes.lost()).doubt();
    if (dry) {
      return;
    }
    PendingChanges last = changes.orElseThrow();
    for (String id : gone) {
      for (String graph : List.of(graphs.metadata(id), graphs.verdict(id), graphs.data(id))) {
        Changes.deletionIfPresent(store.orElseThrow(), graph).ifPresent(last::add);
      }
    }
    catalogue.list(new TreeSet<>(taken), notes.merged()).ifPresent(last::add);
    if (stopped.isPresent()) {
      movedNote();
      return;
    }
    last.commit();
    refusals.orElseThrow().commit(source);
  }

  /** Where what is gone and what is new differ by how their IRIs begin, the source has moved. */
  private void movedNote() {
    Map<String, String> goneForeign = new HashMap<>();
    reading
        .memory()
        .records()
        .forEach(
            (foreign, known) -> {
              if (gone.contains(known.id())) {
                goneForeign.put(foreign, known.id());
              }
            });
    Set<String> fresh = new TreeSet<>();
    remembered.forEach(
        (foreign, known) -> {
          if (!before.contains(known.id()) && known.fate() == Fate.TAKEN) {
            fresh.add(foreign);
          }
        });
    MovedSource.find(goneForeign.keySet(), fresh)
        .ifPresent(
            moved ->
                notes.note(
                    Refusal.of(
                        "harvest.note.moved",
                        moved.matches(),
                        moved.from(),
                        moved.to(),
                        recipe.folder().resolve(HarvestRecipe.FILE))));
  }

  /** What is to be remembered, if it is committed. */
  SourceMemory memory(String stamp, Instant now) {
    return new SourceMemory(
        stamp, reading.everything() ? now : reading.memory().full(), reading.values(), remembered);
  }

  /** What this run would do, to be released or thrown away. */
  Quarantine quarantine(Instant now) {
    LoadException why = stopped.orElseThrow();
    return new Quarantine(
        source,
        now,
        new HarvestReport.Note(
            why.text(java.util.Locale.JAPANESE), why.text(java.util.Locale.ENGLISH)),
        before.size(),
        added,
        changed,
        unchanged,
        gone.stream().limit(RunNotes.KEPT).toList(),
        notes.lost(),
        changes.orElseThrow().held());
  }

  HarvestReport report(
      long statements,
      Verdict verdict,
      RefusedLines refusedLines,
      Map<String, HarvestReport.Unreached> unreached,
      double seconds,
      double inAll) {
    List<HarvestReport.Note> all = new ArrayList<>(notes.notes());
    all.addAll(reading.notes());
    return new HarvestReport(
        source,
        statements,
        contents.datasets().size() + reading.sameRecords().size(),
        admitted,
        warned,
        verdict,
        notes.refused(),
        notes.refusedCount(),
        added,
        changed,
        unchanged,
        deleted,
        triples,
        contents.superseded(),
        unreached,
        refusedLines.kept(),
        refusedLines.count(),
        notes.links(),
        reading.notMappedFields(),
        notes.lost(),
        gone.stream().limit(RunNotes.KEPT).toList(),
        all,
        reading.isWhole(),
        changes.map(PendingChanges::commits).orElse(0),
        changes.map(PendingChanges::sequence).orElse(OptionalLong.empty()),
        stopped,
        seconds,
        inAll);
  }
}
