package org.machinami.store.search;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.machinami.store.search.text.Typed;

/**
 * A page of hits.
 *
 * @param total number of all hits
 * @param counts for each facet, its values with the number of hits that have them, the most
 *     frequent first; filters on the same facet are not applied, so that one can see what else
 *     there is to choose
 * @param typed how the words were understood
 * @param things those that have exactly the words as their name
 * @param correction words of the index like the ones that were typed, where nothing was found
 * @param looser a search that finds something, where nothing was found
 * @param marker marks the words in the texts of the hits
 * @param applied ledger sequence of the index that answered
 */
public record SearchResults(
    long total,
    List<Hit> hits,
    Map<Facet, List<Count>> counts,
    Typed typed,
    List<Thing> things,
    Optional<String> correction,
    Optional<Looser> looser,
    Marker marker,
    long applied) {
  public SearchResults {
    hits = List.copyOf(hits);
    counts = Map.copyOf(counts);
    things = List.copyOf(things);
  }

  /** A value of a facet and how many hits have it. */
  public record Count(String value, long hits) {}

  /**
   * A thing of the city that data name.
   *
   * @param datasets ids of datasets whose data name it
   */
  public record Thing(String iri, List<Literal> names, Set<String> datasets) {}

  /**
   * A search that asks for less: fewer words, or the same ones, and no filters.
   *
   * @param total what it finds
   */
  public record Looser(String words, long total) {}

  /** The counts of a facet, empty when no hit has it. */
  public List<Count> of(Facet facet) {
    return counts.getOrDefault(facet, List.of());
  }
}
