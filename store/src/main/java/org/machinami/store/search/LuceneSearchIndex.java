package org.machinami.store.search;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.search.SearcherManager;
import org.apache.lucene.search.Sort;
import org.apache.lucene.search.SortField;
import org.apache.lucene.search.TermInSetQuery;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.search.TopDocs;
import org.apache.lucene.search.TopFieldCollectorManager;
import org.apache.lucene.store.Directory;
import org.apache.lucene.store.FSDirectory;
import org.apache.lucene.store.LockObtainFailedException;
import org.apache.lucene.util.BytesRef;
import org.machinami.store.graph.GraphVersions;
import org.machinami.store.ledger.Commit;
import org.machinami.store.ledger.GraphChange;
import org.machinami.store.ledger.Hash;
import org.machinami.store.ledger.LedgerReader;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** {@link SearchIndex} on Lucene in a directory of its own. */
public final class LuceneSearchIndex implements SearchIndex {
  private static final Logger LOG = LoggerFactory.getLogger(LuceneSearchIndex.class);
  private static final String APPLIED = "applied";
  private static final String FORMAT = "format";
  private static final String BASE = "base";
  private static final int COMMITS_AT_ONCE = 500;
  private static final double WRITE_BUFFER_MEGABYTES = 48;

  private final String base;
  private final Path path;
  private final Directory directory;
  private final Analyzer analyzer;
  private final IndexWriter writer;
  private final SearcherManager searchers;
  private final Documents documents;
  private volatile long applied;

  /** Whether the writer was emptied since the last commit, so that {@link #applied} is not its. */
  private boolean emptied;

  private LuceneSearchIndex(Path path, String base) throws IOException {
    this.base = base;
    this.path = path;
    this.documents = new Documents(base);
    this.analyzer = Fields.analyzer();
    this.directory = FSDirectory.open(path);
    try {
      IndexWriterConfig config = new IndexWriterConfig(analyzer);
      config.setRAMBufferSizeMB(WRITE_BUFFER_MEGABYTES);
      config.setCommitOnClose(false);
      this.writer = new IndexWriter(directory, config);
    } catch (IOException | RuntimeException e) {
      directory.close();
      throw e;
    }
    this.applied = appliedBy(writer);
    this.searchers = new SearcherManager(writer, null);
  }

  /**
   * Opens the index, an empty one where there is none, or where the one that is there is damaged or
   * of another format.
   *
   * @param base canonical base IRI of the catalogue
   * @throws SearchException when the directory cannot be used, or another process has it open
   */
  public static LuceneSearchIndex open(Path directory, String base) {
    try {
      Files.createDirectories(directory);
      Optional<LuceneSearchIndex> index = tryOpen(directory, base);
      if (index.isPresent()) {
        return index.get();
      }
      delete(directory);
      return new LuceneSearchIndex(directory, base);
    } catch (LockObtainFailedException e) {
      throw new SearchException(
          directory + ": another process has the search index open. Stop it first.", e);
    } catch (IOException e) {
      throw new SearchException(directory + ": the search index cannot be opened", e);
    }
  }

  private static Optional<LuceneSearchIndex> tryOpen(Path directory, String base)
      throws IOException {
    try {
      LuceneSearchIndex index = new LuceneSearchIndex(directory, base);
      if (index.isOurs()) {
        return Optional.of(index);
      }
      LOG.info("{}: search index of another format, to be rebuilt", directory);
      index.close();
    } catch (LockObtainFailedException e) {
      throw e;
    } catch (IOException | RuntimeException e) {
      LOG.warn("{}: search index damaged, to be rebuilt", directory, e);
    }
    return Optional.empty();
  }

  private boolean isOurs() {
    Map<String, String> data = commitData(writer);
    return data.isEmpty()
        ? writer.getDocStats().numDocs == 0
        : Fields.FORMAT.equals(data.get(FORMAT)) && base.equals(data.get(BASE));
  }

