package org.machinami.web.monitor;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.temporal.IsoFields;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Some days in a row that figures are counted for.
 *
 * @param id such as {@code 2026-11}, {@code 2026-W48} or {@code 2026-Q4}
 * @param to the last day
 */
record Span(String id, LocalDate from, LocalDate to) {

  /** The last months, this one at the end. */
  static List<Span> months(LocalDate today, int count) {
    List<Span> spans = new ArrayList<>();
    for (int i = count - 1; i >= 0; i--) {
      YearMonth month = YearMonth.from(today).minusMonths(i);
      spans.add(new Span(month.toString(), month.atDay(1), month.atEndOfMonth()));
    }
    return spans;
  }

  /** The last weeks, Monday to Sunday, this one at the end. */
  static List<Span> weeks(LocalDate today, int count) {
    List<Span> spans = new ArrayList<>();
    LocalDate monday = today.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
    for (int i = count - 1; i >= 0; i--) {
      LocalDate from = monday.minusWeeks(i);
      String id =
          String.format(
              Locale.ROOT,
              "%04d-W%02d",
              from.get(IsoFields.WEEK_BASED_YEAR),
              from.get(IsoFields.WEEK_OF_WEEK_BASED_YEAR));
      spans.add(new Span(id, from, from.plusDays(6)));
    }
    return spans;
  }

  /** A quarter of a calendar year, 1 to 4. */
  static Span quarter(int year, int quarter) {
    LocalDate from = LocalDate.of(year, 3 * quarter - 2, 1);
    return new Span(year + "-Q" + quarter, from, from.plusMonths(3).minusDays(1));
  }

  /** The quarter that a day is in. */
  static Span quarter(LocalDate day) {
    return quarter(day.getYear(), (day.getMonthValue() + 2) / 3);
  }

  /** The quarter before this one. */
  Span before() {
    return quarter(from.minusDays(1));
  }

  boolean holds(LocalDate day) {
    return !day.isBefore(from) && !day.isAfter(to);
  }
}
