package org.machinami.browser;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.FilePayload;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * The whole way of the desk: sign in, send, understand, mend, submit, approve, see it published and
 * on the monitor, stop it, withdraw it.
 */
class DeskTest extends OwnCityTest {
  private static final String PASSWORD = "correct horse battery";
  private static final String FILE = "public_toilets.csv";
  private static final Charset CP932 = Charset.forName("windows-31j");

  @TempDir private static Path folder;

  @BeforeAll
  static void accounts() throws Exception {
    Path password = folder.resolve("password");
    Files.writeString(password, PASSWORD + "\n");
    add("aoki@city.example", "青木 花子", "steward:sample-city", password);
    add("sato@city.example", "佐藤 一郎", "approver:sample-city", password);
  }

  private static void add(String login, String name, String role, Path password) throws Exception {
    city.run(
        "account",
        "add",
        login,
        "--name",
        name,
        "--organisation",
        "サンプル市",
        "--role",
        role,
        "--password-file",
        password.toString());
  }

  private static String sample(String name) throws Exception {
    return Files.readString(
        Path.of(
            System.getProperty("machinami.home"), "samples", "datasets", "public-toilets", name));
  }

  /** A mistake in the file: what is found names the place and, where there is one, the value. */
  private record Planted(int row, String column, String value) {}

  /** Latitude and longitude the wrong way round. */
  private static final Planted EXCHANGED = new Planted(3, "緯度", "139.77106");

  private static final List<Planted> MISTAKES =
      List.of(
          new Planted(1, "男性トイレ総数", "七"), // no number
          new Planted(2, "名称", ""), // mandatory, and missing
          EXCHANGED,
          new Planted(6, "車椅子使用者用トイレ有無", "○"), // not in the list of codes
          new Planted(1, "設置位置", "")); // telephones of persons, in every row

  /** The file with five mistakes, each of another kind. */
  private static String withMistakes() throws Exception {
    String[] lines = sample(FILE).split("\n", -1);
    List<String> head = List.of(lines[0].split(",", -1));
    for (int row = 1; row < lines.length && !lines[row].isEmpty(); row++) {
      String[] cells = lines[row].split(",", -1);
      cells[head.indexOf("設置位置")] = "090-1234-" + (1000 + row * 37);
      if (row == 1) {
        cells[head.indexOf("男性トイレ総数")] = "七";
      } else if (row == 2) {
        List.of("名称", "名称_カナ", "名称_英語").forEach(name -> cells[head.indexOf(name)] = "");
      } else if (row == 3) {
        String latitude = cells[head.indexOf("緯度")];
        cells[head.indexOf("緯度")] = cells[head.indexOf("経度")];
        cells[head.indexOf("経度")] = latitude;
      } else if (row == 6) {
        cells[head.indexOf("車椅子使用者用トイレ有無")] = "○";
      }
      lines[row] = String.join(",", cells);
    }
    return String.join("\n", lines);
  }

  private static FilePayload file(String name, String type, byte[] bytes) {
    return new FilePayload(name, type, bytes);
  }

  private static void signIn(Page page, String login) {
    SignIn.at(page, city.address() + "/steward", login, PASSWORD);
  }

