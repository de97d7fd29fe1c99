package org.machinami.store.search;

import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.apache.lucene.index.DocValues;
import org.apache.lucene.index.LeafReader;
import org.apache.lucene.index.SortedDocValues;
import org.apache.lucene.index.SortedSetDocValues;
import org.apache.lucene.util.BytesRef;

/** The values of one facet while they are counted, segment by segment. For one thread. */
final class FacetValues {
  private final Facet facet;
  private final Set<String> asked;
  private final Map<String, Long> counts = new HashMap<>();

  /**
   * @param asked of which a hit has at least one; empty where any will do
   */
  FacetValues(Facet facet, Set<String> asked) {
    this.facet = facet;
    this.asked = asked;
  }

  Facet facet() {
    return facet;
  }

  boolean isNarrowed() {
    return !asked.isEmpty();
  }

  /** How many documents have each value, of the segments that are finished. */
  Map<String, Long> counts() {
    return counts;
  }

  Segment in(LeafReader reader) throws IOException {
    SortedSetDocValues values = DocValues.getSortedSet(reader, facet.parameter());
    SortedDocValues single = DocValues.unwrapSingleton(values);
    return single == null ? new Several(values) : new Single(single);
  }

  /** The documents of one segment, asked in their order. */
  abstract class Segment {
    final int[] counted;
    final boolean[] wanted;

    Segment(long values) {
      this.counted = new int[Math.toIntExact(values)];
      this.wanted = new boolean[isNarrowed() ? counted.length : 0];
    }

    abstract boolean hasOneAskedFor(int document) throws IOException;

    abstract void count(int document) throws IOException;

    abstract String value(int ordinal) throws IOException;

    void finish() throws IOException {
      for (int ordinal = 0; ordinal < counted.length; ordinal++) {
        if (counted[ordinal] > 0) {
          counts.merge(value(ordinal), (long) counted[ordinal], Long::sum);
        }
      }
    }
  }

  /** A segment in which no document has more than one value: most of them. */
  private final class Single extends Segment {
    private final SortedDocValues values;

    Single(SortedDocValues values) throws IOException {
      super(values.getValueCount());
      this.values = values;
      for (String value : asked) {
        int ordinal = values.lookupTerm(new BytesRef(value));
        if (ordinal >= 0) {
          wanted[ordinal] = true;
        }
      }
    }

    @Override
    boolean hasOneAskedFor(int document) throws IOException {
      return values.advanceExact(document) && wanted[values.ordValue()];
    }

    @Override
    void count(int document) throws IOException {
      if (values.advanceExact(document)) {
        counted[values.ordValue()]++;
      }
    }

    @Override
    String value(int ordinal) throws IOException {
      return values.lookupOrd(ordinal).utf8ToString();
    }
  }

  private final class Several extends Segment {
    private final SortedSetDocValues values;

    Several(SortedSetDocValues values) throws IOException {
      super(values.getValueCount());
      this.values = values;
      for (String value : asked) {
        long ordinal = values.lookupTerm(new BytesRef(value));
        if (ordinal >= 0) {
          wanted[(int) ordinal] = true;
        }
      }
    }

    @Override
    boolean hasOneAskedFor(int document) throws IOException {
      if (values.advanceExact(document)) {
        for (int i = values.docValueCount(); i > 0; i--) {
          if (wanted[(int) values.nextOrd()]) {
            return true;
          }
        }
      }
      return false;
    }

    @Override
    void count(int document) throws IOException {
      if (values.advanceExact(document)) {
        for (int i = values.docValueCount(); i > 0; i--) {
          counted[(int) values.nextOrd()]++;
        }
      }
    }

    @Override
    String value(int ordinal) throws IOException {
      return values.lookupOrd(ordinal).utf8ToString();
    }
  }
}