  @Override
  public long applied() {
    return applied;
  }

  @Override
  public long documents() {
    try (SearchReading reading = read()) {
      return reading.documents();
    }
  }

  @Override
  public synchronized long catchUp(LedgerReader ledger, GraphVersions versions) {
    if (ledger.head() < applied) {
      LOG.warn("{}: ahead of the ledger, to be rebuilt", path);
      return rebuild(ledger, versions);
    }
    try {
      return takeIn(ledger, versions);
    } catch (IOException e) {
      throw unwritable(e);
    }
  }

  @Override
  public synchronized long rebuild(LedgerReader ledger, GraphVersions versions) {
    try {
      writer.deleteAll();
      emptied = true;
      return takeIn(ledger, versions);
    } catch (IOException e) {
      throw unwritable(e);
    }
  }

  @Override
  public synchronized SearchReading read() {
    try {
      return new SearchReading(searchers, searchers.acquire(), applied);
    } catch (IOException e) {
      throw new SearchException(path + ": the search index cannot be read", e);
    }
  }

  private SearchException unwritable(IOException cause) {
    return new SearchException(path + ": the search index cannot be written", cause);
  }

  private long takeIn(LedgerReader ledger, GraphVersions versions) throws IOException {
    long reached = emptied ? 0 : applied;
    while (true) {
      List<Commit> commits = ledger.read(reached, COMMITS_AT_ONCE);
      if (commits.isEmpty()) {
        break;
      }
      apply(commits, versions);
      reached = commits.get(commits.size() - 1).sequence();
    }
    if (emptied || reached != applied) {
      commit(reached);
      emptied = false;
      searchers.maybeRefreshBlocking();
      applied = reached;
    }
    return applied;
  }

  private void apply(List<Commit> commits, GraphVersions versions) throws IOException {
    String prefix = base + "graph/metadata/";
    Map<String, GraphChange> last = new LinkedHashMap<>();
    for (Commit commit : commits) {
      for (GraphChange change : commit.changes()) {
        if (change.graph().startsWith(prefix)) {
          last.put(change.graph().substring(prefix.length()), change);
        }
      }
    }
    try {
      // No two are of one dataset, so that their order does not matter.
      last.entrySet().parallelStream()
          .forEach(entry -> apply(entry.getKey(), entry.getValue().version(), versions));
    } catch (UncheckedIOException e) {
      throw e.getCause();
    }
  }

