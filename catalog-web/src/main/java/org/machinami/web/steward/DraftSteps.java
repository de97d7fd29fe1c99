package org.machinami.web.steward;

import java.time.Clock;
import java.util.List;
import org.jdbi.v3.core.Handle;
import org.machinami.web.account.Account;
import org.machinami.web.records.Records;
import org.machinami.web.records.SqlFiles;

/** What was done with drafts, by whom and why. Thread-safe. */
final class DraftSteps {
  private final Records records;
  private final Clock clock;
  private final SqlFiles sql = new SqlFiles(DraftSteps.class);

  DraftSteps(Records records, Clock clock) {
    this.records = records;
    this.clock = clock;
  }

  /** Of a draft, the first first. */
  List<Draft.Step> list(String draft) {
    return records.ask(
        handle ->
            handle
                .createQuery(sql.of("list"))
                .bind("draft", draft)
                .map(
                    (row, context) ->
                        new Draft.Step(
                            row.getString("account"),
                            row.getString("name"),
                            Records.instant(row, "occurred"),
                            row.getString("kind"),
                            row.getInt("version"),
                            row.getString("reason")))
                .list());
  }

  /** Whether somebody has begun, changed or submitted a draft. */
  boolean hadAHand(String draft, Account account) {
    return records.ask(
        handle ->
            handle
                .createQuery(sql.of("hands"))
                .bind("draft", draft)
                .mapTo(String.class)
                .list()
                .contains(account.id()));
  }

  /** Adds one, within what else is changed. */
  void add(Handle handle, String draft, Account by, String kind, int version, String reason) {
    handle
        .createUpdate(sql.of("add"))
        .bind("draft", draft)
        .bind("account", by.id())
        .bind("name", by.name())
        .bind("now", Records.time(clock.instant()))
        .bind("kind", kind)
        .bind("version", version)
        .bind("reason", reason)
        .execute();
  }
}
