package org.machinami.store.search;

import java.io.IOException;
import org.apache.lucene.index.DocValues;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.SortedDocValues;
import org.apache.lucene.search.FieldComparator;
import org.apache.lucene.search.FieldComparatorSource;
import org.apache.lucene.search.LeafFieldComparator;
import org.apache.lucene.search.Pruning;
import org.apache.lucene.search.Scorable;
import org.apache.lucene.search.SortField;
import org.apache.lucene.util.BytesRef;

/**
 * Sorts datasets by their ids where nothing else tells them apart. Lucene's own order of texts
 * reads that of every document that comes among the best, which costs more than to count all facets
 * of it; this one compares numbers within a segment, and reads a text only to compare it with
 * another segment's.
 */
final class IdOrder extends FieldComparatorSource {
  private IdOrder() {}

  static SortField field() {
    return new SortField(Fields.ID, new IdOrder());
  }

  @Override
  public FieldComparator<BytesRef> newComparator(
      String field, int hits, Pruning pruning, boolean reversed) {
    return new ById(field, hits);
  }

  /** An id as its segment numbers it. */
  private record Place(SortedDocValues segment, int ordinal) {
    int compareTo(Place other) throws IOException {
      return segment == other.segment
          ? Integer.compare(ordinal, other.ordinal)
          : text().compareTo(other.text());
    }

    /** Valid until another text of the segment is read. */
    BytesRef text() throws IOException {
      return ordinal < 0 ? new BytesRef() : segment.lookupOrd(ordinal);
    }
  }

  private static final class ById extends FieldComparator<BytesRef> {
    private final String field;
    private final Place[] places;

    /** The last of the best, of whichever segment. */
    private Place bottom;

    ById(String field, int hits) {
      this.field = field;
      this.places = new Place[hits];
    }

    @Override
    public int compare(int slot, int other) {
      try {
        return places[slot].compareTo(places[other]);
      } catch (IOException e) {
        throw new SearchException("The search index cannot be read", e);
      }
    }

    @Override
    public BytesRef value(int slot) {
      try {
        return BytesRef.deepCopyOf(places[slot].text());
      } catch (IOException e) {
        throw new SearchException("The search index cannot be read", e);
      }
    }

    @Override
    public void setTopValue(BytesRef value) {
      throw new UnsupportedOperationException("lists are read by offset");
    }

    @Override
    public LeafFieldComparator getLeafComparator(LeafReaderContext segment) throws IOException {
      return new InSegment(DocValues.getSorted(segment.reader(), field));
    }

    private final class InSegment implements LeafFieldComparator {
      private final SortedDocValues ids;

      InSegment(SortedDocValues ids) {
        this.ids = ids;
      }

      private Place place(int document) throws IOException {
        return new Place(ids, ids.advanceExact(document) ? ids.ordValue() : -1);
      }

      @Override
      public void setBottom(int slot) {
        bottom = places[slot];
      }

      @Override
      public int compareBottom(int document) throws IOException {
        return bottom.compareTo(place(document));
      }

      @Override
      public int compareTop(int document) {
        throw new UnsupportedOperationException("lists are read by offset");
      }

      @Override
      public void copy(int slot, int document) throws IOException {
        places[slot] = place(document);
      }

      @Override
      public void setScorer(Scorable scorer) {
        // the order does not depend on it
      }
    }
  }
}
