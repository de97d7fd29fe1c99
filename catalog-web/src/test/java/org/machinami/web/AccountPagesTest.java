package org.machinami.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.machinami.web.account.Account;
import org.machinami.web.account.Grant;
import org.machinami.web.account.MovedClock;
import org.machinami.web.account.Role;
import org.machinami.web.config.RequestSettings;
import org.machinami.web.language.Messages;

/** Signing in and out, and what strangers try. */
final class AccountPagesTest {
  private static final String LOGIN = "aoki@city.example";
  private static final String PASSWORD = "correct horse battery";
  private static final String SESSION = "machinami-session";

  @TempDir private Path directory;
  private final MovedClock clock = new MovedClock();
  private PagesServer server;
  private Account account;
  private DeskBrowser browser;

  @BeforeEach
  void start() throws Exception {
    server =
        new PagesServer(
            directory, Clock.system(Messages.CITY), new RequestSettings(true, 3), clock);
    account =
        server
            .accounts()
            .add(LOGIN, "青木 花子", "市民局", List.of(new Grant(Role.STEWARD, "sample-city")))
            .orElseThrow();
    server.accounts().setPassword(account, PASSWORD);
    browser = new DeskBrowser(server);
  }

  @AfterEach
  void stop() {
    server.close();
  }

  @Test
  void signIn_leadsToTheAccount_andItsCookieIsForNoScript() {
    HttpResponse<String> answer = browser.signIn(LOGIN, PASSWORD, "");
    assertEquals(303, answer.statusCode());
    assertEquals("/account", DeskBrowser.location(answer));
    String set = String.join("\n", answer.headers().allValues("Set-Cookie"));
    assertTrue(set.contains(SESSION + "=") && set.contains("HttpOnly"), set);
    assertTrue(set.contains("SameSite=Lax"), set);
    assertEquals("no-store", answer.headers().firstValue("Cache-Control").orElse(""));
    HttpResponse<String> page = browser.get("/account");
    assertEquals(200, page.statusCode());
    assertTrue(page.body().contains("青木 花子"), page.body());
    assertTrue(page.body().contains("データ管理者"), page.body());
    assertEquals("no-store", page.headers().firstValue("Cache-Control").orElse(""));
    assertEquals("noindex", page.headers().firstValue("X-Robots-Tag").orElse(""));
    assertEquals(404, browser.get("/account/nothing").statusCode());
  }

  @Test
  void signIn_thatFails_answersAlikeWhoeverItIs() {
    HttpResponse<String> wrong = browser.signIn(LOGIN, "not the password", "");
    HttpResponse<String> nobody = browser.signIn("nobody", "not the password", "");
    server.accounts().setActive(account, false);
    HttpResponse<String> closed = browser.signIn(LOGIN, PASSWORD, "");
    for (HttpResponse<String> answer : List.of(wrong, nobody, closed)) {
      assertEquals(400, answer.statusCode());
      assertTrue(answer.body().contains("ログイン名かパスワードが違います"), answer.body());
      assertEquals("", browser.cookie(SESSION));
    }
    assertEquals(plain(wrong), plain(closed));
    assertEquals(
        plain(wrong), plain(nobody).replace("value=\"nobody\"", "value=\"" + LOGIN + "\""));
  }

  private static String plain(HttpResponse<String> page) {
    return page.body().replaceAll("name=\"token\" value=\"[^\"]*\"", "");
  }

  /** Medians of nine, since a machine that is busy makes single ones long. */
  @Test
  void signIn_ofNobody_takesAsLong() {
    List<Long> known = new java.util.ArrayList<>();
    List<Long> unknown = new java.util.ArrayList<>();
    for (int i = 0; i < 9; i++) {
      clock.pass(Duration.ofHours(1));
      known.add(nanos(LOGIN));
      unknown.add(nanos("nobody"));
    }
    known.sort(null);
    unknown.sort(null);
    double ratio = (double) unknown.get(4) / known.get(4);
    assertTrue(ratio > 0.4 && ratio < 2.5, "nobody takes " + ratio + " of the time");
  }

  private long nanos(String login) {
    String token = DeskBrowser.token(browser.get("/account/sign-in"));
    long start = System.nanoTime();
    browser.post(
        "/account/sign-in", Map.of("login", login, "password", "wrong wrong", "token", token));
    return System.nanoTime() - start;
  }

  @Test
  void signIn_tooOften_is429_withTime() {
    for (int i = 0; i < 5; i++) {
      assertEquals(400, browser.signIn(LOGIN, "wrong " + i, "").statusCode());
    }
    HttpResponse<String> answer = browser.signIn(LOGIN, PASSWORD, "");
    assertEquals(429, answer.statusCode());
    assertEquals("2", answer.headers().firstValue("Retry-After").orElse(""));
    assertTrue(answer.body().contains(LOGIN), "the name stays");
    assertFalse(answer.body().contains(PASSWORD));
    clock.pass(Duration.ofSeconds(2));
    assertEquals(303, browser.signIn(LOGIN, PASSWORD, "").statusCode());
  }

