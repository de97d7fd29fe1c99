package org.machinami.web.steward;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.machinami.web.account.Account;
import org.machinami.web.records.Records;
import org.machinami.web.records.SqlFiles;
import org.machinami.web.request.RequestIds;

/** Withdrawals as they are asked for and decided. Thread-safe. */
final class WithdrawalRecords {
  private final Records records;
  private final Clock clock;
  private final SqlFiles sql = new SqlFiles(WithdrawalRecords.class);

  WithdrawalRecords(Records records, Clock clock) {
    this.records = records;
    this.clock = clock;
  }

  /** Asks for one; false when one of the dataset waits already. */
  synchronized boolean ask(
      String dataset, String publisher, Account by, String reasonJa, String reasonEn) {
    if (findWaiting(dataset).isPresent()) {
      return false;
    }
    records.durably(
        handle ->
            handle
                .createUpdate(sql.of("add"))
                .bind("id", RequestIds.next())
                .bind("dataset", dataset)
                .bind("publisher", publisher)
                .bind("state", Withdrawal.State.WAITING.id())
                .bind("ja", reasonJa)
                .bind("en", reasonEn)
                .bind("account", by.id())
                .bind("name", by.name())
                .bind("now", Records.time(clock.instant()))
                .execute());
    return true;
  }

  /** The latest that was asked of a dataset. */
  Optional<Withdrawal> findLatest(String dataset) {
    return records.ask(
        handle ->
            handle
                .createQuery(sql.of("latest"))
                .bind("dataset", dataset)
                .map((row, context) -> withdrawal(row))
                .findFirst());
  }

  Optional<Withdrawal> findWaiting(String dataset) {
    return findLatest(dataset).filter(found -> found.state() == Withdrawal.State.WAITING);
  }

  /** All that wait, the oldest first. */
  List<Withdrawal> waiting() {
    return records.ask(
        handle ->
            handle
                .createQuery(sql.of("waiting"))
                .bind("state", Withdrawal.State.WAITING.id())
                .map((row, context) -> withdrawal(row))
                .list());
  }

  /** Decides; false when somebody else was faster. */
  boolean decide(Withdrawal waiting, Withdrawal.State to, Account by, String reason) {
    return records.durably(
            handle ->
                handle
                    .createUpdate(sql.of("decide"))
                    .bind("id", waiting.id())
                    .bind("from", Withdrawal.State.WAITING.id())
                    .bind("to", to.id())
                    .bind("account", by.id())
                    .bind("name", by.name())
                    .bind("reason", reason)
                    .bind("now", Records.time(clock.instant()))
                    .execute())
        > 0;
  }

  private static Withdrawal withdrawal(ResultSet row) throws SQLException {
    return new Withdrawal(
        row.getString("id"),
        row.getString("dataset"),
        row.getString("publisher"),
        Withdrawal.State.of(row.getString("state")),
        row.getString("reason_ja"),
        row.getString("reason_en"),
        row.getString("account"),
        row.getString("name"),
        Records.instant(row, "asked"),
        row.getString("decided_name"),
        row.getString("decided_reason"),
        Records.instant(row, "decided"));
  }
}
