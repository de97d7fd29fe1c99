package org.machinami.browser;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.deque.html.axecore.results.Rule;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Quality, terms of access, rules, and states of the past, as one sees them in a browser. */
class TrustPagesTest {
  private static final List<String> PATHS =
      List.of(
          "/datasets/road-traffic",
          "/datasets/hotel-guests",
          "/datasets/people-flow?asOf=2999-01-01",
          "/datasets?quality=1&access=paid#filters",
          "/datasets/hospitals/table",
          "/vocab/quality-rule");

  private static final List<String> RULES =
      List.of("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice");

  @TempDir private static Path directory;

  private static DemoCity city;
  private static Chromium chromium;

  record Look(String path, String language, int width, ColorScheme style) {}

  @BeforeAll
  static void start() throws Exception {
    city = DemoCity.start(directory.resolve("data"));
    chromium = Chromium.start();
  }

  @AfterAll
  static void stop() throws Exception {
    if (chromium != null) {
      chromium.close();
    }
    if (city != null) {
      city.close();
    }
  }

  static Stream<Look> looks() {
    List<Look> looks = new ArrayList<>();
    for (String path : PATHS) {
      for (String language : List.of("ja", "en")) {
        looks.add(new Look(path, language, 360, ColorScheme.LIGHT));
        looks.add(new Look(path, language, 1280, ColorScheme.DARK));
      }
    }
    return looks.stream();
  }

  @ParameterizedTest
  @MethodSource("looks")
  void page_isAccessible_fits_andStaysInItsPlace(Look look) throws Exception {
    try (BrowserContext visitor =
        chromium.visitor(look.language(), look.width(), look.style(), true)) {
      Watch watch = Watch.of(visitor, city.address());
      Page page = visitor.newPage();
      page.navigate(city.address() + look.path());
      int width = (int) page.evaluate("document.documentElement.scrollWidth");
      assertTrue(width <= look.width(), look + " is " + width + " px wide");
      assertEquals(List.of(), Watch.shifts(page), look + " moved while it was loaded");
      assertEquals(List.of(), watch.wrong(), look.toString());
      List<String> broken = new ArrayList<>();
      for (Rule rule : new AxeBuilder(page).withTags(RULES).analyze().getViolations()) {
        rule.getNodes().forEach(node -> broken.add(rule.getId() + ": " + node.getHtml()));
      }
      assertEquals(List.of(), broken, look.toString());
    }
  }

  @Test
  void mark_leadsToTheReasons_andFromThereToTheRule() {
    try (BrowserContext visitor = chromium.visitor("ja", 1280, ColorScheme.LIGHT, false)) {
      Page page = visitor.newPage();
      page.navigate(city.address() + "/datasets?quality=1");
      assertEquals("品質レベル 1", page.locator(".card .quality-mark").first().innerText());
      page.locator(".card a", new Page.LocatorOptions().setHasText("交通量")).first().click();
      page.locator(".chips .quality-mark").click();
      assertTrue(page.url().endsWith("#quality"), page.url());
      String finding = page.locator(".findings li").first().innerText();
      assertTrue(finding.contains("traffic_counts_202610.csv の 1,960 行目"), finding);
      page.locator(".findings a").first().click();
      assertTrue(page.url().endsWith("/vocab/quality-rule#L2-01"), page.url());
      assertTrue(page.locator("#L2-01").isVisible());
    }
  }

  @Test
  void cells_nameTheThingsOfOtherDatasets() {
    try (BrowserContext visitor = chromium.visitor("ja", 1280, ColorScheme.LIGHT, false)) {
      Page page = visitor.newPage();
      page.navigate(city.address() + "/datasets/station-crowding/table");
      String row = page.locator("table.data tbody tr").first().innerText();
      assertTrue(row.contains("東京"), row);
    }
  }
}
