package org.machinami.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.machinami.web.account.Account;
import org.machinami.web.account.Grant;
import org.machinami.web.account.Role;

/** Signing in by an OpenID provider, and what is tried with it. */
final class OpenIdPagesTest {
  private static TestProvider provider;

  @TempDir private Path directory;
  private PagesServer server;

  @BeforeAll
  static void startProvider() throws Exception {
    provider = TestProvider.start();
  }

  @AfterAll
  static void stopProvider() {
    provider.close();
  }

  @BeforeEach
  void start() throws Exception {
    server = new PagesServer(directory, provider.settings());
    invited("aoki@city.example");
  }

  @AfterEach
  void stop() {
    server.close();
  }

  private Account invited(String login) {
    return server
        .accounts()
        .add(login, "青木", "", List.of(new Grant(Role.STEWARD, "machinami-samples")))
        .orElseThrow();
  }

  private URI begin(DeskBrowser browser, String path) {
    HttpResponse<String> answer = browser.get(path);
    assertEquals(303, answer.statusCode(), answer.body());
    return URI.create(answer.headers().firstValue("Location").orElseThrow());
  }

  /** The way back into the catalogue, as its own server is reached. */
  private static String back(URI callback) {
    assertTrue(callback.toString().startsWith(TestProvider.CALLBACK), callback.toString());
    return callback.getRawPath() + "?" + callback.getRawQuery();
  }

  private String signIn(DeskBrowser browser, String path, String name) throws Exception {
    URI callback = provider.visit(begin(browser, path), name, false);
    return DeskBrowser.location(browser.get(back(callback)));
  }

  private static void assertOut(DeskBrowser browser) {
    assertEquals("", browser.cookie("machinami-session"));
    assertEquals("", browser.cookie("machinami-provider"));
    assertEquals("/account/sign-in?return=account", DeskBrowser.location(browser.get("/account")));
  }

  @Test
  void invited_isSignedIn_andKnownByTheSubjectFromThenOn() throws Exception {
    DeskBrowser browser = new DeskBrowser(server);
    String page = browser.get("/account/sign-in?return=steward").body();
    assertTrue(page.contains("市の認証でログイン"), page);
    assertTrue(page.contains("account/provider?return=steward"), page);
    assertEquals("/steward", signIn(browser, "/account/provider?return=steward", "aoki"));
    assertEquals(200, browser.get("/steward").statusCode());
    assertTrue(browser.get("/account").body().contains("aoki@city.example"));
    assertEquals("", browser.cookie("machinami-provider"));
    DeskBrowser another = new DeskBrowser(server);
    assertEquals("/en/account", signIn(another, "/en/account/provider", "aoki"));
    assertEquals(200, another.get("/en/account").statusCode());
  }

  private static URI link(HttpResponse<String> page) {
    java.util.regex.Matcher link =
        java.util.regex.Pattern.compile("<a href=\"(http://127[^\"]+)\"").matcher(page.body());
    assertTrue(link.find(), page.body());
    return URI.create(link.group(1).replace("&amp;", "&"));
  }

