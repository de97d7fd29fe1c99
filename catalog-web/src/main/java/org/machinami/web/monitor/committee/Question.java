package org.machinami.web.monitor.committee;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Objects;
import org.machinami.web.language.Messages;

/**
 * A question on an open finding.
 *
 * @param publisher id of the organisation that is asked
 * @param clause number of the clause under which the finding is
 * @param due the day by which an answer is awaited
 * @param steps how much was said
 * @param last what was said last
 * @param changed when
 */
record Question(
    String id,
    String dataset,
    String publisher,
    String clause,
    LocalDate due,
    Instant created,
    int steps,
    QuestionKind last,
    Instant changed) {
  Question {
    Objects.requireNonNull(id, "id");
    Objects.requireNonNull(dataset, "dataset");
    Objects.requireNonNull(publisher, "publisher");
    Objects.requireNonNull(clause, "clause");
    Objects.requireNonNull(due, "due");
    Objects.requireNonNull(last, "last");
  }

  QuestionState state(LocalDate today) {
    return QuestionState.of(last, due, today);
  }

  /** The day it was asked, on the city's clock. */
  LocalDate asked() {
    return created.atZone(Messages.CITY).toLocalDate();
  }

  boolean isClosed() {
    return last == QuestionKind.CLOSED;
  }

  /** What somebody said. */
  record Step(String name, Instant occurred, QuestionKind kind, String said) {}
}
