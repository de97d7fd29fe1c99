package org.machinami.store.search;

import java.io.IOException;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.lucene.document.Document;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.search.TermQuery;
import org.machinami.store.ledger.Hash;

/**
 * From which versions the documents in a writer are made, those included that no search sees yet.
 * {@link #of} and {@link #put} may be called by several threads.
 */
final class Known implements AutoCloseable {
  private static final int MOST_REMEMBERED = 50_000;
  private static final Set<String> STORED = Set.of(Fields.METADATA_VERSION, Fields.DATA_VERSION);

  private final IndexWriter writer;
  private final Map<String, Versions> written = new ConcurrentHashMap<>();
  private DirectoryReader reader;

  Known(IndexWriter writer) throws IOException {
    this.writer = writer;
    this.reader = DirectoryReader.open(writer);
  }

  Versions of(String id) throws IOException {
    Versions versions = written.get(id);
    return versions == null ? stored(id) : versions;
  }

  private Versions stored(String id) throws IOException {
    if (reader.numDocs() == 0) {
      return Versions.NONE;
    }
    IndexSearcher searcher = new IndexSearcher(reader);
    ScoreDoc[] found = searcher.search(new TermQuery(new Term(Fields.ID, id)), 1).scoreDocs;
    if (found.length == 0) {
      return Versions.NONE;
    }
    Document document = searcher.storedFields().document(found[0].doc, STORED);
    return new Versions(
        Optional.ofNullable(document.get(Fields.METADATA_VERSION)).map(Hash::parse),
        Optional.ofNullable(document.get(Fields.DATA_VERSION)).map(Hash::parse));
  }

  void put(String id, Versions versions) {
    written.put(id, versions);
  }

  /** Forgets what can be read from the writer by now, so that memory stays bounded. */
  void settle() throws IOException {
    if (written.size() > MOST_REMEMBERED) {
      DirectoryReader newer = DirectoryReader.openIfChanged(reader, writer);
      if (newer != null) {
        reader.close();
        reader = newer;
      }
      written.clear();
    }
  }

  @Override
  public void close() throws IOException {
    reader.close();
  }
}
