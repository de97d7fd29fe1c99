package org.machinami.web.account;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.machinami.web.config.AccountSettings;
import org.machinami.web.openid.Person;
import org.machinami.web.records.Records;
import org.machinami.web.request.CallerLimit;
import org.machinami.web.request.Typed;

/** The accounts and sessions of a catalogue. Thread-safe. */
public final class Accounts {
  private static final int FREE_OF_ACCOUNT = 5;
  private static final Duration LONGEST_OF_ACCOUNT = Duration.ofMinutes(5);
  private static final int FREE_OF_ADDRESS = 20;
  private static final Duration LONGEST_OF_ADDRESS = Duration.ofMinutes(15);
  private static final int MOST_BROWSER = 200;

  private final AccountRecords accounts;
  private final SessionRecords sessions;
  private final PasswordHashes hashes = new PasswordHashes();
  private final Backoff ofAccount;
  private final Backoff ofAddress;

  public Accounts(Records records, AccountSettings settings, Clock clock) {
    this.accounts = new AccountRecords(records, clock);
    this.sessions = new SessionRecords(records, settings, clock);
    this.ofAccount = new Backoff(FREE_OF_ACCOUNT, LONGEST_OF_ACCOUNT, clock);
    this.ofAddress = new Backoff(FREE_OF_ADDRESS, LONGEST_OF_ADDRESS, clock);
  }

  /** What an attempt to sign in came to. */
  sealed interface Attempt {
    /** A session has begun. */
    record In(Secret secret, Account account) implements Attempt {}

    /** Login and password do not belong together, or may not sign in; nobody is told which. */
    record Wrong() implements Attempt {}

    /** There were too many; the next may come after the time. */
    record Wait(Duration left) implements Attempt {}
  }

  /**
   * Tries to sign in. An account that is not there, is closed or has no password answers like a
   * wrong password, and as slowly.
   *
   * @param address of the caller
   * @param browser what it calls itself
   */
  Attempt signIn(String typedLogin, String password, String address, String browser) {
    String login = Account.login(typedLogin);
    String network = CallerLimit.network(address);
    Duration left = longer(ofAccount.left(login), ofAddress.left(network));
    if (!left.isZero()) {
      return new Attempt.Wait(left);
    }
    ofAccount.attempt(login);
    ofAddress.attempt(network);
    Optional<AccountRecords.WithPassword> found =
        Account.isLogin(login) ? accounts.findByLogin(login) : Optional.empty();
    boolean tooLong = password.length() > 2 * PasswordRule.MOST;
    boolean matches =
        hashes.matches(
            tooLong ? "" : password, found.map(AccountRecords.WithPassword::hash).orElse(""));
    if (!matches || !found.get().account().active()) {
      return new Attempt.Wrong();
    }
    ofAccount.forget(login);
    ofAddress.takeBack(network);
    return new Attempt.In(start(found.get().account(), browser), found.get().account());
  }

  /** How long an address has to wait before it may come back from the provider once more. */
  Duration mayAsk(String address) {
    String network = CallerLimit.network(address);
    Duration left = ofAddress.left(network);
    if (left.isZero()) {
      ofAddress.attempt(network);
    }
    return left;
  }

  /**
   * Begins a session for somebody whom the OpenID provider has confirmed: the account that is tied
   * to them, or the one that was made for their e-mail address and is tied to nobody yet.
   *
   * @return empty when there is no such account, or it is closed
   */
  Optional<Secret> signIn(Person person, String address, String browser) {
    Optional<Account> known =
        accounts
            .findByIdentity(person.issuer(), person.subject())
            .or(
                () ->
                    person
                        .email()
                        .map(Account::login)
                        .filter(Account::isLogin)
                        .flatMap(login -> accounts.tie(login, person.issuer(), person.subject())))
            .filter(Account::active);
    known.ifPresent(account -> ofAddress.takeBack(CallerLimit.network(address)));
    return known.map(account -> start(account, browser));
  }

  private static Duration longer(Duration a, Duration b) {
    return a.compareTo(b) >= 0 ? a : b;
  }

  /** Begins a session for somebody who has shown who they are. */
  Secret start(Account account, String browser) {
    String plain = Typed.line(browser);
    return sessions.start(account.id(), plain.substring(0, Math.min(MOST_BROWSER, plain.length())));
  }

  SessionRecords sessions() {
    return sessions;
  }

  AccountRecords records() {
    return accounts;
  }

  /** The account of an id. */
  public Optional<Account> findById(String id) {
    return accounts.findById(id);
  }

  /** The account of a login. */
  public Optional<Account> find(String login) {
    return accounts.findByLogin(Account.login(login)).map(AccountRecords.WithPassword::account);
  }

  /** All of them, by their logins. */
  public List<Account> list() {
    return accounts.list();
  }

  /** Makes one without a password; empty when the login is taken. */
  public Optional<Account> add(String login, String name, String organisation, List<Grant> grants) {
    return accounts.add(Account.login(login), name, organisation, grants);
  }

  /** Says anew what an account may do; its open sessions know at once. */
  public void setGrants(Account account, List<Grant> grants) {
    accounts.setGrants(account.id(), grants);
  }

  /** Closes an account and ends its sessions, or opens it again. */
  public void setActive(Account account, boolean active) {
    accounts.setActive(account.id(), active);
    if (!active) {
      sessions.endAll(account.id(), "");
    }
  }

  /** Sets the password, of which {@link PasswordRule} has found nothing; ends all sessions. */
  public void setPassword(Account account, String password) {
    setPassword(account, password, "");
  }

  /** Signs an account out everywhere. */
  public void endSessions(Account account) {
    sessions.endAll(account.id(), "");
  }

  /**
   * @param but id of the session that goes on
   */
  void setPassword(Account account, String password, String but) {
    accounts.setPassword(account.id(), hashes.hash(password));
    sessions.endAll(account.id(), but);
    ofAccount.forget(account.login());
  }

  /** Whether a password is that of an account; counts like an attempt to sign in. */
  boolean isPassword(Account account, String password) {
    if (!ofAccount.left(account.login()).isZero()) {
      return false;
    }
    ofAccount.attempt(account.login());
    String hash =
        accounts.findByLogin(account.login()).map(AccountRecords.WithPassword::hash).orElse("");
    boolean matches = hashes.matches(password, hash);
    if (matches) {
      ofAccount.forget(account.login());
    }
    return matches;
  }

  /** The path, below the base, at which somebody sets the password of an account once. */
  public String link(Account account) {
    return "account/link/" + sessions.link(account.id()).text();
  }
}
