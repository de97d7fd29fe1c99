package org.machinami.store.search;

import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/**
 * What is looked for.
 *
 * @param words as typed, see {@link org.machinami.store.search.text.Typed}; empty matches
 *     everything
 * @param filters the values of which a hit has at least one, for each facet that is narrowed
 * @param period with which the period of a hit has a day in common
 * @param condition that a hit meets
 * @param extent with which the extent of a hit has a point in common
 * @param offset number of hits to pass over, from 0
 * @param limit number of hits to return, 0 for counts only, at most {@value #MOST_HITS}
 * @param advised whether things of that name, and where nothing is found other words, are looked
 *     for, too
 */
public record SearchRequest(
    String words,
    Map<Facet, Set<String>> filters,
    Period period,
    Optional<Box> extent,
    Condition condition,
    Order order,
    int offset,
    int limit,
    boolean advised) {
  public static final int MOST_HITS = 1000;

  /** Pages beyond this one are not worth their cost: narrow the search instead. */
  public static final int LAST_OFFSET = 1_000_000;

  public SearchRequest {
    Objects.requireNonNull(words, "words");
    Objects.requireNonNull(period, "period");
    Objects.requireNonNull(extent, "extent");
    Objects.requireNonNull(condition, "condition");
    Objects.requireNonNull(order, "order");
    Map<Facet, Set<String>> copy = new EnumMap<>(Facet.class);
    filters.forEach(
        (facet, values) -> {
          if (!values.isEmpty()) {
            copy.put(facet, Set.copyOf(values));
          }
        });
    filters = Map.copyOf(copy);
    if (offset < 0 || offset > LAST_OFFSET) {
      throw new IllegalArgumentException("offset must be 0 to " + LAST_OFFSET + ": " + offset);
    }
    if (limit < 0 || limit > MOST_HITS) {
      throw new IllegalArgumentException("limit must be 0 to " + MOST_HITS + ": " + limit);
    }
  }

  /** What a program asks for: with a condition, without advice. */
  public SearchRequest(
      String words,
      Map<Facet, Set<String>> filters,
      Period period,
      Optional<Box> extent,
      Condition condition,
      Order order,
      int offset,
      int limit) {
    this(words, filters, period, extent, condition, order, offset, limit, false);
  }

  /** What a person asks for: with advice, without a condition. */
  public SearchRequest(
      String words,
      Map<Facet, Set<String>> filters,
      Period period,
      Optional<Box> extent,
      Order order,
      int offset,
      int limit) {
    this(words, filters, period, extent, Condition.EVERYTHING, order, offset, limit, true);
  }

  /** The same at any time and any place. */
  public SearchRequest(
      String words, Map<Facet, Set<String>> filters, Order order, int offset, int limit) {
    this(words, filters, Period.ALWAYS, Optional.empty(), order, offset, limit);
  }

  /** Everything, the newest first. */
  public static SearchRequest newest(int limit) {
    return new SearchRequest("", Map.of(), Order.MODIFIED, 0, limit);
  }

  /** The same for a program: only what is found. */
  public SearchRequest unadvised() {
    return new SearchRequest(
        words, filters, period, extent, condition, order, offset, limit, false);
  }

  /** The same with other values for a facet. */
  SearchRequest with(Facet facet, Set<String> values) {
    Map<Facet, Set<String>> changed = new EnumMap<>(Facet.class);
    changed.putAll(filters);
    changed.put(facet, values);
    return new SearchRequest(
        words, changed, period, extent, condition, order, offset, limit, advised);
  }

  boolean isNarrowed() {
    return !filters.isEmpty()
        || !period.equals(Period.ALWAYS)
        || extent.isPresent()
        || !(condition instanceof Condition.Everything);
  }
}
