package org.machinami.web.steward;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.jdbi.v3.core.Handle;
import org.machinami.web.account.Account;
import org.machinami.web.records.Records;
import org.machinami.web.records.SqlFiles;
import org.machinami.web.request.RequestIds;

/**
 * Drafts as they are kept. Whatever changes one is on disk when the method returns. Thread-safe.
 */
final class DraftRecords {
  private final Records records;
  private final Clock clock;
  private final SqlFiles sql = new SqlFiles(DraftRecords.class);

  DraftRecords(Records records, Clock clock) {
    this.records = records;
    this.clock = clock;
  }

  /**
   * Begins a draft, or finds the one that the same form has begun.
   *
   * @param sent hash of what the form carried
   */
  Draft begin(
      String dataset,
      String publisher,
      long base,
      String sent,
      Account account,
      String description,
      String mapping) {
    return changed(
        handle -> {
          Optional<String> known =
              handle
                  .createQuery(sql.of("find-sent"))
                  .bind("sent", sent)
                  .mapTo(String.class)
                  .findOne();
          if (known.isPresent()) {
            return find(handle, known.get()).orElseThrow();
          }
          String id = RequestIds.next();
          handle
              .createUpdate(sql.of("add"))
              .bind("id", id)
              .bind("dataset", dataset)
              .bind("publisher", publisher)
              .bind("base", base)
              .bind("sent", sent)
              .bind("now", Records.time(clock.instant()))
              .execute();
          addVersion(handle, id, 1, account, description, mapping);
          addStep(handle, id, account, "begun", 1, "");
          return find(handle, id).orElseThrow();
        });
  }

  Optional<Draft> find(String id) {
    return RequestIds.isOne(id) ? records.ask(handle -> find(handle, id)) : Optional.empty();
  }

  private Optional<Draft> find(Handle handle, String id) {
    return handle
        .createQuery(sql.of("find"))
        .bind("id", id)
        .map((row, context) -> draft(row))
        .findOne();
  }

  /** The draft that a form has begun. */
  Optional<Draft> findSent(String sent) {
    return records.ask(
        handle ->
            handle
                .createQuery(sql.of("find-sent"))
                .bind("sent", sent)
                .mapTo(String.class)
                .findOne()
                .flatMap(id -> find(handle, id)));
  }

  /** The draft that works on a dataset. */
  Optional<Draft> findOpen(String dataset) {
    return byDataset("find-open", dataset);
  }

  /** The draft from which a dataset was published last. */
  Optional<Draft> findPublished(String dataset) {
    return byDataset("latest-published", dataset);
  }

  private Optional<Draft> byDataset(String query, String dataset) {
    return records.ask(
        handle ->
            handle
                .createQuery(sql.of(query))
                .bind("dataset", dataset)
                .mapTo(String.class)
                .findFirst()
                .flatMap(id -> find(handle, id)));
  }

  /** All in a state, the latest changed first. */
  List<Draft> list(Draft.State state) {
    return records.ask(
        handle ->
            handle
                .createQuery(sql.of("list"))
                .bind("state", state.id())
                .map((row, context) -> draft(row))
                .list());
  }

  Draft.Version version(String draft, int number) {
    return records.ask(
        handle ->
            handle
                .createQuery(sql.of("version"))
                .bind("draft", draft)
                .bind("version", number)
                .map(
                    (row, context) ->
                        new Draft.Version(
                            row.getInt("version"),
                            row.getString("account"),
                            row.getString("name"),
                            Records.instant(row, "saved"),
                            row.getString("description"),
                            row.getString("mapping")))
                .one());
  }

  /**
   * Saves what somebody has made of a version; false when there is a later one, or the draft is not
   * open: then nothing is saved.
   */
  boolean save(String draft, int from, Account account, String description, String mapping) {
    return changed(
        handle -> {
          Optional<Draft> found = find(handle, draft).filter(Draft::isOpen);
          if (found.isEmpty() || found.get().version() != from) {
            return false;
          }
          addVersion(handle, draft, from + 1, account, description, mapping);
          touch(handle, draft);
          return true;
        });
  }

