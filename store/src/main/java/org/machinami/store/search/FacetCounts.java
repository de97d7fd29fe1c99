package org.machinami.store.search;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.search.Collector;
import org.apache.lucene.search.CollectorManager;
import org.apache.lucene.search.LeafCollector;
import org.apache.lucene.search.Scorable;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.search.ScoreMode;
import org.apache.lucene.search.TopFieldCollector;
import org.apache.lucene.search.TopFieldCollectorManager;

/**
 * Counts the values of facets over the documents that match, and gathers the best of these, in one
 * pass. A document that lacks the values asked for of one facet alone is counted for that facet, so
 * that one can see what else there is to choose; its memory goes with the number of values. For one
 * thread.
 */
final class FacetCounts implements Collector {
  private final List<FacetValues> facets;
  private final List<FacetValues> narrowed;
  private final TopFieldCollector best;
  private long total;

  /**
   * @param filters values of which a hit has at least one of each facet
   * @param best gathers the hits; null where only their number is asked for
   */
  private FacetCounts(Set<Facet> counted, Map<Facet, Set<String>> filters, TopFieldCollector best) {
    this.facets =
        Arrays.stream(Facet.values())
            .filter(facet -> counted.contains(facet) || filters.containsKey(facet))
            .map(facet -> new FacetValues(facet, filters.getOrDefault(facet, Set.of())))
            .toList();
    this.narrowed = facets.stream().filter(FacetValues::isNarrowed).toList();
    this.best = best;
  }

  /** How many documents match, and how many of them have a value. */
  record Result(long total, Map<Facet, List<SearchResults.Count>> counts) {}

  /** The same with the best of the documents; none where none were asked for. */
  record Found(Result counted, List<ScoreDoc> best) {
    Found {
      best = List.copyOf(best);
    }
  }

  /**
   * Counts and gathers, whatever slices the index is searched in.
   *
   * @param best how the hits are gathered; empty where only their number is asked for
   */
  record Manager(
      Set<Facet> counted, Map<Facet, Set<String>> filters, Optional<TopFieldCollectorManager> best)
      implements CollectorManager<FacetCounts, Found> {
    /** Counts what every search counts, and no more. */
    static Manager ofAll() {
      return new Manager(Facet.COUNTED, Map.of(), Optional.empty());
    }

    @Override
    public FacetCounts newCollector() {
      return new FacetCounts(
          counted, filters, best.map(TopFieldCollectorManager::newCollector).orElse(null));
    }

    @Override
    public Found reduce(Collection<FacetCounts> slices) throws IOException {
      long total = 0;
      Map<Facet, Map<String, Long>> sums = new EnumMap<>(Facet.class);
      List<TopFieldCollector> gathered = new ArrayList<>();
      for (FacetCounts slice : slices) {
        total += slice.total;
        for (FacetValues values : slice.facets) {
          Map<String, Long> sum = sums.computeIfAbsent(values.facet(), f -> new HashMap<>());
          values.counts().forEach((value, count) -> sum.merge(value, count, Long::sum));
        }
        if (slice.best != null) {
          gathered.add(slice.best);
        }
      }
      Map<Facet, List<SearchResults.Count>> counts = new EnumMap<>(Facet.class);
      sums.forEach((facet, sum) -> counts.put(facet, sorted(sum)));
      Result result = new Result(total, counts);
      return new Found(
          result, best.isPresent() ? List.of(best.get().reduce(gathered).scoreDocs) : List.of());
    }
  }

  @Override
  public LeafCollector getLeafCollector(LeafReaderContext context) throws IOException {
    FacetValues.Segment[] all = new FacetValues.Segment[facets.size()];
    FacetValues.Segment[] asked = new FacetValues.Segment[narrowed.size()];
    int next = 0;
    for (int i = 0; i < all.length; i++) {
      all[i] = facets.get(i).in(context.reader());
      if (facets.get(i).isNarrowed()) {
        asked[next++] = all[i];
      }
    }
    return new Leaf(all, asked, best == null ? null : best.getLeafCollector(context));
  }

  @Override
  public ScoreMode scoreMode() {
    return best == null ? ScoreMode.COMPLETE_NO_SCORES : best.scoreMode();
  }

  private final class Leaf implements LeafCollector {
    private final FacetValues.Segment[] all;
    private final FacetValues.Segment[] asked;
    private final LeafCollector hits;

    Leaf(FacetValues.Segment[] all, FacetValues.Segment[] asked, LeafCollector hits) {
      this.all = all;
      this.asked = asked;
      this.hits = hits;
    }

    @Override
    public void setScorer(Scorable scorer) throws IOException {
      if (hits != null) {
        hits.setScorer(scorer);
      }
    }

    @Override
    public void collect(int document) throws IOException {
      FacetValues.Segment lacking = null;
      for (FacetValues.Segment values : asked) {
        if (!values.hasOneAskedFor(document)) {
          if (lacking != null) {
            return;
          }
          lacking = values;
        }
      }
      if (lacking != null) {
        lacking.count(document);
        return;
      }
      total++;
      for (FacetValues.Segment values : all) {
        values.count(document);
      }
      if (hits != null) {
        hits.collect(document);
      }
    }

    @Override
    public void finish() throws IOException {
      for (FacetValues.Segment values : all) {
        values.finish();
      }
      if (hits != null) {
        hits.finish();
      }
    }
  }

  /** The most frequent first, equals by value. */
  static List<SearchResults.Count> sorted(Map<String, Long> counts) {
    return counts.entrySet().stream()
        .map(e -> new SearchResults.Count(e.getKey(), e.getValue()))
        .sorted(
            Comparator.comparingLong(SearchResults.Count::hits)
                .reversed()
                .thenComparing(SearchResults.Count::value))
        .toList();
  }
}
