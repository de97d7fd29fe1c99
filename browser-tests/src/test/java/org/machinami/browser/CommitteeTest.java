package org.machinami.browser;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The committee: a draft is run and its report read; what waits stands on one page. */
class CommitteeTest extends OwnCityTest {
  private static final String PASSWORD = "correct horse battery";
  private static final int PATIENCE_MILLIS = 120_000;

  @TempDir private static Path folder;

  @BeforeAll
  static void accounts() throws Exception {
    Path password = folder.resolve("password");
    Files.writeString(password, PASSWORD + "\n");
    city.run(
        "account",
        "add",
        "ito@committee.example",
        "--name",
        "伊藤 恵",
        "--organisation",
        "第三者委員会",
        "--role",
        "committee",
        "--password-file",
        password.toString());
  }

  /** Something to ask about: datasets that lack what the policy recommends, one a test. */
  @BeforeAll
  static void findings() throws Exception {
    for (String dataset : List.of("parks", "libraries")) {
      Path from = Path.of(System.getProperty("machinami.home"), "samples/datasets", dataset);
      Path copy = Files.createDirectory(folder.resolve(dataset));
      try (Stream<Path> files = Files.list(from)) {
        for (Path file : files.filter(Files::isRegularFile).toList()) {
          Files.copy(file, copy.resolve(file.getFileName()));
        }
      }
      Path description = copy.resolve("dataset.ttl");
      List<String> lines = Files.readAllLines(description);
      List<String> kept = lines.stream().filter(line -> !line.contains("dct:spatial")).toList();
      assertTrue(kept.size() < lines.size(), description.toString());
      Files.write(description, kept);
      city.load(copy);
    }
  }

  private static void signIn(Page page, String path) {
    SignIn.at(page, city.address() + path, "ito@committee.example", PASSWORD);
  }

  private static void look(Page page, int width) {
    assertEquals(List.of(), Axe.broken(page), page.url());
    assertTrue((int) page.evaluate("document.documentElement.scrollWidth") <= width, page.url());
  }

  @ParameterizedTest
  @CsvSource({"ja, 360", "en, 1280"})
  void draft_isRun_andItsReportIsRead(String language, int width) throws Exception {
    String draft =
        Files.readString(
                Path.of(
                    System.getProperty("machinami.home"),
                    "shapes/src/test/resources/org/machinami/shapes/drafts/contact-email.ttl"))
            .replace("sh:path vcard:hasEmail", "sh:path vcard:hasTelephone"); // nobody has one
    try (BrowserContext context = chromium.visitor(language, width)) {
      Page page = context.newPage();
      signIn(page, "/monitor/what-if");
      look(page, width);
      page.locator("#text").fill(draft.replace("eli:version \"2\" ;", "eli:version \"2\""));
      page.locator("form[enctype] button").click();
      page.locator(".mistakes").waitFor();
      look(page, width);
      page.locator("#text").fill(draft);
      page.locator("form[enctype] button").click();
      page.waitForURL("**/monitor/what-if/*");
      look(page, width);
      // The page loads itself again until the run is through.
      page.locator("#outcomes").waitFor(new Locator.WaitForOptions().setTimeout(PATIENCE_MILLIS));
      assertTrue(page.locator(".changed > li").count() > 0, page.content());
      look(page, width);

      page.navigate(city.address() + "/monitor/desk");
      look(page, width);
    }
  }

  @ParameterizedTest
  @CsvSource({"ja, 360", "en, 1280"})
  void question_isAsked_andStandsInTheList(String language, int width) {
    try (BrowserContext context = chromium.visitor(language, width)) {
      Page page = context.newPage();
      signIn(page, "/monitor/desk");
      look(page, width);
      page.locator("a[href*='questions/new']").first().click();
      look(page, width);
      page.locator("textarea[name=said]").fill("いつ、どの範囲のデータですか。 " + language);
      page.locator("form:has(textarea) button").first().click();
      page.waitForURL("**/monitor/questions/*");
      look(page, width);
      page.navigate(city.address() + "/monitor/desk");
      assertTrue(page.locator("#open ~ * a").count() > 0, page.content());
      look(page, width);
      page.navigate(city.address() + "/monitor/questions");
      assertTrue(page.locator("#count ~ .scroll tbody tr").count() > 0, page.content());
      look(page, width);
    }
  }
}
