package org.machinami.web.steward;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.machinami.shapes.quality.Answer;
import org.machinami.shapes.quality.Answer.Reply;
import org.machinami.shapes.quality.Rule;
import org.machinami.web.records.Records;
import org.machinami.web.records.SqlFiles;

/**
 * What stewards say of the rules on files that no program can decide. It holds of the files that
 * were looked at, and of no others. Thread-safe.
 */
final class DraftAnswers {
  private final Records records;
  private final Clock clock;
  private final SqlFiles sql = new SqlFiles(DraftAnswers.class);

  DraftAnswers(Records records, Clock clock) {
    this.records = records;
    this.clock = clock;
  }

  /**
   * An answer as it is kept.
   *
   * @param files hash of those that it was given of, see {@link Draft#hash}
   */
  record Kept(Answer answer, String files) {}

  /** All of a draft, whatever files they were given of. */
  List<Kept> list(String draft) {
    return records.ask(handle -> list(handle, draft));
  }

  private List<Kept> list(Handle handle, String draft) {
    return handle
        .createQuery(sql.of("list"))
        .bind("draft", draft)
        .map((row, context) -> kept(row))
        .list()
        .stream()
        .flatMap(Optional::stream)
        .toList();
  }

  /** Empty where the rule is none any more. */
  private static Optional<Kept> kept(ResultSet row) throws SQLException {
    String by = row.getString("given_by");
    Instant at = Records.instant(row, "given");
    String files = row.getString("files");
    Optional<Reply> reply = Reply.of(row.getString("reply"));
    return Rule.of(row.getString("rule"))
        .flatMap(rule -> reply.map(said -> new Kept(new Answer(rule, said, by, at), files)));
  }

  /**
   * Keeps what is said now in place of what was; who says the same again has said it before.
   *
   * @param files hash of those that were looked at
   * @param by IRI of the organisation
   */
  void replace(Handle handle, String draft, String files, Map<Rule, Reply> said, String by) {
    List<Kept> before = list(handle, draft);
    Instant now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
    handle.createUpdate(sql.of("delete")).bind("draft", draft).execute();
    said.forEach(
        (rule, reply) -> {
          Answer answer = new Answer(rule, reply, by, now);
          Answer kept =
              before.stream()
                  .filter(one -> one.files().equals(files))
                  .map(Kept::answer)
                  .filter(one -> one.rule() == rule && one.reply() == reply)
                  .findFirst()
                  .orElse(answer);
          add(handle, draft, files, kept);
        });
  }

  /** Adds one to a draft that has none of its rule. */
  void add(Handle handle, String draft, String files, Answer answer) {
    handle
        .createUpdate(sql.of("add"))
        .bind("draft", draft)
        .bind("rule", answer.rule().iri())
        .bind("reply", answer.reply().id())
        .bind("by", answer.by())
        .bind("at", Records.time(answer.at()))
        .bind("files", files)
        .execute();
  }
}
