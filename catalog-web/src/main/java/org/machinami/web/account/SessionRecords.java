package org.machinami.web.account;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.machinami.web.config.AccountSettings;
import org.machinami.web.records.Records;
import org.machinami.web.records.SqlFiles;

/**
 * Sessions, one-time links and forms that came too late, each by the hash of a secret. Thread-safe.
 */
final class SessionRecords {
  /** After their end sessions are known for a while: a form that comes too late is still theirs. */
  private static final Duration REMEMBERED = Duration.ofDays(7);

  private static final Duration FORM_KEPT = Duration.ofHours(24);

  /** Not each request is written down. */
  private static final Duration SEEN_AGAIN = Duration.ofMinutes(1);

  private static final int MOST_FORMS = 20;

  private final Records records;
  private final AccountSettings settings;
  private final Clock clock;
  private final SqlFiles sql = new SqlFiles(SessionRecords.class);

  SessionRecords(Records records, AccountSettings settings, Clock clock) {
    this.records = records;
    this.settings = settings;
    this.clock = clock;
  }

  /** A form that came when its session was over. */
  record KeptForm(String path, String body) {}

  /** Starts a session; whoever holds the secret is signed in. */
  Secret start(String account, String browser) {
    Secret secret = Secret.random();
    Instant now = clock.instant();
    records.durably(
        handle -> {
          handle
              .createUpdate(sql.of("delete-old"))
              .bind("before", Records.time(now.minus(settings.longest()).minus(REMEMBERED)))
              .execute();
          return handle
              .createUpdate(sql.of("start"))
              .bind("id", secret.hash())
              .bind("account", account)
              .bind("now", Records.time(now))
              .bind("browser", browser)
              .execute();
        });
    return secret;
  }

  /** The session of a secret, be it over or not. */
  Optional<Session> find(Secret secret) {
    return records.ask(
        handle ->
            handle
                .createQuery(sql.of("find"))
                .bind("id", secret.hash())
                .map((row, context) -> session(row))
                .findOne());
  }

  boolean isOpen(Session session) {
    Instant now = clock.instant();
    return now.isBefore(session.seen().plus(settings.idle()))
        && now.isBefore(session.started().plus(settings.longest()));
  }

  /** Takes note that an open session is in use. */
  void see(Session session) {
    Instant now = clock.instant();
    if (Duration.between(session.seen(), now).compareTo(SEEN_AGAIN) > 0) {
      records.ask(
          handle ->
              handle
                  .createUpdate(sql.of("see"))
                  .bind("id", session.id())
                  .bind("now", Records.time(now))
                  .execute());
    }
  }

  /** The open sessions of an account, the latest used first. */
  List<Session> list(String account) {
    return records
        .ask(
            handle ->
                handle
                    .createQuery(sql.of("list"))
                    .bind("account", account)
                    .map((row, context) -> session(row))
                    .list())
        .stream()
        .filter(this::isOpen)
        .toList();
  }

  void end(String id) {
    records.durably(handle -> handle.createUpdate(sql.of("end")).bind("id", id).execute());
  }

  /**
   * Ends the sessions of an account.
   *
   * @param but id of one that goes on; empty for none
   */
  void endAll(String account, String but) {
    records.durably(
        handle ->
            handle
                .createUpdate(sql.of("end-all"))
                .bind("account", account)
                .bind("but", but)
                .execute());
  }

  /** A link by which somebody sets the password of an account, once. Those before it end. */
  Secret link(String account) {
    Secret secret = Secret.random();
    records.durably(
        handle -> {
          handle.createUpdate(sql.of("delete-links")).bind("account", account).execute();
          return handle
              .createUpdate(sql.of("add-link"))
              .bind("id", secret.hash())
              .bind("account", account)
              .bind("expires", Records.time(clock.instant().plus(settings.link())))
              .execute();
        });
    return secret;
  }

  /** The account of a link that can still be used. */
  Optional<String> findLink(Secret secret) {
    return records.ask(
        handle ->
            handle
                .createQuery(sql.of("find-link"))
                .bind("id", secret.hash())
                .bind("now", Records.time(clock.instant()))
                .mapTo(String.class)
                .findOne());
  }

  /** Uses a link up; false when somebody else was faster. */
  boolean useLink(Secret secret) {
    return records.durably(
            handle ->
                handle
                    .createUpdate(sql.of("use-link"))
                    .bind("id", secret.hash())
                    .bind("now", Records.time(clock.instant()))
                    .execute())
        > 0;
  }

  /** Keeps a form for an account for a day; the oldest goes where there are too many. */
  Secret keep(String account, KeptForm form) {
    Secret secret = Secret.random();
    Instant now = clock.instant();
    records.durably(
        handle -> {
          handle
              .createUpdate(sql.of("delete-old-forms"))
              .bind("before", Records.time(now.minus(FORM_KEPT)))
              .bind("account", account)
              .bind("most", MOST_FORMS - 1)
              .execute();
          return handle
              .createUpdate(sql.of("keep-form"))
              .bind("id", secret.hash())
              .bind("account", account)
              .bind("path", form.path())
              .bind("body", form.body())
              .bind("now", Records.time(now))
              .execute();
        });
    return secret;
  }

  Optional<KeptForm> findForm(Secret secret, String account) {
    return records.ask(
        handle ->
            handle
                .createQuery(sql.of("find-form"))
                .bind("id", secret.hash())
                .bind("account", account)
                .bind("after", Records.time(clock.instant().minus(FORM_KEPT)))
                .map((row, context) -> new KeptForm(row.getString("path"), row.getString("body")))
                .findOne());
  }

  private static Session session(ResultSet row) throws SQLException {
    return new Session(
        row.getString("id"),
        row.getString("account"),
        Records.instant(row, "started"),
        Records.instant(row, "seen"),
        row.getString("browser"));
  }
}
