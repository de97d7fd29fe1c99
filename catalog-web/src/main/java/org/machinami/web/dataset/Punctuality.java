package org.machinami.web.dataset;

import java.time.Instant;
import java.time.LocalDate;
import java.time.Period;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.machinami.store.state.GraphState;
import org.machinami.web.language.Messages;
import org.machinami.web.rdf.Labels;

/**
 * Whether the data came as often as they were said to, by the times of the commits.
 *
 * @param kept how many of the intervals between two versions were no longer than said
 * @param intervals how many there were
 * @param next the day by which the next version is to be expected
 */
public record Punctuality(int kept, int intervals, LocalDate next) {
  /** By the end of the IRI of a frequency. Where none is named there is nothing to keep to. */
  private static final Map<String, Period> PERIODS =
      Map.ofEntries(
          Map.entry("DAILY", Period.ofDays(1)),
          Map.entry("WEEKLY_3", Period.ofDays(3)),
          Map.entry("WEEKLY_2", Period.ofDays(4)),
          Map.entry("WEEKLY", Period.ofWeeks(1)),
          Map.entry("BIWEEKLY", Period.ofWeeks(2)),
          Map.entry("MONTHLY_2", Period.ofDays(16)),
          Map.entry("MONTHLY", Period.ofMonths(1)),
          Map.entry("BIMONTHLY", Period.ofMonths(2)),
          Map.entry("QUARTERLY", Period.ofMonths(3)),
          Map.entry("ANNUAL_3", Period.ofMonths(4)),
          Map.entry("ANNUAL_2", Period.ofMonths(6)),
          Map.entry("ANNUAL", Period.ofYears(1)),
          Map.entry("BIENNIAL", Period.ofYears(2)),
          Map.entry("TRIENNIAL", Period.ofYears(3)),
          Map.entry("QUADRENNIAL", Period.ofYears(4)),
          Map.entry("QUINQUENNIAL", Period.ofYears(5)),
          Map.entry("DECENNIAL", Period.ofYears(10)));

  private static final int MOST_LOOKED_AT = 200;

  /** How long the interval between two versions may be; empty where nothing is promised. */
  public static Optional<Period> period(String frequency) {
    return Optional.ofNullable(PERIODS.get(Labels.localName(frequency)));
  }

  /** Whether what was to follow a version within a period has come by a day, with some grace. */
  public static boolean inTime(LocalDate before, LocalDate day, Period period) {
    // A day of grace: who publishes every first of the month may do so on a Monday.
    return !day.isAfter(before.plus(period).plusDays(1 + period.getMonths()));
  }

  /**
   * Of a history.
   *
   * @param frequency IRI of how often the data are said to come
   * @param history states of the data, newest first
   */
  static Optional<Punctuality> of(String frequency, List<GraphState> history) {
    Period period = PERIODS.get(Labels.localName(frequency));
    List<LocalDate> days = new ArrayList<>();
    history.stream()
        .filter(s -> !s.deleted())
        .limit(MOST_LOOKED_AT)
        .map(s -> day(s.modified()))
        .forEach(days::add);
    if (period == null || days.isEmpty()) {
      return Optional.empty();
    }
    int kept = 0;
    for (int i = 0; i + 1 < days.size(); i++) {
      kept += inTime(days.get(i + 1), days.get(i), period) ? 1 : 0;
    }
    return Optional.of(new Punctuality(kept, days.size() - 1, days.get(0).plus(period)));
  }

  /** Whether the next version has not come by the day that it was to be expected. */
  public boolean isOverdue(LocalDate today) {
    return today.isAfter(next);
  }

  private static LocalDate day(Instant time) {
    return time.atZone(Messages.CITY).toLocalDate();
  }
}
