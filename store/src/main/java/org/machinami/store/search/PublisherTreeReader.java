package org.machinami.store.search;

import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import org.apache.lucene.index.DocValues;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.SortedSetDocValues;
import org.apache.lucene.search.DocIdSetIterator;
import org.apache.lucene.util.Bits;

/** Reads the tree of publishers from an index. */
final class PublisherTreeReader {
  private PublisherTreeReader() {}

  static PublisherTree read(IndexReader reader) throws IOException {
    return new PublisherTree(statements(reader));
  }

  private static Map<PublisherStatement, Long> statements(IndexReader reader) throws IOException {
    Map<PublisherStatement, Long> statements = new HashMap<>();
    for (LeafReaderContext segment : reader.leaves()) {
      SortedSetDocValues values =
          DocValues.getSortedSet(segment.reader(), Fields.PUBLISHER_STATEMENT);
      Bits live = segment.reader().getLiveDocs();
      long[] counts = new long[Math.toIntExact(values.getValueCount())];
      while (values.nextDoc() != DocIdSetIterator.NO_MORE_DOCS) {
        if (live == null || live.get(values.docID())) {
          for (int i = values.docValueCount(); i > 0; i--) {
            counts[(int) values.nextOrd()]++;
          }
        }
      }
      for (int ord = 0; ord < counts.length; ord++) {
        if (counts[ord] > 0) {
          PublisherStatement statement =
              PublisherStatement.decode(values.lookupOrd(ord).utf8ToString());
          statements.merge(statement, counts[ord], Long::sum);
        }
      }
    }
    return statements;
  }
}