  @ParameterizedTest
  @ValueSource(strings = {"ja", "en"})
  void dataset_goesTheWholeWay(String language) throws Exception {
    String id = "desk-toilets-" + language;
    String draft;
    try (BrowserContext visitor = chromium.visitor(language, 1280)) {
      Page page = visitor.newPage();
      page.navigate(city.address() + "/steward");
      Look.atDesk(page, "desk-sign-in", language);
      signIn(page, "aoki@city.example");
      Look.atDesk(page, "desk-home-empty", language);
      page.locator(".page-head a.button").click();
      Look.atDesk(page, "desk-new", language);
      begin(page, id);
      draft = page.url().replaceFirst("\\?.*", "");
      assertTrue(top(page, ".gate-outcome") < top(page, "#description-form"), "before the form");
      assertEquals(1, page.locator(".gate-outcome.stops").count());
      for (Planted mistake : MISTAKES) {
        assertFound(page, mistake, language);
      }
      page.locator(".gate-outcome a[href^='#finding-']").first().click();
      assertEquals(1, page.locator(".gate-report li:target").count());
      Look.atDesk(page, "desk-mistakes", language);
      savesByItself(visitor, page, draft, language);
      mendsByAButton(page, language);
      page.locator("#more-files")
          .setInputFiles(file(FILE, "text/csv", sample(FILE).getBytes(CP932)));
      page.locator("form[action$='/files'] button").click();
      page.waitForURL(url -> url.endsWith("?done=file"));
      assertEquals(0, page.locator(".gate-report .state.grave").count());
      assertEquals(1, page.locator(".gate-outcome.passes").count());
      Look.atDesk(page, "desk-mended", language);
      page.navigate(draft + "/turtle");
      Look.atDesk(page, "desk-turtle", language);
      page.navigate(draft + "/mapping");
      Look.atDesk(page, "desk-mapping", language);
      page.navigate(draft);
      page.locator("form[action$='/submit'] button").first().click();
      page.waitForURL(url -> url.endsWith("?done=submitted"));
      Look.atDesk(page, "desk-submitted", language);
      page.navigate(city.address() + "/account");
      Look.atDesk(page, "desk-account", language);
    }
    try (BrowserContext visitor = chromium.visitor(language, 1280)) {
      Page page = visitor.newPage();
      signIn(page, "sato@city.example");
      Look.atDesk(page, "desk-waiting", language);
      page.locator(".drafts a").first().click();
      assertTrue(page.locator(".read-fields dt").count() > 10);
      Look.atDesk(page, "desk-decide", language);
      page.locator("#reason").fill(language.equals("ja") ? "内容を確かめました。" : "Looked through.");
      page.locator("form[action$='/approve'] button").first().click();
      page.waitForURL(url -> url.endsWith("?done=approved"));
    }
    try (BrowserContext visitor = chromium.visitor(language, 1280)) {
      Page page = visitor.newPage();
      page.navigate(city.address() + "/datasets/" + id);
      String title = language.equals("ja") ? "駅前の公衆トイレ" : "Public toilets";
      assertTrue(page.locator("h1").innerText().contains(title));
      Look.atDesk(page, "desk-published", language);
      onMonitor(page, id, "", language);
      assertEquals(List.of(), visitor.cookies());
    }
    stopped(id, language);
  }

  /** Sends a dataset, with the mistakes in its file, and waits for the draft. */
  static void begin(Page page, String id) throws Exception {
    page.locator("#dataset").fill(id);
    page.locator("#files")
        .setInputFiles(
            new FilePayload[] {
              file("dataset.ttl", "text/turtle", bytes(sample("dataset.ttl"))),
              file("mapping.rml.ttl", "text/turtle", bytes(sample("mapping.rml.ttl"))),
              file(FILE, "text/csv", withMistakes().getBytes(CP932))
            });
    page.locator(".desk-form button").click();
    page.waitForURL(url -> url.contains("/steward/drafts/"));
  }

  private static Locator findings(Page page, Planted mistake, String language) {
    return page.locator(".gate-report .findings li")
        .filter(new Locator.FilterOptions().setHasText(mistake.column()))
        .filter(new Locator.FilterOptions().setHasText(row(language, mistake.row())))
        .filter(new Locator.FilterOptions().setHasText(mistake.value()));
  }

  private static void assertFound(Page page, Planted mistake, String language) {
    assertTrue(
        findings(page, mistake, language).count() >= 1,
        mistake + " in " + page.locator(".gate-report").innerText());
  }

  /** What is proposed for a finding is done by a button; what else is wrong stays. */
  private static void mendsByAButton(Page page, String language) throws Exception {
    Locator mend = findings(page, EXCHANGED, language).locator(".mend").first();
    assertTrue(mend.innerText().contains(EXCHANGED.value()), mend.innerText());
    mend.locator("button[name=repair]").click();
    page.waitForURL(url -> url.endsWith("?done=mended"));
    String said = page.locator(".said").innerText();
    assertTrue(
        said.contains(language.equals("ja") ? "ファイルの新しい版を作りました" : "A new version of the file"),
        said);
    for (Planted mistake : MISTAKES) {
      if (mistake.equals(EXCHANGED)) {
        assertEquals(
            0, findings(page, mistake, language).count(), page.locator(".gate-report").innerText());
      } else {
        assertFound(page, mistake, language);
      }
    }
    Look.atDesk(page, "desk-mended-by-a-button", language);
  }