  @Test
  void session_thatSomebodyElseGave_isNotTheOneThatBegins() {
    browser.setCookie(SESSION, "A".repeat(43));
    browser.in(LOGIN, PASSWORD);
    String first = browser.cookie(SESSION);
    assertNotEquals("A".repeat(43), first);
    browser.in(LOGIN, PASSWORD);
    String second = browser.cookie(SESSION);
    assertNotEquals(first, second);
    browser.setCookie(SESSION, first);
    assertEquals(303, browser.get("/account").statusCode(), "the one before is over");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "https://evil.example/",
        "//evil.example",
        "/\\evil.example",
        "steward/../..",
        "javascript:alert(1)",
        "datasets"
      })
  void signIn_leadsNowhereElse(String back) {
    String page =
        browser
            .get(
                "/account/sign-in?return="
                    + java.net.URLEncoder.encode(back, java.nio.charset.StandardCharsets.UTF_8))
            .body();
    assertTrue(page.contains("name=\"return\" value=\"\""), page);
    assertEquals("/account", DeskBrowser.location(browser.signIn(LOGIN, PASSWORD, back)));
  }

  @Test
  void signIn_leadsBack_inTheLanguageOfThePage() {
    HttpResponse<String> led = browser.get("/en/account?done=sessions");
    assertEquals(303, led.statusCode());
    assertEquals("/en/account/sign-in?return=account%3Fdone%3Dsessions", DeskBrowser.location(led));
    HttpResponse<String> page = browser.get(DeskBrowser.location(led));
    assertTrue(page.body().contains("Sign in"), page.body());
    HttpResponse<String> answer =
        browser.post(
            "/en/account/sign-in",
            Map.of(
                "login",
                LOGIN,
                "password",
                PASSWORD,
                "return",
                "account?done=sessions",
                "token",
                DeskBrowser.token(page)));
    assertEquals("/en/account?done=sessions", DeskBrowser.location(answer));
  }

  @Test
  void signIn_withoutTokenOrFromElsewhere_isNotTaken() {
    String token = DeskBrowser.token(browser.get("/account/sign-in"));
    Map<String, String> fields = Map.of("login", LOGIN, "password", PASSWORD, "token", token);
    assertEquals(
        400,
        browser.post("/account/sign-in", fields, "Origin", "https://evil.example").statusCode());
    assertEquals(
        400, browser.post("/account/sign-in", fields, "Sec-Fetch-Site", "cross-site").statusCode());
    assertEquals(
        400,
        browser
            .post("/account/sign-in", Map.of("login", LOGIN, "password", PASSWORD))
            .statusCode());
    assertEquals(
        400, new DeskBrowser(server).post("/account/sign-in", fields).statusCode(), "no cookie");
  }

  @ParameterizedTest
  @ValueSource(strings = {"/account/sign-out", "/account/password", "/account/sessions"})
  void form_withoutToken_orOfAnotherSession_orFromElsewhere_is403(String path) {
    browser.in(LOGIN, PASSWORD);
    String token = DeskBrowser.token(browser.get("/account"));
    assertEquals(403, browser.post(path, Map.of()).statusCode());
    assertEquals(403, browser.post(path, Map.of("token", "x")).statusCode());
    assertEquals(
        403,
        browser.post(path, Map.of("token", token), "Origin", "https://evil.example").statusCode());
    assertEquals(
        403,
        browser.post(path, Map.of("token", token), "Sec-Fetch-Site", "same-site").statusCode());
    DeskBrowser other = new DeskBrowser(server).in(LOGIN, PASSWORD);
    HttpResponse<String> foreign = other.post(path, Map.of("token", token));
    assertTrue(
        DeskBrowser.location(foreign).startsWith("/account/kept/"), foreign.statusCode() + "");
    assertEquals(200, browser.get("/account").statusCode(), "nothing has happened");
  }

  @Test
  void form_whoseSessionIsOver_isKept_andSentAgainAfterSigningIn() {
    browser.in(LOGIN, PASSWORD);
    String token = DeskBrowser.token(browser.get("/account"));
    clock.pass(Duration.ofMinutes(61));
    HttpResponse<String> late =
        browser.post(
            "/account/password",
            Map.of("token", token, "password", PASSWORD, "new", "ながい文は決してわすれません", "again", "x"));
    assertEquals(303, late.statusCode());
    String signIn = DeskBrowser.location(late);
    assertTrue(signIn.startsWith("/account/sign-in?return=account%2Fkept%2F"), signIn);
    assertTrue(browser.get(signIn).body().contains("保存してあります"));
    String back = signIn.replaceFirst(".*return=account%2F", "account/").replace("%2F", "/");
    HttpResponse<String> led = browser.signIn(LOGIN, PASSWORD, back);
    assertEquals("/" + back, DeskBrowser.location(led));
    HttpResponse<String> kept = browser.get("/" + back);
    assertTrue(kept.body().contains("ながい文は決してわすれません"), kept.body());
    assertTrue(kept.body().contains("action=\"../../account/password\""), kept.body());
    assertFalse(kept.body().contains("value=\"" + token + "\""), "the old token is of no use");
    Account other = server.accounts().add("other", "別の人", "", List.of()).orElseThrow();
    server.accounts().setPassword(other, PASSWORD);
    DeskBrowser stranger = new DeskBrowser(server).in("other", PASSWORD);
    assertEquals(404, stranger.get("/" + back).statusCode());
  }

  @Test
  void signOut_endsTheSession_notOnlyTheCookie() {
    browser.in(LOGIN, PASSWORD);
    String secret = browser.cookie(SESSION);
    HttpResponse<String> out = browser.send("/account", "/account/sign-out", Map.of());
    assertEquals("/account/sign-in?said=out", DeskBrowser.location(out));
    assertEquals("", browser.cookie(SESSION));
    browser.setCookie(SESSION, secret);
    assertEquals(303, browser.get("/account").statusCode());
  }

  @Test
  void password_isChanged_andOthersAreSignedOut() {
    DeskBrowser other = new DeskBrowser(server).in(LOGIN, PASSWORD);
    browser.in(LOGIN, PASSWORD);
    String next = "a new and longer one";
    assertEquals(400, change(PASSWORD, "short", "short").statusCode());
    assertEquals(400, change(PASSWORD, next, next + "x").statusCode());
    assertEquals(400, change("not the password", next, next).statusCode());
    assertEquals(200, other.get("/account").statusCode());
    HttpResponse<String> done = change(PASSWORD, next, next);
    assertEquals("/account?done=password", DeskBrowser.location(done));
    assertEquals(200, browser.get("/account").statusCode());
    assertEquals(303, other.get("/account").statusCode());
    assertEquals(400, new DeskBrowser(server).signIn(LOGIN, PASSWORD, "").statusCode());
    new DeskBrowser(server).in(LOGIN, next);
    HttpResponse<String> ended = browser.send("/account", "/account/sessions", Map.of());
    assertEquals("/account?done=sessions", DeskBrowser.location(ended));
  }

  private HttpResponse<String> change(String present, String next, String again) {
    return browser.send(
        "/account", "/account/password", Map.of("password", present, "new", next, "again", again));
  }

  @Test
  void link_setsAPassword_once() {
    String link = "/" + server.accounts().link(account);
    HttpResponse<String> page = browser.get(link);
    assertEquals(200, page.statusCode());
    assertTrue(page.body().contains(LOGIN), page.body());
    Map<String, String> short1 = Map.of("new", "short", "again", "short");
    assertEquals(400, browser.send(link, link, short1).statusCode());
    Map<String, String> good = Map.of("new", "ながい文は決してわすれません", "again", "ながい文は決してわすれません");
    assertEquals(403, browser.post(link, good).statusCode(), "without a token");
    HttpResponse<String> set = browser.send(link, link, good);
    assertEquals("/account/sign-in?said=password", DeskBrowser.location(set));
    assertEquals(404, browser.get(link).statusCode());
    browser.in(LOGIN, "ながい文は決してわすれません");
    assertEquals(404, browser.get("/account/link/" + "A".repeat(43)).statusCode());
  }

  @Test
  void rolesAndClosing_countAtOnce() {
    browser.in(LOGIN, PASSWORD);
    server.accounts().setGrants(account, List.of());
    assertTrue(browser.get("/account").body().contains("まだありません"));
    server.accounts().setActive(account, false);
    assertEquals(303, browser.get("/account").statusCode());
  }

  @Test
  void visitors_meetNoCookie_andPagesAreTheSameForWhoIsSignedIn() {
    browser.in(LOGIN, PASSWORD);
    for (String path : List.of("/", "/datasets", "/policy", "/requests", "/glossary")) {
      HttpResponse<String> visitor = server.get(path, "Accept", "text/html");
      assertEquals(List.of(), visitor.headers().allValues("Set-Cookie"), path);
      assertEquals(visitor.body(), browser.get(path).body(), path);
    }
    assertFalse(server.get("/sitemap.xml").body().contains("account"));
    assertTrue(server.get("/robots.txt").body().contains("Disallow: /account"));
  }
}
