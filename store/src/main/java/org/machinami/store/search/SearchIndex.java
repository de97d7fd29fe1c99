package org.machinami.store.search;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.machinami.store.graph.GraphVersions;
import org.machinami.store.ledger.LedgerReader;
import org.machinami.store.search.text.TypedField;

/**
 * The index of dataset descriptions. One process opens it for writing. All methods are thread-safe.
 */
public interface SearchIndex extends AutoCloseable {
  /** Of so many things names are asked for at a time. */
  int MOST_NAMED = 1_000;

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

  /**
   * The dataset which itself, or a distribution or the table of which, has this name-based UUID.
   */
  Optional<Hit> findByUuid(String uuid);

  /**
   * In which parts of the descriptions of some hits any of the words stands, in any language.
   *
   * @param words as typed
   * @param ids of the hits
   * @return by id; a hit that only characters side by side have found, and no word, is absent
   */
  Map<String, Set<TypedField>> foundIn(String words, Collection<String> ids);

  /** How many of the hits of a request have each value of a facet, the most frequent first. */
  List<SearchResults.Count> count(SearchRequest request, Facet facet);

  /** Who publishes what is in it, and who belongs to whom. */
  PublisherTree publishers();

  /**
   * Says how often datasets are used, for {@link Order#USED}; searches that start after the return
   * know it, until it is said anew.
   *
   * @param byDataset by id; one that is not named is not used
   */
  void uses(Map<String, Long> byDataset);

  /**
   * What the data of any dataset call some things.
   *
   * @param iris of the things; those after the first {@value #MOST_NAMED} are left out
   * @return the names in all languages, by IRI; things that no data name are absent
   */
  Map<String, List<Literal>> names(Collection<String> iris);

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
