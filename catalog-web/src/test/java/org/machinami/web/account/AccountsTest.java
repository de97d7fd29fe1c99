package org.machinami.web.account;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.password4j.Argon2Function;
import com.password4j.types.Argon2;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.machinami.web.config.AccountSettings;
import org.machinami.web.records.Databases;
import org.machinami.web.records.Records;
import org.machinami.web.records.RecordsCopy;

final class AccountsTest {
  private static final AccountSettings SETTINGS =
      new AccountSettings(Duration.ofMinutes(60), Duration.ofHours(12), Duration.ofHours(72));
  private static final String PASSWORD = "梅の花が 咲いています";
  private static final String ADDRESS = "192.0.2.1";

  @TempDir private Path directory;
  private final MovedClock clock = new MovedClock();

  private interface Use {
    void of(Accounts accounts);
  }

  private void with(Databases database, Use use) {
    try (Records records = Records.open(database.fresh(), directory)) {
      use.of(new Accounts(records, SETTINGS, clock));
    }
  }

  private static Account steward(Accounts accounts) {
    Account account =
        accounts
            .add(
                " Aoki@City.example ",
                "青木 花子",
                "市民局",
                List.of(new Grant(Role.STEWARD, "sample-city"), new Grant(Role.APPROVER, "")))
            .orElseThrow();
    accounts.setPassword(account, PASSWORD);
    return account;
  }

  private static Accounts.Attempt signIn(Accounts accounts, String login, String password) {
    return accounts.signIn(login, password, ADDRESS, "Mozilla/5.0 (X11; Linux) Firefox/140.0");
  }

  @ParameterizedTest
  @EnumSource
  void account_isKeptWithItsRoles(Databases database) {
    with(
        database,
        accounts -> {
          Account made = steward(accounts);
          assertEquals("aoki@city.example", made.login());
          assertEquals(Optional.empty(), accounts.add("aoki@city.example", "別人", "", List.of()));
          Account found = accounts.find("AOKI@city.example").orElseThrow();
          assertTrue(found.hasPassword());
          assertEquals("[steward:sample-city, approver]", found.grants().toString());
          accounts.setGrants(found, List.of(new Grant(Role.COMMITTEE, "")));
          assertEquals("[committee]", accounts.findById(made.id()).orElseThrow().grants() + "");
          assertEquals(List.of(accounts.find(made.login()).orElseThrow()), accounts.list());
          assertEquals(Optional.empty(), accounts.find("nobody"));
        });
  }

  @ParameterizedTest
  @EnumSource
  void session_endsWhenIdle_andAtItsLongest(Databases database) {
    with(
        database,
        accounts -> {
          steward(accounts);
          Secret idle = in(signIn(accounts, "aoki@city.example", PASSWORD));
          clock.pass(Duration.ofMinutes(59));
          assertTrue(isOpen(accounts, idle));
          clock.pass(Duration.ofMinutes(61));
          assertFalse(isOpen(accounts, idle));
          Secret used = in(signIn(accounts, "aoki@city.example", PASSWORD));
          for (int i = 0; i < 14; i++) {
            assertTrue(isOpen(accounts, used), "after " + i * 50 + " min");
            clock.pass(Duration.ofMinutes(50));
          }
          clock.pass(Duration.ofMinutes(30));
          assertFalse(isOpen(accounts, used), "after 12 h 10 min");
          assertEquals(Optional.empty(), accounts.sessions().find(Secret.random()));
        });
  }

  private static boolean isOpen(Accounts accounts, Secret secret) {
    Session session = accounts.sessions().find(secret).orElseThrow();
    boolean open = accounts.sessions().isOpen(session);
    if (open) {
      accounts.sessions().see(session);
    }
    return open;
  }

  private static Secret in(Accounts.Attempt attempt) {
    return assertInstanceOf(Accounts.Attempt.In.class, attempt).secret();
  }

  @ParameterizedTest
  @EnumSource
  void others_areEndedByNewPassword_byClosing_andByHand(Databases database) {
    with(
        database,
        accounts -> {
          Account account = steward(accounts);
          Secret one = in(signIn(accounts, account.login(), PASSWORD));
          Secret other = in(signIn(accounts, account.login(), PASSWORD));
          assertNotEquals(one.hash(), other.hash());
          assertEquals(2, accounts.sessions().list(account.id()).size());
          accounts.sessions().endAll(account.id(), one.hash());
          assertEquals(Optional.empty(), accounts.sessions().find(other));
          assertTrue(isOpen(accounts, one));
          accounts.setPassword(account, PASSWORD + "！");
          assertEquals(Optional.empty(), accounts.sessions().find(one));
          Secret third = in(signIn(accounts, account.login(), PASSWORD + "！"));
          accounts.setActive(account, false);
          assertEquals(Optional.empty(), accounts.sessions().find(third));
          wrong(signIn(accounts, account.login(), PASSWORD + "！"));
          accounts.setActive(account, true);
          in(signIn(accounts, account.login(), PASSWORD + "!")); // the same letter, half as wide
        });
  }

