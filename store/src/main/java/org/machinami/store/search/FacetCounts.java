package org.machinami.store.search;

import java.io.IOException;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.lucene.index.DocValues;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.SortedSetDocValues;
import org.apache.lucene.search.CollectorManager;
import org.apache.lucene.search.ScoreMode;
import org.apache.lucene.search.SimpleCollector;

/**
 * Counts the values of one facet over matching documents; its memory goes with the number of
 * values.
 */
final class FacetCounts extends SimpleCollector {
  private final Facet facet;
  private final Map<String, Long> counts = new HashMap<>();
  private SortedSetDocValues values;
  private long[] ofSegment = new long[0];

  FacetCounts(Facet facet) {
    this.facet = facet;
  }

  @Override
  protected void doSetNextReader(LeafReaderContext context) throws IOException {
    values = DocValues.getSortedSet(context.reader(), facet.parameter());
    ofSegment = new long[Math.toIntExact(values.getValueCount())];
  }

  @Override
  public void collect(int document) throws IOException {
    if (values.advanceExact(document)) {
      for (int i = 0; i < values.docValueCount(); i++) {
        ofSegment[Math.toIntExact(values.nextOrd())]++;
      }
    }
  }

  @Override
  public void finish() throws IOException {
    for (int ord = 0; ord < ofSegment.length; ord++) {
      if (ofSegment[ord] > 0) {
        counts.merge(values.lookupOrd(ord).utf8ToString(), ofSegment[ord], Long::sum);
      }
    }
  }

  @Override
  public ScoreMode scoreMode() {
    return ScoreMode.COMPLETE_NO_SCORES;
  }

  /** Adds up what the slices of an index counted: the most frequent first, equals by value. */
  record Manager(Facet facet) implements CollectorManager<FacetCounts, List<SearchResults.Count>> {
    @Override
    public FacetCounts newCollector() {
      return new FacetCounts(facet);
    }

    @Override
    public List<SearchResults.Count> reduce(Collection<FacetCounts> slices) {
      Map<String, Long> sums = new HashMap<>();
      slices.forEach(slice -> slice.counts.forEach((v, n) -> sums.merge(v, n, Long::sum)));
      return sorted(sums);
    }
  }

  private static List<SearchResults.Count> sorted(Map<String, Long> counts) {
    return counts.entrySet().stream()
        .map(e -> new SearchResults.Count(e.getKey(), e.getValue()))
        .sorted(
            Comparator.comparingLong(SearchResults.Count::hits)
                .reversed()
                .thenComparing(SearchResults.Count::value))
        .toList();
  }
}
