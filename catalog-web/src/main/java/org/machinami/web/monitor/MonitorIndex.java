package org.machinami.web.monitor;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.machinami.loader.Loader;
import org.machinami.loader.OwnCommit;
import org.machinami.loader.decision.Stop;
import org.machinami.ontology.GraphName;
import org.machinami.ontology.NamedGraphs;
import org.machinami.store.Store;
import org.machinami.store.StoreException;
import org.machinami.store.ledger.Commit;
import org.machinami.store.ledger.GraphChange;
import org.machinami.store.ledger.Hash;
import org.machinami.web.language.Messages;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** All decisions, and how each dataset stands, following the ledger. Thread-safe. */
public final class MonitorIndex {
  private static final Logger log = LoggerFactory.getLogger(MonitorIndex.class);
  private static final int COMMITS_AT_ONCE = 200;

  private final Store store;
  private final NamedGraphs graphs;
  private final VerdictReader reader;
  private final MonitorFile file;
  private volatile State state;

  /**
   * As of a commit.
   *
   * @param applied sequence of that commit
   * @param decisions in the order of their commits
   * @param standings of the datasets that are there, by id, in order
   */
  record State(long applied, List<Decision> decisions, Collection<Standing> standings) {
    State {
      decisions = List.copyOf(decisions);
      standings = List.copyOf(standings);
    }
  }

  private MonitorIndex(Store store, MonitorFile file) {
    this.store = store;
    this.graphs = new NamedGraphs(store.base());
    this.reader = new VerdictReader(store);
    this.file = file;
    this.state = new State(file.applied(), file.decisions(), file.standings().values());
  }

  /**
   * What was remembered; {@link #catchUp} brings the rest.
   *
   * @param directory of its own
   */
  public static MonitorIndex open(Path directory, Store store) {
    try {
      MonitorFile file = MonitorFile.open(directory.resolve("monitor.jsonl"), store.base());
      if (!follows(file, store)) {
        log.info("{} is of another ledger and is made anew", directory);
        file.clear();
      }
      return new MonitorIndex(store, file);
    } catch (IOException e) {
      throw new UncheckedIOException(directory + ": the decisions cannot be read or written", e);
    }
  }

  /** Whether a file goes on with this ledger, and not with one that was there before a restore. */
  private static boolean follows(MonitorFile file, Store store) {
    long applied = file.applied();
    return applied == 0
        || (applied <= store.ledger().head()
            && store.ledger().read(applied - 1, 1).get(0).hash().hex().equals(file.hash()));
  }

  /** Makes it anew from the ledger; meanwhile the figures say how far they are. */
  public synchronized void rebuild() {
    try {
      file.clear();
    } catch (IOException e) {
      throw new UncheckedIOException("The decisions cannot be written", e);
    }
    state = new State(0, file.decisions(), file.standings().values());
    catchUp();
  }

  /** Sequence of the last commit that was taken in. */
  public long applied() {
    return state.applied();
  }

  State state() {
    return state;
  }

  /**
   * A dataset that is here and has findings.
   *
   * @param publisher id of the organisation, empty where none is named
   * @param clauses numbers of the clauses under which they are
   */
  public record OpenFinding(String dataset, String publisher, List<String> clauses) {
    public OpenFinding {
      clauses = List.copyOf(clauses);
    }
  }

  /** Datasets with a finding under a clause, or under any where none is named, by id. */
  public List<OpenFinding> open(String clause) {
    return state.standings().stream()
        .filter(one -> clause.isEmpty() ? !one.clauses().isEmpty() : one.clauses().contains(clause))
        .map(one -> new OpenFinding(one.id(), one.publisher(), one.clauses()))
        .toList();
  }

  /** How many datasets have a finding under each clause that has any. */
  public Map<String, Integer> openCounts() {
    return Figures.open(state.standings());
  }