  private static void wrong(Accounts.Attempt attempt) {
    assertInstanceOf(Accounts.Attempt.Wrong.class, attempt);
  }

  @ParameterizedTest
  @EnumSource
  void link_worksOnce_andForItsTime(Databases database) {
    with(
        database,
        accounts -> {
          Account account = steward(accounts);
          Secret first = secretOf(accounts.link(account));
          Secret link = secretOf(accounts.link(account));
          assertEquals(Optional.empty(), accounts.sessions().findLink(first), "a newer one is out");
          assertEquals(Optional.of(account.id()), accounts.sessions().findLink(link));
          assertTrue(accounts.sessions().useLink(link));
          assertFalse(accounts.sessions().useLink(link));
          Secret late = secretOf(accounts.link(account));
          clock.pass(Duration.ofHours(73));
          assertEquals(Optional.empty(), accounts.sessions().findLink(late));
          assertFalse(accounts.sessions().useLink(late));
        });
  }

  private static Secret secretOf(String link) {
    return Secret.read(link.replaceFirst("account/link/", "")).orElseThrow();
  }

  @ParameterizedTest
  @EnumSource
  void form_isKeptForItsAccountOnly_andNotTooMany(Databases database) {
    with(
        database,
        accounts -> {
          Account account = steward(accounts);
          Account other = accounts.add("other", "別の人", "", List.of()).orElseThrow();
          SessionRecords sessions = accounts.sessions();
          SessionRecords.KeptForm form =
              new SessionRecords.KeptForm("steward/drafts/x", "a=%E3%81%82");
          Secret first = sessions.keep(account.id(), form);
          assertEquals(Optional.of(form), sessions.findForm(first, account.id()));
          assertEquals(Optional.empty(), sessions.findForm(first, other.id()));
          for (int i = 0; i < 20; i++) {
            clock.pass(Duration.ofSeconds(1));
            sessions.keep(account.id(), form);
          }
          assertEquals(Optional.empty(), sessions.findForm(first, account.id()));
          Secret last = sessions.keep(account.id(), form);
          clock.pass(Duration.ofHours(25));
          assertEquals(Optional.empty(), sessions.findForm(last, account.id()));
        });
  }

  @ParameterizedTest
  @EnumSource
  void backup_hasAccounts_andNoSessions(Databases database) throws Exception {
    Path backup = Files.createDirectory(directory.resolve("backup"));
    try (Records records = Records.open(database.fresh(), directory)) {
      Accounts accounts = new Accounts(records, SETTINGS, clock);
      Account account = steward(accounts);
      assertTrue(accounts.records().tie(account.login(), "https://id.example", "42").isPresent());
      in(signIn(accounts, account.login(), PASSWORD));
      assertEquals(4, RecordsCopy.write(records, backup));
    }
    String copy = Files.readString(backup.resolve("records.jsonl"));
    assertTrue(copy.contains("$argon2id$"), copy);
    assertFalse(copy.contains("account_session"), copy);
    Path restored = directory.resolve("restored");
    RecordsCopy.lay(backup, restored);
    try (Records records = Records.open(Records.EMBEDDED, restored)) {
      Accounts accounts = new Accounts(records, SETTINGS, clock);
      in(signIn(accounts, "aoki@city.example", PASSWORD));
      assertTrue(accounts.records().findByIdentity("https://id.example", "42").isPresent());
    }
  }

  @Test
  void signIn_afterFailures_waitsLongerAndLonger_alikeForWhoIsNotThere() {
    with(
        Databases.EMBEDDED,
        accounts -> {
          steward(accounts);
          for (String login : List.of("aoki@city.example", "nobody@city.example")) {
            String address = "2001:db8:" + login.length() + "::1";
            for (int i = 0; i < 5; i++) {
              wrong(accounts.signIn(login, "wrong password " + i, address, ""));
            }
            assertEquals(Duration.ofSeconds(1), left(accounts, login, address));
            clock.pass(Duration.ofSeconds(1));
            wrong(accounts.signIn(login, "wrong", address, ""));
            assertEquals(Duration.ofSeconds(2), left(accounts, login, address));
            assertEquals(Duration.ofSeconds(2), left(accounts, login, "198.51.100.7"), "elsewhere");
          }
          clock.pass(Duration.ofSeconds(2));
          in(signIn(accounts, "aoki@city.example", PASSWORD));
          wrong(signIn(accounts, "aoki@city.example", "wrong")); // counted from the start again
        });
  }