  /** Puts a file into an open draft, in place of one of the same name. */
  boolean putFile(String draft, Draft.Attached file, Account account) {
    return changed(
        handle -> {
          Optional<Draft> found = find(handle, draft).filter(Draft::isOpen);
          found.ifPresent(
              open -> {
                deleteFile(handle, draft, file.name());
                handle
                    .createUpdate(sql.of("put-file"))
                    .bind("draft", draft)
                    .bind("name", file.name())
                    .bind("sha256", file.sha256())
                    .bind("bytes", file.bytes())
                    .bind("now", Records.time(clock.instant()))
                    .execute();
                addStep(handle, draft, account, "file", open.version(), file.name());
                touch(handle, draft);
              });
          return found.isPresent();
        });
  }

  boolean removeFile(String draft, String name) {
    return changed(
        handle ->
            find(handle, draft).filter(Draft::isOpen).isPresent()
                && deleteFile(handle, draft, name));
  }

  private boolean deleteFile(Handle handle, String draft, String name) {
    return handle
            .createUpdate(sql.of("delete-file"))
            .bind("draft", draft)
            .bind("name", name)
            .execute()
        > 0;
  }

  List<Draft.Attached> files(String draft) {
    return records.ask(
        handle ->
            handle
                .createQuery(sql.of("files"))
                .bind("draft", draft)
                .map(
                    (row, context) ->
                        new Draft.Attached(
                            row.getString("name"), row.getString("sha256"), row.getLong("bytes")))
                .list());
  }

  /**
   * Brings a draft from one state into another, with what was said; false when it is not in that
   * state, or not of that version, any more.
   */
  boolean move(Draft draft, Draft.State to, Account account, String kind, String reason) {
    return changed(
        handle -> {
          Optional<Draft> now =
              find(handle, draft.id()).filter(found -> found.version() == draft.version());
          boolean moved =
              now.isPresent()
                  && handle
                          .createUpdate(sql.of("move"))
                          .bind("id", draft.id())
                          .bind("from", draft.state().id())
                          .bind("to", to.id())
                          .bind("now", Records.time(clock.instant()))
                          .execute()
                      > 0;
          if (moved) {
            addStep(handle, draft.id(), account, kind, draft.version(), reason);
          }
          return moved;
        });
  }

  List<Draft.Step> steps(String draft) {
    return records.ask(
        handle ->
            handle
                .createQuery(sql.of("steps"))
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

  private void addVersion(
      Handle handle, String draft, int number, Account by, String description, String mapping) {
    handle
        .createUpdate(sql.of("add-version"))
        .bind("draft", draft)
        .bind("version", number)
        .bind("account", by.id())
        .bind("name", by.name())
        .bind("now", Records.time(clock.instant()))
        .bind("description", description)
        .bind("mapping", mapping)
        .execute();
  }

  private void addStep(
      Handle handle, String draft, Account by, String kind, int version, String reason) {
    handle
        .createUpdate(sql.of("add-step"))
        .bind("draft", draft)
        .bind("account", by.id())
        .bind("name", by.name())
        .bind("now", Records.time(clock.instant()))
        .bind("kind", kind)
        .bind("version", version)
        .bind("reason", reason)
        .execute();
  }

  private void touch(Handle handle, String draft) {
    handle
        .createUpdate(sql.of("touch"))
        .bind("id", draft)
        .bind("now", Records.time(clock.instant()))
        .execute();
  }

  private static Draft draft(ResultSet row) throws SQLException {
    return new Draft(
        row.getString("id"),
        row.getString("dataset"),
        row.getString("publisher"),
        Draft.State.of(row.getString("state")),
        row.getLong("base"),
        row.getInt("version"),
        Records.instant(row, "created"),
        Records.instant(row, "changed"));
  }

  /** One after the other, so that two who save at once do not both believe to be the first. */
  private synchronized <T> T changed(Function<Handle, T> work) {
    return records.durably(work);
  }
}
