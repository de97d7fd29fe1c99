package org.machinami.store.search;

import java.io.IOException;
import java.time.Instant;
import java.util.BitSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.lucene.document.Document;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.LeafReader;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.PostingsEnum;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.DocIdSetIterator;
import org.machinami.store.ledger.Hash;

/**
 * From which versions the documents in a writer are made, those included that no search sees yet.
 * {@link #of} and {@link #put} may be called by several threads.
 */
final class Known implements AutoCloseable {
  private static final int MET_BITS = 26;
  private static final int SPREAD = 0x9E3779B9;
  private static final Set<String> STORED =
      Set.of(Fields.METADATA_VERSION, Fields.DATA_VERSION, Fields.CREATED);

  private final IndexWriter writer;
  private final int most;
  private final Map<String, Versions> written = new ConcurrentHashMap<>();

  /** Whether nothing was there at first, so that all there is has been {@link #met}. */
  private final boolean all;

  /** Bits of the ids that were forgotten; an id whose bit is not set was never written. */
  private final BitSet met = new BitSet();

  private DirectoryReader reader;

  /**
   * @param most documents whose versions are remembered at a time
   */
  Known(IndexWriter writer, int most) throws IOException {
    this.writer = writer;
    this.most = most;
    this.reader = DirectoryReader.open(writer);
    this.all = reader.numDocs() == 0;
  }

  Versions of(String id) throws IOException {
    Versions versions = written.get(id);
    if (versions != null) {
      return versions;
    }
    return all && !met.get(bit(id)) ? Versions.NONE : stored(id);
  }

  private static int bit(String id) {
    return (id.hashCode() * SPREAD) >>> (Integer.SIZE - MET_BITS);
  }

  private Versions stored(String id) throws IOException {
    for (LeafReaderContext segment : reader.leaves()) {
      LeafReader documents = segment.reader();
      PostingsEnum found = documents.postings(new Term(Fields.ID, id), PostingsEnum.NONE);
      int document = found == null ? DocIdSetIterator.NO_MORE_DOCS : found.nextDoc();
      while (document != DocIdSetIterator.NO_MORE_DOCS) {
        if (documents.getLiveDocs() == null || documents.getLiveDocs().get(document)) {
          return versions(documents.storedFields().document(document, STORED));
        }
        document = found.nextDoc();
      }
    }
    return Versions.NONE;
  }

  private static Versions versions(Document document) {
    return new Versions(
        Optional.ofNullable(document.get(Fields.METADATA_VERSION)).map(Hash::parse),
        Optional.ofNullable(document.get(Fields.DATA_VERSION)).map(Hash::parse),
        Optional.ofNullable(document.getField(Fields.CREATED))
            .map(field -> Instant.ofEpochMilli(field.numericValue().longValue())));
  }

  void put(String id, Versions versions) {
    written.put(id, versions);
  }

  /** Forgets what can be read from the writer by now, so that memory stays bounded. */
  void settle() throws IOException {
    if (written.size() > most) {
      DirectoryReader newer = DirectoryReader.openIfChanged(reader, writer);
      if (newer != null) {
        reader.close();
        reader = newer;
      }
      written.keySet().forEach(id -> met.set(bit(id)));
      written.clear();
    }
  }

  @Override
  public void close() throws IOException {
    reader.close();
  }
}
