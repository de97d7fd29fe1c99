package org.machinami.web.steward;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.jdbi.v3.core.Handle;
import org.machinami.shapes.quality.Answer;
import org.machinami.shapes.quality.Answer.Reply;
import org.machinami.shapes.quality.Rule;
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
  private final DraftSteps steps;
  private final DraftAnswers answers;
  private final SqlFiles sql = new SqlFiles(DraftRecords.class);

  DraftRecords(Records records, Clock clock) {
    this.records = records;
    this.clock = clock;
    this.steps = new DraftSteps(records, clock);
    this.answers = new DraftAnswers(records, clock);
  }

  /**
   * Begins a draft of a new dataset, or finds the one that the same form has begun.
   *
   * @param sent hash of what the form carried
   */
  Draft begin(
      String dataset, String publisher, String sent, Account account, Draft.Contents contents) {
    return changed(
        handle ->
            findSent(handle, sent)
                .orElseGet(() -> add(handle, dataset, publisher, 0, sent, account, contents)));
  }

  /**
   * Begins a draft that changes a published dataset, or finds the one that works on it.
   *
   * @param base the commit that the dataset has
   */
  Draft takeUp(
      String dataset, String publisher, long base, Account account, Draft.Contents contents) {
    return changed(
        handle ->
            findOpen(handle, dataset)
                .orElseGet(
                    () ->
                        add(
                            handle,
                            dataset,
                            publisher,
                            base,
                            DraftKeys.random(),
                            account,
                            contents)));
  }

  private Draft add(
      Handle handle,
      String dataset,
      String publisher,
      long base,
      String sent,
      Account account,
      Draft.Contents contents) {
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
    addVersion(handle, id, 1, account, contents.description(), contents.mapping());
    steps.add(handle, id, account, "begun", 1, "");
    contents.files().forEach(file -> addFile(handle, id, file));
    String hash = Draft.hash(contents.files());
    contents.answers().forEach(answer -> answers.add(handle, id, hash, answer));
    return find(handle, id).orElseThrow();
  }

  /**
   * Brings an open draft onto what was published since it began; false when somebody has changed it
   * meanwhile.
   *
   * @param base the commit that the dataset has now
   */
  boolean catchUp(Draft draft, long base, Account account, Draft.Contents contents) {
    return changed(
        handle -> {
          if (find(handle, draft.id()).filter(draft::equals).filter(Draft::isOpen).isEmpty()) {
            return false;
          }
          int version = draft.version() + 1;
          addVersion(
              handle, draft.id(), version, account, contents.description(), contents.mapping());
          for (Draft.Attached file : files(handle, draft.id())) {
            deleteFile(handle, draft.id(), file.name());
          }
          contents.files().forEach(file -> addFile(handle, draft.id(), file));
          handle
              .createUpdate(sql.of("move-base"))
              .bind("id", draft.id())
              .bind("base", base)
              .execute();
          steps.add(handle, draft.id(), account, "caught-up", version, "");
          touch(handle, draft.id());
          return true;
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
    return records.ask(handle -> findSent(handle, sent));
  }

  private Optional<Draft> findSent(Handle handle, String sent) {
    return handle
        .createQuery(sql.of("find-sent"))
        .bind("sent", sent)
        .mapTo(String.class)
        .findOne()
        .flatMap(id -> find(handle, id));
  }

  /** The draft that works on a dataset. */
  Optional<Draft> findOpen(String dataset) {
    return records.ask(handle -> findOpen(handle, dataset));
  }

  private Optional<Draft> findOpen(Handle handle, String dataset) {
    return handle
        .createQuery(sql.of("find-open"))
        .bind("dataset", dataset)
        .mapTo(String.class)
        .findFirst()
        .flatMap(id -> find(handle, id));
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
    return putFile(draft, file, account, "file", file.name());
  }

  /** Puts a file into an open draft in place of that of which it is a mended version. */
  boolean putMended(String draft, Draft.Attached file, Account account, String what) {
    return putFile(draft, file, account, "mended", what);
  }

  private boolean putFile(
      String draft, Draft.Attached file, Account account, String kind, String what) {
    return changed(
        handle -> {
          Optional<Draft> found = find(handle, draft).filter(Draft::isOpen);
          found.ifPresent(
              open -> {
                deleteFile(handle, draft, file.name());
                addFile(handle, draft, file);
                steps.add(handle, draft, account, kind, open.version(), what);
                touch(handle, draft);
              });
          return found.isPresent();
        });
  }

  private void addFile(Handle handle, String draft, Draft.Attached file) {
    handle
        .createUpdate(sql.of("put-file"))
        .bind("draft", draft)
        .bind("name", file.name())
        .bind("sha256", file.sha256())
        .bind("bytes", file.bytes())
        .bind("now", Records.time(clock.instant()))
        .execute();
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
    return records.ask(handle -> files(handle, draft));
  }

  private List<Draft.Attached> files(Handle handle, String draft) {
    return handle
        .createQuery(sql.of("files"))
        .bind("draft", draft)
        .map(
            (row, context) ->
                new Draft.Attached(
                    row.getString("name"), row.getString("sha256"), row.getLong("bytes")))
        .list();
  }

  /**
   * Keeps what somebody says of the files of an open draft, in place of what was said before; false
   * when they are other files by now, or the draft is not open: then nothing is kept.
   *
   * @param files hash of those that they have looked at
   * @param by IRI of the organisation
   */
  boolean answer(String draft, String files, Map<Rule, Reply> said, String by, Account account) {
    return changed(
        handle -> {
          Optional<Draft> found = find(handle, draft).filter(Draft::isOpen);
          if (found.isEmpty() || !Draft.hash(files(handle, draft)).equals(files)) {
            return false;
          }
          answers.replace(handle, draft, files, said, by);
          steps.add(handle, draft, account, "answered", found.get().version(), "");
          touch(handle, draft);
          return true;
        });
  }

  /** What was said of the files of a draft as they are now. */
  List<Answer> answers(String draft) {
    String hash = Draft.hash(files(draft));
    return answers.list(draft).stream()
        .filter(kept -> kept.files().equals(hash))
        .map(DraftAnswers.Kept::answer)
        .toList();
  }

  /** What was said of files in whose place there are others now. */
  List<Answer> lapsedAnswers(String draft) {
    String hash = Draft.hash(files(draft));
    return answers.list(draft).stream()
        .filter(kept -> !kept.files().equals(hash))
        .map(DraftAnswers.Kept::answer)
        .toList();
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
            steps.add(handle, draft.id(), account, kind, draft.version(), reason);
          }
          return moved;
        });
  }

  /** What was done with drafts. */
  DraftSteps steps() {
    return steps;
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
