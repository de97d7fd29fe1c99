package org.machinami.store.search;

import java.util.List;
import java.util.Map;

/**
 * A page of hits.
 *
 * @param total number of all hits
 * @param counts for each facet, its values with the number of hits that have them, the most
 *     frequent first; filters on the same facet are not applied, so that one can see what else
 *     there is to choose
 * @param applied ledger sequence of the index that answered
 */
public record SearchResults(
    long total, List<Hit> hits, Map<Facet, List<Count>> counts, long applied) {
  public SearchResults {
    hits = List.copyOf(hits);
    counts = Map.copyOf(counts);
  }

  /** A value of a facet and how many hits have it. */
  public record Count(String value, long hits) {}

  /** The counts of a facet, empty when no hit has it. */
  public List<Count> of(Facet facet) {
    return counts.getOrDefault(facet, List.of());
  }
}
