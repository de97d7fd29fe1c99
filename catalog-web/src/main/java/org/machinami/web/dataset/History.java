package org.machinami.web.dataset;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.machinami.ontology.NamedGraphs;
import org.machinami.store.Store;
import org.machinami.store.graph.GraphDifference;
import org.machinami.store.ledger.Commit;
import org.machinami.store.ledger.Hash;
import org.machinami.store.state.GraphState;
import org.machinami.web.problem.Problem;

/** What changed a dataset, from the ledger. Thread-safe; keeps the counts that it has made. */
public final class History {
  /** Differences beyond this are not counted to the end, so that a page stays cheap. */
  static final long MOST_COUNTED = 100_000;

  /** Query parameter that names a commit: what is asked for came before it. */
  public static final String BEFORE = "before";

  private static final int MOST_ENTRIES = 20;
  private static final int MOST_KEPT = 5_000;

  private final Store store;
  private final NamedGraphs graphs;
  private final Map<Pair, Counts> counted =
      Collections.synchronizedMap(
          new LinkedHashMap<>(64, 0.75f, true) {
            @Override
            protected boolean removeEldestEntry(Map.Entry<Pair, Counts> eldest) {
              return size() > MOST_KEPT;
            }
          });

  public History(Store store) {
    this.store = store;
    this.graphs = new NamedGraphs(store.base());
  }

  /** The states that the data had, newest first. */
  List<GraphState> data(String id) {
    return store.states().history(graphs.data(id));
  }

  /**
   * What {@value #BEFORE} says, where there is no such parameter a number that every commit is
   * before.
   *
   * @throws Problem 400 when it is no number of a commit
   */
  public static long before(String value) {
    if (value == null || value.isEmpty()) {
      return Long.MAX_VALUE;
    }
    if (!value.matches("[1-9][0-9]{0,17}")) {
      throw Problem.badParameter(BEFORE, value, "problem.bad-request.before");
    }
    return Long.parseLong(value);
  }

  /** The latest commits on the dataset. */
  HistoryPart of(String id) {
    return of(id, Long.MAX_VALUE);
  }

  /**
   * The latest {@value #MOST_ENTRIES} of the commits on the dataset that came before one.
   *
   * @param before sequence of that commit, which need not be one on the dataset
   */
  public HistoryPart of(String id, long before) {
    List<GraphState> data = store.states().history(graphs.data(id));
    Map<Long, GraphState> bySequence = new TreeMap<>(Collections.reverseOrder());
    store.states().history(graphs.verdict(id)).forEach(s -> bySequence.put(s.sequence(), s));
    List<GraphState> metadata = store.states().history(graphs.metadata(id));
    metadata.forEach(s -> bySequence.put(s.sequence(), s));
    data.forEach(s -> bySequence.put(s.sequence(), s));
    Causes causes = new Causes(store.base(), id);
    List<GraphState> asked =
        bySequence.values().stream().filter(s -> s.sequence() < before).toList();
    List<VersionEntry> entries =
        asked.stream()
            .limit(MOST_ENTRIES)
            .map(state -> entry(state, metadata, data, causes))
            .toList();
    return new HistoryPart(entries, asked.size() - entries.size());
  }

  private VersionEntry entry(
      GraphState state, List<GraphState> metadata, List<GraphState> data, Causes causes) {
    int at = data.indexOf(state);
    Counts counts = at < 0 ? Counts.NONE : counts(data, at);
    Commit commit = store.ledger().read(state.sequence() - 1, 1).get(0);
    return new VersionEntry(
        state.sequence(),
        state.modified(),
        causes.cause(commit, isFirst(metadata, state.sequence())),
        Causes.reason(commit),
        causes.parts(commit),
        counts.added(),
        counts.removed(),
        counts.more());
  }

  /** The commit of that sequence, if it changed the dataset. */
  public Optional<VersionEntry> find(String id, long sequence) {
    List<GraphState> data = store.states().history(graphs.data(id));
    List<GraphState> metadata = store.states().history(graphs.metadata(id));
    List<GraphState> verdicts = store.states().history(graphs.verdict(id));
    return Stream.of(data, metadata, verdicts)
        .flatMap(List::stream)
        .filter(s -> s.sequence() == sequence)
        .findFirst()
        .map(s -> entry(s, metadata, data, new Causes(store.base(), id)));
  }

  /** Whether the description was not there before. */
  private static boolean isFirst(List<GraphState> metadata, long sequence) {
    return metadata.stream()
        .filter(s -> s.sequence() < sequence)
        .findFirst()
        .map(GraphState::deleted)
        .orElse(true);
  }

  private Counts counts(List<GraphState> history, int at) {
    Optional<Hash> to = present(history.get(at));
    Optional<Hash> from = at + 1 < history.size() ? present(history.get(at + 1)) : Optional.empty();
    Pair pair = new Pair(from, to);
    Counts known = counted.get(pair);
    if (known == null) {
      known = count(pair);
      counted.put(pair, known);
    }
    return known;
  }

  private Counts count(Pair pair) {
    if (pair.from().isEmpty() && pair.to().isEmpty()) {
      return Counts.of(0, 0, false);
    } else if (pair.from().isEmpty()) {
      return Counts.of(store.versions().triples(pair.to().orElseThrow()), 0, false);
    } else if (pair.to().isEmpty()) {
      return Counts.of(0, store.versions().triples(pair.from().orElseThrow()), false);
    }
    long added = 0;
    long removed = 0;
    try (GraphDifference lines = store.versions().difference(pair.from(), pair.to())) {
      while (lines.next()) {
        if (lines.added()) {
          added++;
        } else {
          removed++;
        }
        if (added + removed >= MOST_COUNTED) {
          return Counts.of(added, removed, true);
        }
      }
    }
    return Counts.of(added, removed, false);
  }

  private static Optional<Hash> present(GraphState state) {
    return state.deleted() ? Optional.empty() : Optional.of(state.version());
  }

  private record Pair(Optional<Hash> from, Optional<Hash> to) {}

  private record Counts(OptionalLong added, OptionalLong removed, boolean more) {
    static final Counts NONE = new Counts(OptionalLong.empty(), OptionalLong.empty(), false);

    static Counts of(long added, long removed, boolean more) {
      return new Counts(OptionalLong.of(added), OptionalLong.of(removed), more);
    }
  }
}
