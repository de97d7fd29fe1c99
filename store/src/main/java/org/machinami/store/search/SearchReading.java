package org.machinami.store.search;

import java.io.IOException;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.SearcherManager;
import org.apache.lucene.search.TermQuery;

/**
 * What a search index holds at one moment, however far the index itself goes on meanwhile. For one
 * thread; to be closed.
 */
public final class SearchReading implements AutoCloseable {
  private final SearcherManager searchers;
  private final IndexSearcher searcher;
  private final long applied;

  /**
   * @param searcher acquired from the searchers, given back by {@link #close}
   */
  SearchReading(SearcherManager searchers, IndexSearcher searcher, long applied) {
    this.searchers = searchers;
    this.searcher = searcher;
    this.applied = applied;
  }

  /** The ledger sequence that this state is of. */
  public long applied() {
    return applied;
  }

  /** Number of datasets. */
  public long documents() {
    return count(Narrowing.DATASETS);
  }

  /** Whether the dataset with this id is there. */
  public boolean contains(String id) {
    return count(Narrowing.datasets(new TermQuery(new Term(Fields.ID, id)))) > 0;
  }

  private long count(Query query) {
    try {
      return searcher.count(query);
    } catch (IOException e) {
      throw new SearchException("The search index cannot be read", e);
    }
  }

  @Override
  public void close() {
    try {
      searchers.release(searcher);
    } catch (IOException e) {
      throw new SearchException("The search index cannot be read", e);
    }
  }
}
