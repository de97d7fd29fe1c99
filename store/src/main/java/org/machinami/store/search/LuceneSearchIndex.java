package org.machinami.store.search;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.apache.jena.graph.Graph;
import org.apache.lucene.analysis.core.KeywordAnalyzer;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.SearcherManager;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.search.TopDocs;
import org.apache.lucene.store.Directory;
import org.apache.lucene.store.FSDirectory;
import org.apache.lucene.store.LockObtainFailedException;
import org.machinami.ontology.Vocabularies;
import org.machinami.store.graph.GraphVersions;
import org.machinami.store.ledger.Commit;
import org.machinami.store.ledger.LedgerReader;
import org.machinami.store.search.text.Analysis;
import org.machinami.store.search.text.Synonyms;
import org.machinami.store.search.text.TypedField;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** {@link SearchIndex} on Lucene in a directory of its own. */
public final class LuceneSearchIndex implements SearchIndex {
  private static final Logger LOG = LoggerFactory.getLogger(LuceneSearchIndex.class);
  private static final String APPLIED = "applied";
  private static final String FORMAT = "format";
  private static final String BASE = "base";
  private static final int COMMITS_AT_ONCE = 100;
  private static final int MOST_KNOWN = 50_000;
  private static final double WRITE_BUFFER_MEGABYTES = 48;

  private final String base;
  private final Path path;
  private final Directory directory;
  private final Analysis analysis = new Analysis();
  private final IndexWriter writer;
  private final SearcherManager searchers;
  private final Ingest ingest;
  private final Search search;
  private volatile long applied;

  /** Whether the writer was emptied since the last commit, so that {@link #applied} is not its. */
  private boolean emptied;

  private LuceneSearchIndex(Path path, String base) throws IOException {
    this.base = base;
    this.path = path;
    Graph vocabulary = Vocabularies.union();
    Synonyms synonyms = Synonyms.of(vocabulary, analysis);
    this.search = new Search(analysis, synonyms, base);
    this.directory = FSDirectory.open(path);
    try {
      IndexWriterConfig config = new IndexWriterConfig(new KeywordAnalyzer());
      config.setRAMBufferSizeMB(WRITE_BUFFER_MEGABYTES);
      config.setUseCompoundFile(false);
      config.setCommitOnClose(false);
      this.writer = new IndexWriter(directory, config);
    } catch (IOException | RuntimeException e) {
      directory.close();
      throw e;
    }
    this.ingest = new Ingest(writer, analysis, vocabulary, base);
    this.applied = appliedBy(writer);
    this.searchers = new SearcherManager(writer, Relevance.searchers());
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
      throw unreadable(e);
    }
  }

  private SearchException unreadable(IOException cause) {
    return new SearchException(path + ": the search index cannot be read", cause);
  }

  private SearchException unwritable(IOException cause) {
    return new SearchException(path + ": the search index cannot be written", cause);
  }

  private long takeIn(LedgerReader ledger, GraphVersions versions) throws IOException {
    long reached = emptied ? 0 : applied;
    try (Known known = new Known(writer, MOST_KNOWN)) {
      while (true) {
        List<Commit> commits = ledger.read(reached, COMMITS_AT_ONCE);
        if (commits.isEmpty()) {
          break;
        }
        ingest.apply(commits, versions, known);
        reached = commits.get(commits.size() - 1).sequence();
      }
    }
    if (emptied || reached != applied) {
      if (emptied || applied == 0) {
        // Every segment is searched for itself: what was built from nothing becomes one of them.
        writer.forceMerge(1);
      }
      commit(reached);
      emptied = false;
      searchers.maybeRefreshBlocking();
      applied = reached;
    }
    return applied;
  }

  private void commit(long sequence) throws IOException {
    writer.setLiveCommitData(
        Map.of(APPLIED, Long.toString(sequence), FORMAT, Fields.FORMAT, BASE, base).entrySet());
    writer.commit();
  }

  @Override
  public SearchResults search(SearchRequest request) {
    return ask(searcher -> search.search(searcher, request, applied));
  }

  @Override
  public Optional<Hit> find(String id) {
    return first(new TermQuery(new Term(Fields.ID, id)));
  }

  @Override
  public Optional<Hit> findByUuid(String uuid) {
    return first(new TermQuery(new Term(Fields.UUID, uuid)));
  }

  @Override
  public Map<String, Set<TypedField>> foundIn(String words, Collection<String> ids) {
    return ask(searcher -> search.foundIn(searcher, words, ids));
  }

  @Override
  public List<SearchResults.Count> count(SearchRequest request, Facet facet) {
    return ask(searcher -> search.count(searcher, request, facet));
  }

  @Override
  public PublisherTree publishers() {
    try {
      IndexSearcher searcher = searchers.acquire();
      try {
        return search.publishers(searcher);
      } finally {
        searchers.release(searcher);
      }
    } catch (IOException e) {
      throw unreadable(e);
    }
  }

  @Override
  public void uses(Map<String, Long> byDataset) {
    search.uses(byDataset);
  }

  @Override
  public List<SearchResults.Count> modifiedIn(Period days, Facet facet) {
    FacetCounts.Manager counting =
        new FacetCounts.Manager(Set.of(facet), Map.of(), Optional.empty());
    return ask(searcher -> searcher.search(Narrowing.modifiedIn(days), counting))
        .counted()
        .counts()
        .getOrDefault(facet, List.of());
  }

  @Override
  public List<Suggestion> suggest(String typed, int most) {
    return ask(searcher -> Suggestions.of(searcher.getIndexReader(), typed, most));
  }

  @Override
  public Map<String, List<Literal>> names(Collection<String> iris) {
    try {
      IndexSearcher searcher = searchers.acquire();
      try {
        return Things.names(searcher, iris);
      } finally {
        searchers.release(searcher);
      }
    } catch (IOException e) {
      throw unreadable(e);
    }
  }

  private Optional<Hit> first(Query query) {
    return ask(
        searcher -> {
          TopDocs found = searcher.search(Narrowing.datasets(query), 1);
          return found.scoreDocs.length == 0
              ? Optional.empty()
              : Optional.of(search.hit(searcher, found.scoreDocs[0]));
        });
  }

  /** What is asked of one state of the index. */
  private interface Question<T> {
    T answer(IndexSearcher searcher) throws IOException;
  }

  private <T> T ask(Question<T> question) {
    try {
      IndexSearcher searcher = searchers.acquire();
      try {
        return question.answer(searcher);
      } finally {
        searchers.release(searcher);
      }
    } catch (IOException e) {
      throw unreadable(e);
    }
  }

  @Override
  public synchronized void close() {
    try {
      searchers.close();
      writer.rollback(); // every catch-up has committed; nothing else is to be kept
      analysis.close();
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
