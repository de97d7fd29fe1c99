package org.machinami.browser;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.FilePayload;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * The whole way of the desk: sign in, send, understand, mend, submit, approve, see it published.
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

  /** The file with five counts that are none. */
  private static String withMistakes() throws Exception {
    String[] lines = sample(FILE).split("\n", -1);
    List<String> wrong = List.of("七", "5.5", "２か所", "不明", "-");
    for (int i = 0; i < wrong.size(); i++) {
      String[] cells = lines[i + 1].split(",", -1);
      cells[8 + (i % 2) * 2] = wrong.get(i); // men's and women's in turn
      lines[i + 1] = String.join(",", cells);
    }
    return String.join("\n", lines);
  }

  private static FilePayload file(String name, String type, byte[] bytes) {
    return new FilePayload(name, type, bytes);
  }

  private static void signIn(Page page, String login) {
    page.navigate(city.address() + "/steward");
    page.locator("#login").fill(login);
    page.locator("#password").fill(PASSWORD);
    page.locator(".sign-in button").click();
    page.waitForURL(url -> url.endsWith("/steward"));
  }

  /** A picture on a phone and on a desk; nothing is wider than the window, axe finds nothing. */
  private static void look(Page page, String name, String language) throws Exception {
    for (int width : List.of(360, 1280)) {
      page.setViewportSize(width, 900);
      Path picture =
          Path.of("target", "screenshots", "desk-" + name + "-" + language + "-" + width + ".png");
      Files.createDirectories(picture.getParent());
      page.screenshot(new Page.ScreenshotOptions().setPath(picture).setFullPage(true));
      int wide = (int) page.evaluate("document.documentElement.scrollWidth");
      assertTrue(wide <= width, name + " is " + wide + " px wide at " + width);
    }
    assertEquals(List.of(), Axe.broken(page), name);
    assertEquals(language, page.locator("html").getAttribute("lang"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"ja", "en"})
  void dataset_goesTheWholeWay(String language) throws Exception {
    String id = "desk-toilets-" + language;
    String draft;
    try (BrowserContext visitor = chromium.visitor(language, 1280)) {
      Page page = visitor.newPage();
      page.navigate(city.address() + "/steward");
      look(page, "sign-in", language);
      signIn(page, "aoki@city.example");
      look(page, "home-empty", language);
      page.locator(".page-head a.button").click();
      look(page, "new", language);
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
      draft = page.url().replaceFirst("\\?.*", "");
      assertEquals(5, page.locator(".gate-report .state.grave").count());
      String found = page.locator(".gate-report").innerText();
      for (String wrong : List.of("七", "5.5", "２か所", "不明")) {
        assertTrue(found.contains(wrong), found);
      }
      assertTrue(found.contains(FILE), found);
      look(page, "mistakes", language);
      page.locator("#more-files")
          .setInputFiles(file(FILE, "text/csv", sample(FILE).getBytes(CP932)));
      page.locator("form[action$='/files'] button").click();
      page.waitForURL(url -> url.endsWith("?done=file"));
      assertEquals(0, page.locator(".gate-report .state.grave").count());
      page.navigate(draft + "/turtle");
      look(page, "turtle", language);
      page.navigate(draft + "/mapping");
      look(page, "mapping", language);
      page.navigate(draft);
      page.locator("form[action$='/submit'] button").first().click();
      page.waitForURL(url -> url.endsWith("?done=submitted"));
      look(page, "submitted", language);
      page.navigate(city.address() + "/account");
      look(page, "account", language);
    }
    try (BrowserContext visitor = chromium.visitor(language, 1280)) {
      Page page = visitor.newPage();
      signIn(page, "sato@city.example");
      look(page, "waiting", language);
      page.locator(".drafts a").first().click();
      look(page, "decide", language);
      page.locator("#reason").fill(language.equals("ja") ? "内容を確かめました。" : "Looked through.");
      page.locator("form[action$='/approve'] button").first().click();
      page.waitForURL(url -> url.endsWith("?done=approved"));
    }
    try (BrowserContext visitor = chromium.visitor(language, 1280)) {
      Page page = visitor.newPage();
      page.navigate(city.address() + "/datasets/" + id);
      String title = language.equals("ja") ? "駅前の公衆トイレ" : "Public toilets";
      assertTrue(page.locator("h1").innerText().contains(title));
      assertEquals(List.of(), visitor.cookies());
    }
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
