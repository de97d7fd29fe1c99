package org.machinami.web.monitor.committee;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.jdbi.v3.core.Handle;
import org.machinami.web.account.Account;
import org.machinami.web.language.Coded;
import org.machinami.web.records.Records;
import org.machinami.web.records.SqlFiles;
import org.machinami.web.request.RequestIds;

/**
 * Questions as they are kept. Whatever changes one is on disk when the method returns. Thread-safe.
 */
final class QuestionRecords {
  private final Records records;
  private final Clock clock;
  private final SqlFiles sql = new SqlFiles(QuestionRecords.class);

  QuestionRecords(Records records, Clock clock) {
    this.records = records;
    this.clock = clock;
  }

  /** What is asked. */
  record Asked(String dataset, String publisher, String clause, LocalDate due, String said) {}

  /**
   * Asks, or finds what the same form has asked.
   *
   * @param sent hash of what the form carried
   */
  Question ask(Asked asked, String sent, Account by) {
    return changed(
        handle -> {
          Optional<String> known =
              handle
                  .createQuery(sql.of("find-sent"))
                  .bind("sent", sent)
                  .mapTo(String.class)
                  .findOne();
          String id = known.orElseGet(RequestIds::next);
          if (known.isEmpty()) {
            handle
                .createUpdate(sql.of("add"))
                .bind("id", id)
                .bind("dataset", asked.dataset())
                .bind("publisher", asked.publisher())
                .bind("clause", asked.clause())
                .bind("due", asked.due())
                .bind("sent", sent)
                .bind("now", Records.time(clock.instant()))
                .execute();
            addStep(handle, id, 1, by, QuestionKind.ASKED, asked.said());
          }
          return find(handle, id).orElseThrow();
        });
  }

  /**
   * Says something more; false when somebody has said something meanwhile: then nothing is kept.
   *
   * @param due another day, empty to leave it
   */
  boolean say(
      Question question, Account by, QuestionKind kind, String said, Optional<LocalDate> due) {
    return changed(
        handle -> {
          Optional<Question> now =
              find(handle, question.id()).filter(found -> found.steps() == question.steps());
          if (now.isEmpty()) {
            return false;
          }
          addStep(handle, question.id(), question.steps() + 1, by, kind, said);
          due.ifPresent(
              day ->
                  handle
                      .createUpdate(sql.of("set-due"))
                      .bind("id", question.id())
                      .bind("due", day)
                      .execute());
          return true;
        });
  }

  private void addStep(
      Handle handle, String question, int step, Account by, QuestionKind kind, String said) {
    handle
        .createUpdate(sql.of("add-step"))
        .bind("question", question)
        .bind("step", step)
        .bind("account", by.id())
        .bind("name", by.name())
        .bind("now", Records.time(clock.instant()))
        .bind("kind", kind.id())
        .bind("said", said)
        .execute();
  }

  Optional<Question> find(String id) {
    return RequestIds.isOne(id) ? records.ask(handle -> find(handle, id)) : Optional.empty();
  }

  private Optional<Question> find(Handle handle, String id) {
    return handle
        .createQuery(sql.of("find"))
        .bind("id", id)
        .map((row, context) -> question(row))
        .findOne();
  }

  /** All of them, the latest asked first. */
  List<Question> list() {
    return records.ask(
        handle -> handle.createQuery(sql.of("list")).map((row, context) -> question(row)).list());
  }

  List<Question.Step> steps(String question) {
    return records.ask(
        handle ->
            handle
                .createQuery(sql.of("steps"))
                .bind("question", question)
                .map(
                    (row, context) ->
                        new Question.Step(
                            row.getString("name"),
                            Records.instant(row, "occurred"),
                            Coded.require(QuestionKind.class, row.getString("kind")),
                            row.getString("said")))
                .list());
  }

  /** Grows with everything that is said. */
  long revision() {
    return records.ask(handle -> handle.createQuery(sql.of("revision")).mapTo(Long.class).one());
  }

  private static Question question(ResultSet row) throws SQLException {
    return new Question(
        row.getString("id"),
        row.getString("dataset"),
        row.getString("publisher"),
        row.getString("clause"),
        row.getObject("due", LocalDate.class),
        Records.instant(row, "created"),
        row.getInt("step"),
        Coded.require(QuestionKind.class, row.getString("kind")),
        Records.instant(row, "occurred"));
  }

  /** One after the other, so that two who answer at once do not both believe to be the first. */
  private synchronized <T> T changed(Function<Handle, T> work) {
    return records.durably(work);
  }
}
