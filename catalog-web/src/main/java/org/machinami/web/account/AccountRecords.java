package org.machinami.web.account;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.jdbi.v3.core.Handle;
import org.machinami.web.records.Records;
import org.machinami.web.records.SqlFiles;
import org.machinami.web.request.RequestIds;

/**
 * Accounts as they are kept. Whatever changes one is on disk when the method returns. Thread-safe.
 */
final class AccountRecords {
  private static final String ACTIVE = "active";
  private static final String DISABLED = "disabled";

  private final Records records;
  private final Clock clock;
  private final SqlFiles sql = new SqlFiles(AccountRecords.class);

  AccountRecords(Records records, Clock clock) {
    this.records = records;
    this.clock = clock;
  }

  /** An account with the hash of its password, empty for none. */
  record WithPassword(Account account, String hash) {
    @Override
    public String toString() {
      return "WithPassword[" + account.login() + "]";
    }
  }

  /** Makes one without a password; empty when the login is taken. */
  Optional<Account> add(String login, String name, String organisation, List<Grant> grants) {
    return changed(
        handle -> {
          if (find(handle, "find-by-login", login).isPresent()) {
            return Optional.empty();
          }
          String id = RequestIds.next();
          handle
              .createUpdate(sql.of("add"))
              .bind("id", id)
              .bind("login", login)
              .bind("name", name)
              .bind("organisation", organisation)
              .bind("state", ACTIVE)
              .bind("created", Records.time(clock.instant()))
              .execute();
          grant(handle, id, grants);
          return find(handle, "find-by-id", id).map(WithPassword::account);
        });
  }

  Optional<WithPassword> findByLogin(String login) {
    return records.ask(handle -> find(handle, "find-by-login", login));
  }

  Optional<Account> findById(String id) {
    return records.ask(handle -> find(handle, "find-by-id", id)).map(WithPassword::account);
  }

  /** The account that a provider means; empty when it is none of ours yet. */
  Optional<Account> findByIdentity(String issuer, String subject) {
    return records.ask(
        handle ->
            handle
                .createQuery(sql.of("find-identity"))
                .bind("issuer", issuer)
                .bind("subject", subject)
                .mapTo(String.class)
                .findOne()
                .flatMap(id -> find(handle, "find-by-id", id))
                .map(WithPassword::account));
  }

  /**
   * Ties the open account of a login to what a provider calls its owner, once: an address that
   * changes hands at the provider brings nobody into an account.
   *
   * @return the account; empty when there is none, it is closed, or tied to somebody else
   */
  Optional<Account> tie(String login, String issuer, String subject) {
    return changed(
        handle -> {
          Optional<Account> account =
              find(handle, "find-by-login", login)
                  .map(WithPassword::account)
                  .filter(Account::active)
                  .filter(found -> identities(handle, found.id(), issuer) == 0);
          account.ifPresent(
              found ->
                  handle
                      .createUpdate(sql.of("add-identity"))
                      .bind("account", found.id())
                      .bind("issuer", issuer)
                      .bind("subject", subject)
                      .execute());
          return account;
        });
  }

  private int identities(Handle handle, String account, String issuer) {
    return handle
        .createQuery(sql.of("count-identities"))
        .bind("account", account)
        .bind("issuer", issuer)
        .mapTo(Integer.class)
        .one();
  }

  /** All of them, by their logins. */
  List<Account> list() {
    return records.ask(
        handle -> {
          Map<String, List<Grant>> grants = new LinkedHashMap<>();
          handle
              .createQuery(sql.of("all-grants"))
              .map((row, context) -> Map.entry(row.getString("account"), grant(row)))
              .forEach(
                  entry ->
                      grants
                          .computeIfAbsent(entry.getKey(), id -> new ArrayList<>())
                          .add(entry.getValue()));
          return handle
              .createQuery(sql.of("list"))
              .map((row, context) -> account(row, grants).account())
              .list()
              .stream()
              .sorted(Comparator.comparing(Account::login))
              .toList();
        });
  }

  private Optional<WithPassword> find(Handle handle, String query, String value) {
    return handle
        .createQuery(sql.of(query))
        .bind("value", value)
        .map((row, context) -> account(row, Map.of()))
        .findOne()
        .map(
            found ->
                new WithPassword(
                    with(found.account(), grants(handle, found.account().id())), found.hash()));
  }

  private List<Grant> grants(Handle handle, String id) {
    return handle
        .createQuery(sql.of("grants"))
        .bind("account", id)
        .map((row, context) -> grant(row))
        .list();
  }

  private static Account with(Account account, List<Grant> grants) {
    return new Account(
        account.id(),
        account.login(),
        account.name(),
        account.organisation(),
        account.active(),
        account.hasPassword(),
        account.created(),
        grants);
  }

  private static WithPassword account(ResultSet row, Map<String, List<Grant>> grants)
      throws SQLException {
    String id = row.getString("id");
    String hash = row.getString("password");
    return new WithPassword(
        new Account(
            id,
            row.getString("login"),
            row.getString("name"),
            row.getString("organisation"),
            row.getString("state").equals(ACTIVE),
            !hash.isEmpty(),
            Records.instant(row, "created"),
            grants.getOrDefault(id, List.of())),
        hash);
  }

  private static Grant grant(ResultSet row) throws SQLException {
    String role = row.getString("role");
    return new Grant(
        Role.find(role).orElseThrow(() -> new IllegalStateException("no role: " + role)),
        row.getString("publisher"));
  }

  /** Sets what an account may do, in place of what it might. */
  void setGrants(String id, List<Grant> grants) {
    changed(
        handle -> {
          handle.createUpdate(sql.of("delete-grants")).bind("account", id).execute();
          grant(handle, id, grants);
          return id;
        });
  }

  private void grant(Handle handle, String id, List<Grant> grants) {
    for (Grant grant : grants.stream().distinct().toList()) {
      handle
          .createUpdate(sql.of("add-grant"))
          .bind("account", id)
          .bind("role", grant.role().id())
          .bind("publisher", grant.publisher())
          .execute();
    }
  }

  void setActive(String id, boolean active) {
    changed(
        handle ->
            handle
                .createUpdate(sql.of("set-state"))
                .bind("id", id)
                .bind("state", active ? ACTIVE : DISABLED)
                .execute());
  }

  void setName(String id, String name, String organisation) {
    changed(
        handle ->
            handle
                .createUpdate(sql.of("set-name"))
                .bind("id", id)
                .bind("name", name)
                .bind("organisation", organisation)
                .execute());
  }

  void setPassword(String id, String hash) {
    changed(
        handle ->
            handle
                .createUpdate(sql.of("set-password"))
                .bind("id", id)
                .bind("password", hash)
                .execute());
  }

  /** One after the other, so that no two accounts get one login. */
  private synchronized <T> T changed(Function<Handle, T> work) {
    return records.durably(work);
  }
}