  @Test
  void signOut_endsTheSessionAtTheProvider_too() throws Exception {
    HttpClient person = TestProvider.browser();
    DeskBrowser desk = new DeskBrowser(server);
    URI callback = provider.visit(person, begin(desk, "/en/account/provider"), "aoki", false);
    assertEquals("/en/account", DeskBrowser.location(desk.get(back(callback))));
    assertFalse(
        provider.asks(person, begin(new DeskBrowser(server), "/account/provider")),
        "it knows who they are");
    HttpResponse<String> out = desk.send("/en/account", "/en/account/sign-out", Map.of());
    assertEquals("/en/account/provider/sign-out", DeskBrowser.location(out));
    assertEquals("", desk.cookie("machinami-session"));
    HttpResponse<String> page = desk.get("/en/account/provider/sign-out");
    assertEquals(200, page.statusCode(), page.body());
    URI end = link(page);
    assertEquals("0; url=" + end, page.headers().firstValue("Refresh").orElseThrow());
    assertEquals("no-referrer", page.headers().firstValue("Referrer-Policy").orElseThrow());
    for (String name : List.of("id_token_hint", "post_logout_redirect_uri", "state")) {
      assertFalse(parameter(end.getRawQuery(), name).isEmpty(), name);
    }
    assertEquals("en", parameter(end.getRawQuery(), "ui_locales"));
    assertEquals("", desk.cookie("machinami-id-token"), "it has served");
    URI home = provider.signOut(person, end);
    assertTrue(home.toString().startsWith(TestProvider.SIGNED_OUT + "?state="), home.toString());
    assertTrue(
        provider.asks(person, begin(new DeskBrowser(server), "/account/provider")),
        "it has forgotten them");
    HttpResponse<String> back = desk.get(home.getRawPath() + "?" + home.getRawQuery());
    assertEquals("/en/account/sign-in?said=out-everywhere", DeskBrowser.location(back));
    assertEquals("", desk.cookie("machinami-provider"));
    assertTrue(
        desk.get(DeskBrowser.location(back)).body().contains("here and at the sign-in service"));
  }

  @Test
  void signOut_fromElsewhere_orWithAnothersState_saysOnlyWhatIsSo() throws Exception {
    DeskBrowser desk = new DeskBrowser(server);
    assertEquals("/account", signIn(desk, "/account/provider", "aoki"));
    for (String path : List.of("", "/done", "/done?state=x")) {
      assertEquals(
          "/account", DeskBrowser.location(desk.get("/account/provider/sign-out" + path)), path);
      assertEquals(200, desk.get("/account").statusCode(), "a link signs nobody out");
    }
    desk.send("/account", "/account/sign-out", Map.of());
    assertEquals(
        "/account",
        DeskBrowser.location(desk.get("/account/provider/sign-out/done?state=x")),
        "the state is not of this browser");
    assertEquals("", desk.cookie("machinami-session"));
  }

  @Test
  void signOut_whenTheProviderDoesNotAnswer_saysSo() throws Exception {
    DeskBrowser desk;
    try (TestProvider own = TestProvider.start()) {
      server.close();
      server = new PagesServer(directory, own.settings());
      desk = new DeskBrowser(server);
      URI callback = own.visit(begin(desk, "/account/provider"), "aoki", false);
      assertEquals("/account", DeskBrowser.location(desk.get(back(callback))));
      server.close();
      server = new PagesServer(directory, own.settings());
    }
    desk = desk.at(server);
    desk.send("/account", "/account/sign-out", Map.of());
    assertEquals(
        "/account/sign-in?said=out-here",
        DeskBrowser.location(desk.get("/account/provider/sign-out")));
    assertTrue(desk.get("/account/sign-in?said=out-here").body().contains("ログアウトしていないことがあります"));
  }

  @Test
  void signOut_ofAPassword_asksNoProvider() throws Exception {
    Account account = invited("password@city.example");
    server.accounts().setPassword(account, "correct horse battery");
    DeskBrowser desk = new DeskBrowser(server).in("password@city.example", "correct horse battery");
    assertEquals(
        "/account/sign-in?said=out",
        DeskBrowser.location(desk.send("/account", "/account/sign-out", Map.of())));
  }

  @Test
  void request_hasStateNonceAndChallenge_otherOnesEachTime() {
    String one = begin(new DeskBrowser(server), "/en/account/provider").getRawQuery();
    String two = begin(new DeskBrowser(server), "/en/account/provider").getRawQuery();
    for (String name : List.of("state", "nonce", "code_challenge")) {
      assertNotEquals(parameter(one, name), parameter(two, name), name);
      assertTrue(parameter(one, name).length() >= 43, one);
    }
    assertEquals("S256", parameter(one, "code_challenge_method"));
    assertEquals("code", parameter(one, "response_type"));
    assertEquals("en", parameter(one, "ui_locales"));
    assertFalse(one.contains("secret"), one);
  }

