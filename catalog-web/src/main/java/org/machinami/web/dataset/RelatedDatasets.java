package org.machinami.web.dataset;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.machinami.ontology.NamedGraphs;
import org.machinami.ontology.Vocabularies;
import org.machinami.store.Store;
import org.machinami.store.graph.GraphLines;
import org.machinami.store.ledger.Hash;
import org.machinami.store.search.Facet;
import org.machinami.store.search.Hit;
import org.machinami.store.search.Order;
import org.machinami.store.search.SearchIndex;
import org.machinami.store.search.SearchRequest;
import org.machinami.store.state.GraphState;
import org.machinami.web.language.Language;
import org.machinami.web.language.Messages;
import org.machinami.web.language.Text;
import org.machinami.web.rdf.Labels;
import org.machinami.web.rows.Called;
import org.machinami.web.rows.Names;

/**
 * Finds datasets that speak of the same things, use the same code lists, or at least come from the
 * same field or publisher, and says which. Candidates come from the search index; of each only the
 * first lines are looked at, once for a version. Thread-safe.
 */
final class RelatedDatasets {
  private static final int CANDIDATES = 15;
  private static final int SHOWN = 5;
  private static final int MOST_KEPT = 500;
  private static final int NAMED = 2;

  private final Store store;
  private final SearchIndex search;
  private final Labels labels;
  private final Names names;
  private final Cache<Hash, Trace> traces = Caffeine.newBuilder().maximumSize(MOST_KEPT).build();

  RelatedDatasets(Store store, SearchIndex search, Labels labels) {
    this.store = store;
    this.search = search;
    this.labels = labels;
    this.names = new Names(labels, search, store.base());
  }

  private record Scored(RelatedDataset dataset, int score) {}

  List<RelatedDataset> of(DatasetState state, Language language) {
    Optional<Hit> own = search.find(state.id());
    if (own.isEmpty()) {
      return List.of();
    }
    Map<String, Hit> candidates = new LinkedHashMap<>();
    for (Facet facet : List.of(Facet.SERVICE_FIELD, Facet.PUBLISHER)) {
      Set<String> values = Set.copyOf(own.get().values(facet));
      if (!values.isEmpty()) {
        search
            .search(new SearchRequest("", Map.of(facet, values), Order.MODIFIED, 0, CANDIDATES))
            .hits()
            .forEach(hit -> candidates.putIfAbsent(hit.id(), hit));
      }
    }
    candidates.remove(state.id());
    Optional<Trace> trace = state.data().map(d -> trace(d.version()));
    return candidates.values().stream()
        .map(hit -> scored(own.get(), trace, hit, Messages.in(language)))
        .sorted(
            Comparator.comparingInt((Scored s) -> -s.score()).thenComparing(s -> s.dataset().id()))
        .limit(SHOWN)
        .map(Scored::dataset)
        .toList();
  }

  private Trace trace(Hash version) {
    return traces.get(
        version,
        v -> {
          try (GraphLines lines = store.versions().lines(v)) {
            return Trace.of(lines, store.base());
          }
        });
  }

  private Scored scored(Hit own, Optional<Trace> trace, Hit other, Messages m) {
    List<String> reasons = new ArrayList<>();
    int score = 0;
    Optional<GraphState> data = store.states().find(new NamedGraphs(store.base()).data(other.id()));
    if (trace.isPresent() && data.isPresent()) {
      Trace theirs = trace(data.get().version());
      Set<String> things = shared(trace.get().things(), theirs.things());
      if (!things.isEmpty()) {
        score += 100 + Math.min(50, things.size());
        reasons.add(m.text("related.things", named(things, m)));
      }
      Set<String> lists = shared(trace.get().lists(), theirs.lists());
      if (!lists.isEmpty()) {
        score += 20;
        reasons.add(m.text("related.lists", lists(lists, m)));
      }
    }
    if (!shared(own, other, Facet.SERVICE_FIELD).isEmpty()) {
      score += 10;
      reasons.add(m.text("related.field"));
    }
    if (!shared(own, other, Facet.PUBLISHER).isEmpty()) {
      score += 5;
      reasons.add(m.text("related.publisher"));
    }
    Text title =
        Cards.best(other.titles(), m.language()).orElseGet(() -> new Text(other.id(), "zxx"));
    return new Scored(new RelatedDataset(other.id(), title, reasons), score);
  }

  private static Set<String> shared(Hit own, Hit other, Facet facet) {
    return shared(Set.copyOf(own.values(facet)), Set.copyOf(other.values(facet)));
  }

  private static Set<String> shared(Set<String> one, Set<String> other) {
    Set<String> both = new HashSet<>(one);
    both.retainAll(other);
    return both;
  }

  /** Some of the things that both speak of, those with a name first. */
  private String named(Set<String> things, Messages m) {
    List<String> some =
        things.stream()
            .sorted(
                Comparator.comparing((String iri) -> labels.find(iri, m.language()).isEmpty())
                    .thenComparing(Comparator.naturalOrder()))
            .limit(NAMED)
            .toList();
    Called called = names.of(some, m.language());
    return some.stream()
        .map(iri -> called.of(iri).value())
        .collect(Collectors.joining(m.text("history.and")));
  }

  private String lists(Set<String> lists, Messages m) {
    List<String> titles =
        lists.stream()
            .sorted()
            .limit(NAMED)
            .map(l -> labels.of(Vocabularies.NS + l, m.language()).value())
            .toList();
    return String.join(m.text("history.and"), titles);
  }
}
