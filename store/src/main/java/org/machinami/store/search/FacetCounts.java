package org.machinami.store.search;

import java.io.IOException;
import java.util.Collection;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.lucene.index.DocValues;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.SortedSetDocValues;
import org.apache.lucene.search.CollectorManager;
import org.apache.lucene.search.ScoreMode;
import org.apache.lucene.search.SimpleCollector;

/**
 * Counts matching documents, and the values of facets over them; its memory goes with the number of
 * values.
 */
final class FacetCounts extends SimpleCollector {
  private final List<Values> facets;
  private long total;

  private FacetCounts(Set<Facet> facets) {
    this.facets = facets.stream().map(Values::new).toList();
  }

  /** How many documents match, and how many of them have a value. */
  record Result(long total, Map<Facet, List<SearchResults.Count>> counts) {}

  @Override
  protected void doSetNextReader(LeafReaderContext context) throws IOException {
    for (Values values : facets) {
      values.segment(context);
    }
  }

  @Override
  public void collect(int document) throws IOException {
    total++;
    for (Values values : facets) {
      values.collect(document);
    }
  }

  @Override
  public void finish() throws IOException {
    for (Values values : facets) {
      values.finish();
    }
  }

  @Override
  public ScoreMode scoreMode() {
    return ScoreMode.COMPLETE_NO_SCORES;
  }

  /** One facet. */
  private static final class Values {
    private final Facet facet;
    private final Map<String, Long> counts = new HashMap<>();
    private SortedSetDocValues values;
    private int[] ofSegment = new int[0];

    Values(Facet facet) {
      this.facet = facet;
    }

    void segment(LeafReaderContext context) throws IOException {
      values = DocValues.getSortedSet(context.reader(), facet.parameter());
      ofSegment = new int[Math.toIntExact(values.getValueCount())];
    }

    void collect(int document) throws IOException {
      if (values.advanceExact(document)) {
        for (int i = values.docValueCount(); i > 0; i--) {
          ofSegment[(int) values.nextOrd()]++;
        }
      }
    }

    void finish() throws IOException {
      for (int ord = 0; ord < ofSegment.length; ord++) {
        if (ofSegment[ord] > 0) {
          counts.merge(values.lookupOrd(ord).utf8ToString(), (long) ofSegment[ord], Long::sum);
        }
      }
      ofSegment = new int[0];
    }
  }

  /** Adds up what the slices of an index counted: the most frequent first, equals by value. */
  record Manager(Set<Facet> facets) implements CollectorManager<FacetCounts, Result> {
    @Override
    public FacetCounts newCollector() {
      return new FacetCounts(facets);
    }

    @Override
    public Result reduce(Collection<FacetCounts> slices) {
      long total = 0;
      Map<Facet, Map<String, Long>> sums = new EnumMap<>(Facet.class);
      for (FacetCounts slice : slices) {
        total += slice.total;
        for (Values values : slice.facets) {
          Map<String, Long> sum = sums.computeIfAbsent(values.facet, f -> new HashMap<>());
          values.counts.forEach((value, count) -> sum.merge(value, count, Long::sum));
        }
      }
      Map<Facet, List<SearchResults.Count>> counts = new EnumMap<>(Facet.class);
      sums.forEach((facet, sum) -> counts.put(facet, sorted(sum)));
      return new Result(total, counts);
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
