package org.machinami.web.home;

import java.time.Clock;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.machinami.store.search.Facet;
import org.machinami.store.search.Period;
import org.machinami.store.search.SearchIndex;

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

  /** A date that is yet to come is a slip. */
  private Counted count(LocalDate today) {
    // Asked first: should the index go on meanwhile, the next page counts again.
    long applied = search.applied();
    Period days = new Period(Optional.of(today.minusDays(DAYS)), Optional.of(today));
    Map<String, Long> counts = new HashMap<>();
    search
        .modifiedIn(days, Facet.SERVICE_FIELD)
        .forEach(count -> counts.put(count.value(), count.hits()));
    return new Counted(applied, today, Map.copyOf(counts));
  }
}