  private static String parameter(String query, String name) {
    return List.of(query.split("&")).stream()
        .filter(pair -> pair.startsWith(name + "="))
        .map(pair -> pair.substring(name.length() + 1))
        .findFirst()
        .orElseThrow(() -> new AssertionError(name + " is not in " + query));
  }

  @Test
  void token_thatDoesNotHold_signsNobodyIn() throws Exception {
    for (String lie :
        List.of(
            "wrong-nonce",
            "wrong-audience",
            "wrong-issuer",
            "expired",
            "unsigned",
            "strange-key")) {
      invited(lie + "@city.example");
      DeskBrowser browser = new DeskBrowser(server);
      assertEquals(
          "/account/sign-in?said=refused&return=steward",
          signIn(browser, "/account/provider?return=steward", lie),
          lie);
      assertOut(browser);
    }
    String said = new DeskBrowser(server).get("/account/sign-in?said=refused").body();
    assertTrue(said.contains("確認が完了しなかった"), said);
  }

  @Test
  void whoHasNoAccount_orIsClosed_orUnverified_isTold() throws Exception {
    server.accounts().setActive(invited("closed@city.example"), false);
    invited("unverified@city.example");
    invited("wrong-userinfo@city.example");
    for (String name : List.of("stranger", "closed", "unverified", "wrong-userinfo")) {
      DeskBrowser browser = new DeskBrowser(server);
      assertEquals(
          "/account/sign-in?said=unknown", signIn(browser, "/account/provider", name), name);
      assertOut(browser);
    }
    assertTrue(
        new DeskBrowser(server)
            .get("/en/account/sign-in?said=unknown")
            .body()
            .contains("no role in this catalogue"));
  }

  @Test
  void addressThatChangedHands_opensNoAccountOfAnother() throws Exception {
    assertEquals("/account", signIn(new DeskBrowser(server), "/account/provider", "aoki"));
    // The provider has given her address to somebody else.
    assertEquals(
        "/account/sign-in?said=unknown",
        signIn(new DeskBrowser(server), "/account/provider", "new-aoki"));
    assertEquals("/account", signIn(new DeskBrowser(server), "/account/provider", "aoki"));
  }

  @Test
  void state_ofAnotherBrowser_isRefused() throws Exception {
    DeskBrowser attacker = new DeskBrowser(server);
    URI callback = provider.visit(begin(attacker, "/account/provider"), "aoki", false);
    DeskBrowser victim = new DeskBrowser(server);
    assertEquals("/account/sign-in?said=token", DeskBrowser.location(victim.get(back(callback))));
    begin(victim, "/account/provider");
    assertEquals("/account/sign-in?said=refused", DeskBrowser.location(victim.get(back(callback))));
    assertOut(victim);
  }

  @Test
  void state_orIssuer_changedOnTheWay_isRefused() throws Exception {
    for (String change : List.of("state=x", "iss=https%3A%2F%2Fid.example", "iss=")) {
      DeskBrowser browser = new DeskBrowser(server);
      URI callback = provider.visit(begin(browser, "/account/provider"), "aoki", false);
      String name = change.substring(0, change.indexOf('='));
      String forged = back(callback).replaceFirst(name + "=[^&]*", change);
      assertEquals("/account/sign-in?said=refused", DeskBrowser.location(browser.get(forged)));
      assertOut(browser);
    }
  }

  @Test
  void code_takenTwice_isRefused() throws Exception {
    DeskBrowser browser = new DeskBrowser(server);
    URI callback = provider.visit(begin(browser, "/account/provider"), "aoki", false);
    DeskBrowser copy = new DeskBrowser(server);
    copy.setCookie("machinami-provider", browser.cookie("machinami-provider"));
    assertEquals("/account", DeskBrowser.location(browser.get(back(callback))));
    assertEquals("/account/sign-in?said=refused", DeskBrowser.location(copy.get(back(callback))));
    assertOut(copy);
  }