  /** How many refusals there were so far under each clause that has any. */
  public Map<String, Integer> refusalCounts() {
    Map<String, Integer> counts = new HashMap<>();
    Figures.byClause(state.decisions())
        .forEach(
            (clause, of) -> {
              if (of.of(Kind.REFUSED) > 0) {
                counts.put(clause, of.of(Kind.REFUSED));
              }
            });
    return counts;
  }

  /**
   * A refusal, with what the public is not told.
   *
   * @param dataset id of what was refused, empty where it has none here
   */
  public record Refusal(Instant time, String dataset, String publisher, List<String> clauses) {
    public Refusal {
      clauses = List.copyOf(clauses);
    }
  }

  /** What was refused, the latest first. */
  public List<Refusal> refusals() {
    List<Refusal> found = new ArrayList<>();
    for (Decision one : state.decisions()) {
      if (one.kind() == Kind.REFUSED) {
        found.add(new Refusal(one.time(), one.dataset(), one.publisher(), one.clauses()));
      }
    }
    Collections.reverse(found);
    return found;
  }

  /** Takes in what the ledger has and this lacks, batch by batch. */
  public synchronized void catchUp() {
    while (true) {
      List<Commit> commits = store.ledger().read(file.applied(), COMMITS_AT_ONCE);
      if (commits.isEmpty()) {
        return;
      }
      Batch batch = new Batch();
      commits.forEach(batch::take);
      Commit last = commits.get(commits.size() - 1);
      long sequence = last.sequence();
      try {
        file.append(batch.decisions, batch.changed, sequence, last.hash().hex());
      } catch (IOException e) {
        throw new UncheckedIOException("The decisions cannot be written", e);
      }
      state = new State(sequence, file.decisions(), file.standings().values());
    }
  }

  /** What some commits decide. */
  private final class Batch {
    private final List<Decision> decisions = new ArrayList<>();
    private final Map<String, Standing> changed = new HashMap<>();

    /** What the decisions of a commit say of the datasets that it lets in, by id. */
    private final Map<String, VerdictReader.Found> reasons = new HashMap<>();

    void take(Commit commit) {
      Map<String, Map<GraphName.Kind, Optional<Hash>>> datasets = new LinkedHashMap<>();
      reasons.clear();
      if (commit.activity().equals(Stop.STOP) || commit.activity().equals(Stop.RESUME)) {
        commit.changes().forEach(change -> stop(commit, change));
        return;
      }
      for (GraphChange change : commit.changes()) {
        graphs
            .parse(change.graph())
            .ifPresent(
                name -> {
                  if (name.kind() == GraphName.Kind.ACTIVITY) {
                    change.version().ifPresent(version -> activity(commit, version));
                  } else if (name.kind().ofDataset()) {
                    datasets
                        .computeIfAbsent(name.key(), id -> new HashMap<>())
                        .put(name.kind(), change.version());
                  }
                });
      }
      datasets.forEach((id, parts) -> dataset(commit, id, parts));
    }

    /** A stop, or its end, after which the dataset stands as it stood. */
    private void stop(Commit commit, GraphChange change) {
      Optional<Standing> known =
          graphs
              .parse(change.graph())
              .filter(name -> name.kind() == GraphName.Kind.ACTIVITY)
              .flatMap(name -> Stop.datasetOf(name.key()))
              .map(this::known);
      if (known.isEmpty()) {
        return;
      }
      Standing of = known.get();
      if (change.version().isEmpty()) {
        decisions.add(decision(commit, of, of.kind(), commit.reason(), commit.reason()));
        return;
      }
      try {
        VerdictReader.Found why = reader.verdict(change.version().get());
        String ja = why.reasonJa().isEmpty() ? why.reasonEn() : why.reasonJa();
        String en = why.reasonEn().isEmpty() ? why.reasonJa() : why.reasonEn();
        decisions.add(
            new Decision(
                commit.sequence(),
                commit.time(),
                Kind.STOPPED,
                of.id(),
                of.publisher(),
                of.sector(),
                why.clauses(),
                ja,
                en));
      } catch (StoreException e) {
        log.warn("the stop of commit {} cannot be read and is not counted", commit.sequence(), e);
      }
    }