  /**
   * What is typed is saved without a button; another tab that is behind says so, and loses nothing.
   */
  private static void savesByItself(
      BrowserContext visitor, Page page, String draft, String language) {
    Page behind = visitor.newPage();
    behind.navigate(draft);
    Locator title = page.locator("#description-form .form-pair input").first();
    String typed = title.inputValue() + (language.equals("ja") ? "・改" : " 2");
    title.fill(typed);
    page.locator("#autosave:not(:empty)").waitFor();
    page.reload();
    assertEquals(typed, page.locator("#description-form .form-pair input").first().inputValue());
    Locator other = behind.locator("#description-form .form-pair textarea").nth(1);
    String late = other.inputValue() + " (late)";
    other.fill(late);
    behind.locator("#autosave:not(:empty)").waitFor();
    String said = behind.locator("#autosave").innerText();
    assertTrue(said.contains(language.equals("ja") ? "別のタブ" : "another tab"), said);
    assertEquals(late, other.inputValue());
    behind.locator("#description-form button[value=save]").click();
    behind.waitForURL(url -> url.endsWith("?done=merged"));
    Locator both = behind.locator("#description-form .form-pair");
    assertEquals(
        List.of(typed, late),
        List.of(
            both.locator("input").first().inputValue(),
            both.locator("textarea").nth(1).inputValue()));
    behind.close();
    page.reload();
  }

  /** The decision on a dataset, as everybody can read it. */
  private static void onMonitor(Page page, String id, String kind, String language)
      throws Exception {
    // The monitor follows the ledger, and takes a moment.
    Locator dataset = page.locator("a[href*='datasets/" + id + "']");
    Instant latest = Instant.now().plusSeconds(30);
    do {
      page.navigate(city.address() + "/monitor/decisions?kind=" + kind);
    } while (dataset.count() == 0 && Instant.now().isBefore(latest));
    assertTrue(dataset.count() > 0, kind + " " + page.locator("main").innerText());
    Look.atDesk(page, "desk-monitor-" + (kind.isEmpty() ? "decisions" : kind), language);
    page.navigate(city.address() + "/monitor");
    Look.atDesk(page, "desk-monitor", language);
  }

  private static void stopped(String id, String language) throws Exception {
    String why = language.equals("ja") ? "位置に重大な誤りがありました。" : "Some places are gravely wrong.";
    try (BrowserContext visitor = chromium.visitor(language, 1280)) {
      Page page = visitor.newPage();
      signIn(page, "aoki@city.example");
      page.navigate(city.address() + "/steward/datasets/" + id);
      Look.atDesk(page, "desk-dataset", language);
      page.locator("#stop-" + language).fill(why);
      page.locator("form[action$='/stop'] button").click();
      page.waitForURL(url -> url.endsWith("?done=stopped"));
      Look.atDesk(page, "desk-stopped", language);
      page.locator("#withdraw-ja").fill("誤りが直せないため。");
      page.locator("#withdraw-en").fill("It cannot be mended.");
      page.locator("form[action$='/withdraw'] button").click();
      page.waitForURL(url -> url.endsWith("?done=asked"));
      Look.atDesk(page, "desk-withdrawal", language);
    }
    try (BrowserContext visitor = chromium.visitor(language, 1280)) {
      Page page = visitor.newPage();
      page.navigate(city.address() + "/datasets/" + id);
      assertTrue(page.locator(".stopped").innerText().contains(why));
      assertEquals(0, page.locator("a[href*='/files/']").count());
      Look.atDesk(page, "desk-stopped-page", language);
      assertEquals(403, page.navigate(city.address() + "/datasets/" + id + "/table").status());
      Look.atDesk(page, "desk-stopped-table", language);
      onMonitor(page, id, "stopped", language);
    }
    try (BrowserContext visitor = chromium.visitor(language, 1280)) {
      Page page = visitor.newPage();
      signIn(page, "sato@city.example");
      page.locator("a[href$='steward/datasets/" + id + "#withdraw']").click();
      Look.atDesk(page, "desk-withdrawal-decide", language);
      page.locator("form[action$='/withdraw/approve'] button").first().click();
      page.waitForURL(url -> url.endsWith("?done=withdrawn"));
      assertEquals(410, page.navigate(city.address() + "/datasets/" + id).status());
      Look.atDesk(page, "desk-withdrawn-page", language);
      onMonitor(page, id, "withdrawn", language);
    }
  }

  private static double top(Page page, String selector) {
    return page.locator(selector).first().boundingBox().y;
  }

  private static String row(String language, int row) {
    return language.equals("ja") ? row + " 行" : "row " + row;
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
