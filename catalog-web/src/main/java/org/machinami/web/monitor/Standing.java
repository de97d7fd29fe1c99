package org.machinami.web.monitor;

import java.time.LocalDate;
import java.time.Period;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.machinami.web.dataset.Punctuality;

/**
 * How a dataset that is there stands today.
 *
 * @param publisher id of the publisher, empty where none is named
 * @param sector id of the sector, or empty
 * @param stage of personal data, 0 to 3, or empty
 * @param frequency IRI of how often data are promised, or empty
 * @param kind of its verdict
 * @param clauses under which its verdict has findings
 * @param lastData day of the last version of its data, or empty
 * @param kept how many of the intervals between versions were no longer than promised
 * @param intervals how many there were
 */
record Standing(
    String id,
    String publisher,
    String sector,
    String stage,
    String frequency,
    Kind kind,
    List<String> clauses,
    String lastData,
    int kept,
    int intervals) {
  Standing {
    Objects.requireNonNull(id, "id");
    clauses = List.copyOf(clauses);
  }

  /** How it keeps to its promise on a day. */
  Freshness freshness(LocalDate today) {
    Optional<Period> period = Punctuality.period(frequency);
    if (period.isEmpty()) {
      return Freshness.NO_PROMISE;
    }
    if (lastData.isEmpty()) {
      return Freshness.NO_DATA;
    }
    return Punctuality.inTime(LocalDate.parse(lastData), today, period.get())
        ? Freshness.IN_TIME
        : Freshness.LATE;
  }

  /** The same after another version of the data came. */
  Standing withData(LocalDate day) {
    Optional<Period> period = Punctuality.period(frequency);
    boolean counted = period.isPresent() && !lastData.isEmpty();
    boolean inTime =
        counted && Punctuality.inTime(LocalDate.parse(lastData), day, period.orElseThrow());
    return new Standing(
        id,
        publisher,
        sector,
        stage,
        frequency,
        kind,
        clauses,
        day.toString(),
        kept + (inTime ? 1 : 0),
        intervals + (counted ? 1 : 0));
  }
}