  private static Duration left(Accounts accounts, String login, String address) {
    return assertInstanceOf(
            Accounts.Attempt.Wait.class, accounts.signIn(login, PASSWORD, address, ""))
        .left();
  }

  @Test
  void address_thatTriesManyAccounts_waits_alsoFromItsNeighbours() {
    with(
        Databases.EMBEDDED,
        accounts -> {
          for (int i = 0; i < 20; i++) {
            wrong(accounts.signIn("user" + i, "wrong", "2001:db8::" + i, ""));
          }
          assertEquals(Duration.ofSeconds(1), left(accounts, "another", "2001:db8::ffff"));
          wrong(accounts.signIn("another", "wrong", "2001:db8:0:1::1", ""));
        });
  }

  /** The vector of the reference implementation's own tests for Argon2id. */
  @Test
  void argon2id_givesTheHashOfTheReference() {
    String hash =
        Argon2Function.getInstance(65_536, 2, 1, 32, Argon2.ID)
            .hash(
                "password".getBytes(StandardCharsets.US_ASCII),
                "somesalt".getBytes(StandardCharsets.US_ASCII))
            .getResult();
    assertEquals(
        "$argon2id$v=19$m=65536,t=2,p=1$c29tZXNhbHQ$CTFhFdXPJO1aFaMaO6Mm5c8y7cJHAph8ArZWb2GRPPc",
        hash);
  }

  @Test
  void hash_isArgon2idWithSalt_andMatchesOnlyItsPassword() {
    PasswordHashes hashes = new PasswordHashes();
    String hash = hashes.hash(PASSWORD);
    assertTrue(hash.startsWith("$argon2id$v=19$m=19456,t=2,p=1$"), hash);
    assertNotEquals(hash, hashes.hash(PASSWORD));
    assertTrue(hashes.matches(PASSWORD, hash));
    assertFalse(hashes.matches(PASSWORD + " ", hash));
    assertFalse(hashes.matches("", ""));
    assertFalse(hashes.matches("no password has this hash", ""));
  }

  @ParameterizedTest
  @CsvSource({
    "correct horse battery,''",
    "short,account.mistake.short",
    "ああああああああああああ,account.mistake.guessed",
    "aoki@city.example,account.mistake.guessed",
    "aokiaoki1234,account.mistake.guessed",
    "Password123!,account.mistake.guessed",
    "123456789012,account.mistake.guessed",
    "春はあけぼのやうやう白く,''",
  })
  void password_isLongAndNoneThatIsTriedFirst(String password, String mistake) {
    assertEquals(mistake, PasswordRule.mistake(password, "aoki@city.example").orElse(""));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "//evil.example",
        "https://evil.example",
        "/\\evil.example",
        "\\evil",
        "javascript:alert(1)",
        "steward/../../x",
        "steward//evil",
        "steward/%2e%2e",
        "steward?a=\r\nSet-Cookie: a=b",
        "datasets",
        "account/sign-in@evil.example",
        "steward#x",
        " steward",
        "",
        "stewardx"
      })
  void returnPath_thatIsNoneOfTheDesks_isNone(String path) {
    assertEquals(Optional.empty(), ReturnPath.read(path));
  }

  @ParameterizedTest
  @ValueSource(strings = {"steward", "steward/drafts/x-1", "account?done=password", "monitor/a/b"})
  void returnPath_ofTheDesks_isKept(String path) {
    assertEquals(Optional.of(path), ReturnPath.read(path));
  }

  @ParameterizedTest
  @ValueSource(strings = {"steward", "steward:", "committee:x", "boss", "", "steward:a b", ":"})
  void grant_thatCannotBeMeant_isNone(String text) {
    assertEquals(Optional.empty(), Grant.read(text));
  }

  @Test
  void secrets_areNotWrittenOut() {
    Secret secret = Secret.random();
    assertFalse(secret.toString().contains(secret.text()));
    assertEquals(43, secret.text().length());
    assertEquals(64, secret.hash().length());
    assertEquals(Optional.empty(), Secret.read(secret.hash()));
  }
}