  @Test
  void code_ofAnotherClient_isRefused() throws Exception {
    DeskBrowser browser = new DeskBrowser(server);
    URI start = begin(browser, "/account/provider");
    URI other = URI.create(start.toString().replace("client_id=catalogue", "client_id=other"));
    URI callback = provider.visit(other, "aoki", false);
    assertEquals(
        "/account/sign-in?said=refused", DeskBrowser.location(browser.get(back(callback))));
    assertOut(browser);
  }

  @Test
  void return_toElsewhere_isNotFollowed() throws Exception {
    for (String elsewhere :
        List.of(
            "https%3A%2F%2Fevil.example%2F",
            "%2F%2Fevil.example", "steward%2F..%2F..%2F", "datasets")) {
      assertEquals(
          "/account",
          signIn(new DeskBrowser(server), "/account/provider?return=" + elsewhere, "aoki"),
          elsewhere);
    }
  }

  @Test
  void cookie_thatSomebodyWroteHimself_leadsNowhere() throws Exception {
    DeskBrowser browser = new DeskBrowser(server);
    URI callback = provider.visit(begin(browser, "/account/provider"), "aoki", false);
    String kept = browser.cookie("machinami-provider");
    String evil =
        java.util.Base64.getUrlEncoder()
            .withoutPadding()
            .encodeToString(
                "https://evil.example/".getBytes(java.nio.charset.StandardCharsets.UTF_8));
    browser.setCookie("machinami-provider", kept.substring(0, kept.lastIndexOf('.') + 1) + evil);
    assertEquals("/account", DeskBrowser.location(browser.get(back(callback))));
  }

  @Test
  void host_thatIsNotOurs_isNotSentToTheProvider() {
    HttpResponse<String> answer =
        server.get("/account/provider", "X-Forwarded-Host", "evil.example", "Accept", "text/html");
    String to = answer.headers().firstValue("Location").orElseThrow();
    assertTrue(to.contains("redirect_uri=http%3A%2F%2Fcity.example%2Faccount%2F"), to);
    assertFalse(to.contains("evil"), to);
  }

  @Test
  void whoGoesBack_isTold() throws Exception {
    DeskBrowser browser = new DeskBrowser(server);
    URI callback = provider.visit(begin(browser, "/account/provider?return=steward"), "", true);
    assertEquals(
        "/account/sign-in?said=cancelled&return=steward",
        DeskBrowser.location(browser.get(back(callback))));
    assertTrue(browser.get("/account/sign-in?said=cancelled").body().contains("取り消されました"), "said");
  }

  @Test
  void callback_againAndAgain_hasToWait() throws Exception {
    DeskBrowser browser = new DeskBrowser(server);
    String said = "";
    for (int i = 0; i < 22 && !said.contains("too-often"); i++) {
      begin(browser, "/account/provider");
      said = DeskBrowser.location(browser.get("/account/provider/callback?code=x&state=y"));
    }
    assertEquals("/account/sign-in?said=too-often", said);
  }

  @Test
  void providerThatIsAway_isTold_andPasswordsGoOn() throws Exception {
    TestProvider away = TestProvider.start();
    away.close();
    try (PagesServer lonely = new PagesServer(directory.resolve("lonely"), away.settings())) {
      Account account =
          lonely.accounts().add("sato@city.example", "佐藤", "", List.of()).orElseThrow();
      lonely.accounts().setPassword(account, "correct horse battery");
      DeskBrowser browser = new DeskBrowser(lonely);
      assertEquals(
          "/account/sign-in?said=unavailable",
          DeskBrowser.location(browser.get("/account/provider")));
      assertTrue(
          browser.get("/account/sign-in?said=unavailable").body().contains("認証サービスにつながりません"));
      browser.in("sato@city.example", "correct horse battery");
    }
  }

  @Test
  void unlessConfigured_thereIsNoProvider() throws Exception {
    try (PagesServer plain = new PagesServer(directory.resolve("plain"))) {
      assertFalse(plain.get("/account/sign-in", "Accept", "text/html").body().contains("provider"));
      assertEquals(404, plain.get("/account/provider").statusCode());
      assertEquals(404, plain.get("/account/provider/callback?code=a&state=b").statusCode());
    }
  }
}
