package org.machinami.web.catalog;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.LongSupplier;
import java.util.stream.Stream;
import org.machinami.ontology.GraphName;
import org.machinami.ontology.NamedGraphs;
import org.machinami.store.Store;
import org.machinami.store.state.GraphState;
import org.machinami.web.problem.Kind;
import org.machinami.web.problem.Problem;

/** Reads pages of the catalogue. Thread-safe. */
final class CatalogReader {
  /** A page with more ends, so that memory does not grow with the descriptions. */
  static final long MOST_TRIPLES = 20_000;

  /** A page of changes looks at no more, so that it answers soon. */
  static final int MOST_COMMITS = 2_000;

  private final Store store;
  private final LongSupplier datasets;
  private final ChangeReader changes;
  private final NamedGraphs graphs;
  private final String prefix;

  /**
   * @param datasets how many there are
   */
  CatalogReader(Store store, LongSupplier datasets) {
    this.store = store;
    this.datasets = datasets;
    this.changes = new ChangeReader(store.ledger(), store.base());
    this.graphs = new NamedGraphs(store.base());
    this.prefix = graphs.prefix(GraphName.Kind.METADATA);
  }

  CatalogPage read(CatalogQuery query) {
    if (query.since().isPresent()) {
      return changed(query, query.since().get());
    }
    return query.before().isEmpty() ? forwards(query) : backwards(query);
  }

  private CatalogPage forwards(CatalogQuery query) {
    String start = prefix + query.after();
    List<Entry> entries;
    boolean more;
    try (Stream<GraphState> states =
        query.after().isEmpty()
            ? store.states().list(prefix)
            : store.states().listAfter(prefix, start)) {
      Iterator<GraphState> all = datasets(states);
      entries = fill(all, query.limit());
      more = all.hasNext();
    }
    Optional<CatalogQuery> previous = Optional.empty();
    if (!query.after().isEmpty()) {
      previous = Optional.of(entries.isEmpty() ? query.last() : query.before(entries.get(0).id()));
    }
    return new CatalogPage(
        query,
        entries,
        previous,
        more ? Optional.of(query.after(lastId(entries))) : Optional.empty(),
        query.isFirst() ? OptionalLong.of(datasets.getAsLong()) : OptionalLong.empty(),
        query.isFirst() ? OptionalLong.of(store.ledger().head()) : OptionalLong.empty());
  }

  private CatalogPage backwards(CatalogQuery query) {
    List<Entry> entries;
    boolean more;
    try (Stream<GraphState> states = store.states().listBefore(prefix, prefix + query.before())) {
      Iterator<GraphState> all = datasets(states);
      entries = fill(all, query.limit());
      more = all.hasNext();
    }
    Collections.reverse(entries);
    boolean end;
    String last = entries.isEmpty() ? query.before() : lastId(entries);
    try (Stream<GraphState> states = store.states().listAfter(prefix, prefix + last)) {
      end = !datasets(states).hasNext();
    }
    return new CatalogPage(
        query,
        entries,
        more ? Optional.of(query.before(entries.get(0).id())) : Optional.empty(),
        end || entries.isEmpty() ? Optional.empty() : Optional.of(query.after(last)),
        OptionalLong.empty(),
        OptionalLong.empty());
  }

  private static String lastId(List<Entry> entries) {
    return entries.get(entries.size() - 1).id();
  }

  private Iterator<GraphState> datasets(Stream<GraphState> states) {
    return states.filter(state -> graphs.datasetOf(state.graph()).isPresent()).iterator();
  }

  private List<Entry> fill(Iterator<GraphState> states, int limit) {
    List<Entry> entries = new ArrayList<>();
    long triples = 0;
    while (entries.size() < limit && triples < MOST_TRIPLES && states.hasNext()) {
      GraphState state = states.next();
      entries.add(new Entry.Present(graphs.datasetOf(state.graph()).orElseThrow(), state));
      triples += store.versions().triples(state.version());
    }
    return entries;
  }

  /** Each dataset stands where its last change does; what changes meanwhile comes later again. */
  private CatalogPage changed(CatalogQuery query, Place from) {
    List<Entry> entries = new ArrayList<>();
    long[] triples = {0};
    long head = store.ledger().head();
    if (from.after() > head) {
      throw Problem.of(Kind.CONFLICT, query.path());
    }
    Place reached =
        changes.read(
            from,
            MOST_COMMITS,
            change -> {
              if (isLast(change)) {
                Entry entry = entry(change);
                entries.add(entry);
                if (entry instanceof Entry.Present present) {
                  triples[0] += store.versions().triples(present.description().version());
                }
              }
              return entries.size() < query.limit() && triples[0] < MOST_TRIPLES;
            });
    boolean more = reached.after() < head;
    return new CatalogPage(
        query,
        entries,
        Optional.empty(),
        more ? Optional.of(query.since(reached)) : Optional.empty(),
        OptionalLong.empty(),
        more ? OptionalLong.empty() : OptionalLong.of(reached.after()));
  }

  private boolean isLast(DatasetChange change) {
    return latest(graphs.metadata(change.id())) <= change.sequence()
        && latest(graphs.data(change.id())) <= change.sequence()
        && store.states().first(graphs.metadata(change.id())).isPresent();
  }

  private long latest(String graph) {
    return store.states().latest(graph).map(GraphState::sequence).orElse(0L);
  }

  private Entry entry(DatasetChange change) {
    Optional<GraphState> state = store.states().find(graphs.metadata(change.id()));
    return state.isPresent()
        ? new Entry.Present(change.id(), state.get())
        : new Entry.Gone(change.id(), change.time(), change.reason());
  }
}
