package org.machinami.store.search;

import java.util.List;
import java.util.Optional;
import org.machinami.store.graph.GraphVersions;
import org.machinami.store.ledger.LedgerReader;

/**
 * The index of dataset descriptions. One process opens it for writing. All methods are thread-safe.
 */
public interface SearchIndex extends AutoCloseable {
  /** The ledger sequence up to which every commit can be found, durably; 0 for an empty index. */
  long applied();

  /** Number of datasets in it. */
  long documents();

  /**
   * Takes in what the ledger has and the index lacks; searches that start after the return see it.
   *
   * @return the sequence reached
   * @throws SearchException when the index cannot be written; what it had before stays
   */
  long catchUp(LedgerReader ledger, GraphVersions versions);

  /**
   * Empties the index and takes in the whole ledger. Searches go on and are answered from what was
   * there before, until the return.
   *
   * @return the sequence reached
   * @throws SearchException when the index cannot be written; searches and what is on disk stay as
   *     they were, and the next {@link #catchUp} begins with the first commit
   */
  long rebuild(LedgerReader ledger, GraphVersions versions);

  /**
   * Opens a reading of the index as it is now, after a catch-up or rebuild that is under way; what
   * comes later is seen by later readings only.
   */
  SearchReading read();

  /**
   * Answers from a consistent state of the index. Words that nobody could look for (only
   * punctuation) match nothing; nothing that is typed is an error.
   */
  SearchResults search(SearchRequest request);

  /** The dataset with this id. */
  Optional<Hit> find(String id);

  /** Any dataset that has this value, to learn how the value is called (a publisher's names). */
  Optional<Hit> findBy(Facet facet, String value);

  /** Of the datasets that were last changed on one of these days, how many have each value. */
  List<SearchResults.Count> modifiedIn(Period days, Facet facet);

  /**
   * Names that begin with what is typed, by their letters or by how they sound: of datasets, of
   * things, keywords, publishers.
   *
   * @return at most so many, those with the most hits first
   */
  List<Suggestion> suggest(String typed, int most);

  @Override
  void close();
}
