package org.machinami.web.home;

import java.time.Clock;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.machinami.store.search.Facet;
import org.machinami.store.search.Hit;
import org.machinami.store.search.Order;
import org.machinami.store.search.SearchIndex;
import org.machinami.store.search.SearchRequest;
import org.machinami.store.search.SearchResults;

/**
 * How many datasets of each service field were updated in the last {@value #DAYS} days, by what
 * their descriptions say. Counted once for a day and a state of the index. Thread-safe.
 */
final class RecentUpdates {
  static final int DAYS = 30;

  private final SearchIndex search;
  private final Clock clock;
  private volatile Counted last = new Counted(-1, LocalDate.MIN, Map.of());

  /** The counts of a state of the index on a day. */
  private record Counted(long applied, LocalDate day, Map<String, Long> byField) {}

  /**
   * @param clock in the time zone of the city
   */
  RecentUpdates(SearchIndex search, Clock clock) {
    this.search = search;
    this.clock = clock;
  }

  LocalDate today() {
    return LocalDate.now(clock);
  }

  /** Number of datasets by id of the field; a field without any is not there. */
  Map<String, Long> byField() {
    LocalDate today = today();
    Counted known = last;
    if (known.applied() != search.applied() || !known.day().equals(today)) {
      known = count(today);
      last = known;
    }
    return known.byField();
  }

  /** From the newest on, until one is too old; a date that is yet to come is a slip. */
  private Counted count(LocalDate today) {
    LocalDate since = today.minusDays(DAYS);
    Map<String, Long> counts = new HashMap<>();
    int offset = 0;
    while (true) {
      SearchResults page =
          search.search(
              new SearchRequest("", Map.of(), Order.MODIFIED, offset, SearchRequest.MOST_HITS));
      for (Hit hit : page.hits()) {
        Optional<LocalDate> modified = hit.modified();
        if (modified.isEmpty() || modified.get().isBefore(since)) {
          return new Counted(page.applied(), today, Map.copyOf(counts));
        }
        if (!modified.get().isAfter(today)) {
          fields(hit).forEach(field -> counts.merge(field, 1L, Long::sum));
        }
      }
      offset += SearchRequest.MOST_HITS;
      if (page.hits().size() < SearchRequest.MOST_HITS || offset > SearchRequest.LAST_OFFSET) {
        return new Counted(page.applied(), today, Map.copyOf(counts));
      }
    }
  }

  private static List<String> fields(Hit hit) {
    return hit.values(Facet.SERVICE_FIELD);
  }
}