  private void apply(String id, Optional<Hash> metadata, GraphVersions versions) {
    Term term = new Term(Fields.ID, id);
    try {
      if (metadata.isEmpty()) {
        writer.deleteDocuments(term);
      } else {
        writer.updateDocument(term, documents.of(id, versions.graph(metadata.get())));
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void commit(long sequence) throws IOException {
    writer.setLiveCommitData(
        Map.of(APPLIED, Long.toString(sequence), FORMAT, Fields.FORMAT, BASE, base).entrySet());
    writer.commit();
  }

  @Override
  public SearchResults search(SearchRequest request) {
    try {
      IndexSearcher searcher = searchers.acquire();
      try {
        return search(searcher, request);
      } finally {
        searchers.release(searcher);
      }
    } catch (IOException e) {
      throw new SearchException(path + ": the search index cannot be read", e);
    }
  }

  private SearchResults search(IndexSearcher searcher, SearchRequest request) throws IOException {
    Query words = new Words(analyzer).query(request.words());
    Query query = narrowed(words, request, null);
    int most =
        Math.max(
            1, Math.min(request.offset() + request.limit(), searcher.getIndexReader().maxDoc()));
    TopDocs found =
        searcher.search(
            query, new TopFieldCollectorManager(sort(request), most, null, Integer.MAX_VALUE));
    List<Hit> hits = new ArrayList<>();
    ScoreDoc[] docs = found.scoreDocs;
    for (int i = request.offset(); i < docs.length && hits.size() < request.limit(); i++) {
      hits.add(Documents.hit(searcher.storedFields().document(docs[i].doc)));
    }
    Map<Facet, List<SearchResults.Count>> counts = new EnumMap<>(Facet.class);
    for (Facet facet : Facet.values()) {
      counts.put(
          facet, searcher.search(narrowed(words, request, facet), new FacetCounts.Manager(facet)));
    }
    return new SearchResults(found.totalHits.value, hits, counts, applied);
  }

  /** The words and the filters of all facets but one. */
  private static Query narrowed(Query words, SearchRequest request, Facet but) {
    BooleanQuery.Builder query = new BooleanQuery.Builder().add(words, Occur.MUST);
    request
        .filters()
        .forEach(
            (facet, values) -> {
              if (facet != but) {
                List<BytesRef> terms = values.stream().map(BytesRef::new).toList();
                query.add(new TermInSetQuery(facet.parameter(), terms), Occur.FILTER);
              }
            });
    return query.build();
  }

  private static Sort sort(SearchRequest request) {
    SortField byId = new SortField(Fields.ID, SortField.Type.STRING);
    SortField newest = new SortField(Fields.MODIFIED, SortField.Type.LONG, true);
    newest.setMissingValue(Long.MIN_VALUE);
    boolean everything = request.words().isBlank();
    return switch (request.order()) {
      case TITLE_JA -> new Sort(new SortField(Fields.BY_TITLE_JA, SortField.Type.STRING), byId);
      case TITLE_EN -> new Sort(new SortField(Fields.BY_TITLE_EN, SortField.Type.STRING), byId);
      case MODIFIED -> new Sort(newest, byId);
      case RELEVANCE ->
          everything ? new Sort(newest, byId) : new Sort(SortField.FIELD_SCORE, newest, byId);
    };
  }

  @Override
  public Optional<Hit> find(String id) {
    return first(new TermQuery(new Term(Fields.ID, id)));
  }

  @Override
  public Optional<Hit> findBy(Facet facet, String value) {
    return first(new TermQuery(new Term(facet.parameter(), value)));
  }

  private Optional<Hit> first(Query query) {
    try {
      IndexSearcher searcher = searchers.acquire();
      try {
        TopDocs found = searcher.search(query, 1);
        return found.scoreDocs.length == 0
            ? Optional.empty()
            : Optional.of(Documents.hit(searcher.storedFields().document(found.scoreDocs[0].doc)));
      } finally {
        searchers.release(searcher);
      }
    } catch (IOException e) {
      throw new SearchException(path + ": the search index cannot be read", e);
    }
  }

  @Override
  public synchronized void close() {
    try {
      searchers.close();
      writer.rollback(); // every catch-up has committed; nothing else is to be kept
      analyzer.close();
      directory.close();
    } catch (IOException e) {
      throw new SearchException(path + ": the search index cannot be closed", e);
    }
  }

  private static long appliedBy(IndexWriter writer) {
    try {
      return Long.parseLong(commitData(writer).getOrDefault(APPLIED, "0"));
    } catch (NumberFormatException e) {
      throw new IllegalStateException("commit data of the search index are not ours", e);
    }
  }

  private static Map<String, String> commitData(IndexWriter writer) {
    Map<String, String> data = new LinkedHashMap<>();
    Iterable<Map.Entry<String, String>> entries = writer.getLiveCommitData();
    if (entries != null) {
      entries.forEach(e -> data.put(e.getKey(), e.getValue()));
    }
    return data;
  }

  private static void delete(Path directory) throws IOException {
    List<Path> files;
    try (Stream<Path> walk = Files.walk(directory)) {
      files = walk.sorted(Comparator.reverseOrder()).toList();
    }
    for (Path file : files) {
      if (!file.equals(directory)) {
        Files.delete(file);
      }
    }
  }
}