    /** A damaged graph must not keep all others from being counted; verify is what finds it. */
    private void activity(Commit commit, Hash version) {
      try {
        VerdictReader.Found found = reader.verdict(version);
        if (found.outcome().equals("refused")) {
          decisions.add(
              new Decision(
                  commit.sequence(),
                  commit.time(),
                  Kind.REFUSED,
                  found.dataset(),
                  found.publisher(),
                  found.sector(),
                  found.clauses(),
                  "",
                  ""));
        } else {
          reasons.put(found.dataset(), found);
        }
      } catch (StoreException e) {
        log.warn("a decision of commit {} cannot be read and is not counted", commit.sequence(), e);
      }
    }

    private Standing known(String id) {
      return changed.containsKey(id) ? changed.get(id) : file.standings().get(id);
    }

    private void dataset(Commit commit, String id, Map<GraphName.Kind, Optional<Hash>> parts) {
      Standing before = known(id);
      Optional<Hash> metadata = parts.get(GraphName.Kind.METADATA);
      if (metadata != null && metadata.isEmpty()) {
        if (before != null) {
          changed.put(id, null);
          // What the program says by itself is English, and is said by the page.
          String reason = OwnCommit.of(commit).isPresent() ? "" : commit.reason();
          decisions.add(decision(commit, before, Kind.WITHDRAWN, reason, reason));
        }
        return;
      }
      try {
        Standing after = standing(commit, id, before, parts);
        changed.put(id, after);
        if (before == null && parts.keySet().equals(Set.of(GraphName.Kind.METADATA))) {
          return; // the verdict comes with the next commit of a harvest, and counts
        }
        boolean override = commit.activity().equals(Loader.OVERRIDE);
        Optional<VerdictReader.Found> why =
            Optional.ofNullable(reasons.get(id)).filter(found -> override);
        decisions.add(
            decision(
                commit,
                after,
                override ? Kind.OVERRIDDEN : after.kind(),
                why.map(VerdictReader.Found::reasonJa).orElse(""),
                why.map(VerdictReader.Found::reasonEn).orElse("")));
      } catch (StoreException e) {
        log.warn("{} of commit {} cannot be read and is not counted", id, commit.sequence(), e);
      }
    }

    private Decision decision(
        Commit commit, Standing of, Kind kind, String reasonJa, String reasonEn) {
      List<String> clauses = kind == Kind.WITHDRAWN ? List.of() : of.clauses();
      return new Decision(
          commit.sequence(),
          commit.time(),
          kind,
          of.id(),
          of.publisher(),
          of.sector(),
          clauses,
          reasonJa,
          reasonEn);
    }

    private Standing standing(
        Commit commit, String id, Standing before, Map<GraphName.Kind, Optional<Hash>> parts) {
      Standing known =
          before != null
              ? before
              : new Standing(id, "", "", "", "", Kind.ADMITTED, List.of(), "", 0, 0);
      List<String> said =
          present(parts, GraphName.Kind.METADATA)
              .map(version -> reader.description(id, version))
              .orElse(List.of(known.publisher(), known.sector(), known.stage(), known.frequency()));
      Optional<VerdictReader.Found> verdict =
          present(parts, GraphName.Kind.VERDICT).map(reader::verdict);
      Standing after =
          new Standing(
              id,
              said.get(0),
              said.get(1),
              said.get(2),
              said.get(3),
              verdict.map(found -> Kind.ofOutcome(found.outcome())).orElse(known.kind()),
              verdict.map(VerdictReader.Found::clauses).orElse(known.clauses()),
              known.lastData(),
              known.kept(),
              known.intervals());
      LocalDate day = commit.time().atZone(Messages.CITY).toLocalDate();
      return present(parts, GraphName.Kind.DATA).isPresent() ? after.withData(day) : after;
    }

    private static Optional<Hash> present(
        Map<GraphName.Kind, Optional<Hash>> parts, GraphName.Kind kind) {
      return parts.getOrDefault(kind, Optional.empty());
    }
  }
}
