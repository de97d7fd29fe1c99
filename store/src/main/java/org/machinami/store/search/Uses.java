package org.machinami.store.search;

import java.io.IOException;
import java.util.Collections;
import java.util.Map;
import java.util.WeakHashMap;
import org.apache.lucene.index.DocValues;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.SortedDocValues;
import org.apache.lucene.search.DoubleValues;
import org.apache.lucene.search.DoubleValuesSource;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.util.BytesRef;

/**
 * How often each dataset is used, for sorting. The counts stay outside the index; each segment
 * looks its datasets up once and keeps their counts by ordinal. Immutable, thread-safe.
 */
final class Uses extends DoubleValuesSource {
  static final Uses NONE = new Uses(Map.of());

  private static final long[] NOTHING = {};

  private final Map<String, Long> byDataset;

  /** As long as the segments live. */
  private final Map<IndexReader.CacheKey, long[]> segments =
      Collections.synchronizedMap(new WeakHashMap<>());

  Uses(Map<String, Long> byDataset) {
    this.byDataset = Map.copyOf(byDataset);
  }

  @Override
  public DoubleValues getValues(LeafReaderContext segment, DoubleValues scores) throws IOException {
    SortedDocValues ids = DocValues.getSorted(segment.reader(), Fields.ID);
    long[] counts = counts(segment, ids);
    return new DoubleValues() {
      private int ord;

      @Override
      public double doubleValue() {
        return counts[ord];
      }

      @Override
      public boolean advanceExact(int document) throws IOException {
        if (counts.length == 0 || !ids.advanceExact(document)) {
          return false;
        }
        ord = ids.ordValue();
        return true;
      }
    };
  }

  /** By ordinal of the id; empty where no dataset of the segment is used. */
  private long[] counts(LeafReaderContext segment, SortedDocValues ids) throws IOException {
    IndexReader.CacheKey key = segment.reader().getCoreCacheHelper().getKey();
    long[] known = segments.get(key);
    if (known != null) {
      return known;
    }
    long[] counts = NOTHING;
    for (Map.Entry<String, Long> entry : byDataset.entrySet()) {
      int ord = ids.lookupTerm(new BytesRef(entry.getKey()));
      if (ord >= 0) {
        counts = counts.length == 0 ? new long[ids.getValueCount()] : counts;
        counts[ord] = entry.getValue();
      }
    }
    segments.put(key, counts);
    return counts;
  }

  @Override
  public boolean needsScores() {
    return false;
  }

  @Override
  public DoubleValuesSource rewrite(IndexSearcher searcher) {
    return this;
  }

  @Override
  public boolean isCacheable(LeafReaderContext segment) {
    return false;
  }

  @Override
  public boolean equals(Object other) {
    return this == other;
  }

  @Override
  public int hashCode() {
    return System.identityHashCode(this);
  }

  @Override
  public String toString() {
    return "uses of " + byDataset.size() + " datasets";
  }
}
