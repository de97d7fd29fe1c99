package org.machinami.browser;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.Media;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Pages on paper, which one can neither click nor scroll. */
class PrintTest extends CityTest {
  /** A4 between margins of 10 mm, at 96 px to the inch. */
  private static final int PAPER = 718;

  private static Page print(BrowserContext visitor, String path) {
    Page page = visitor.newPage();
    page.navigate(city.address() + path);
    page.emulateMedia(new Page.EmulateMediaOptions().setMedia(Media.PRINT));
    return page;
  }

  @ParameterizedTest
  @CsvSource({
    "/datasets, ja",
    "/datasets, en",
    "/datasets/hospitals, ja",
    "/datasets/hospitals, en",
    "/datasets/hospitals/table, ja",
    "/datasets/electricity-demand/chart, ja",
    "/datasets/parks/downloads, en",
    "/themes/mobility, ja",
    "/coverage/13101, ja",
    "/policy/1/clauses/2.5, ja",
  })
  void nothingIsCutOff(String path, String language) {
    try (BrowserContext visitor = chromium.visitor(language, PAPER)) {
      Page page = print(visitor, path);
      Look.screenshot(page, "print" + path.replaceAll("[^a-z0-9]+", "-") + "-" + language);
      int wide = (int) page.evaluate("document.documentElement.scrollWidth");
      assertTrue(wide <= PAPER, path + " is " + wide + " px wide");
      assertEquals(
          List.of(),
          page.evaluate(
              """
              () => [...document.querySelectorAll("main *")]
                .filter((e) => e.checkVisibility() && !e.closest("svg, .visually-hidden"))
                .filter((e) => {
                  const { overflowX, overflowY } = getComputedStyle(e);
                  return (overflowX !== "visible" && e.scrollWidth > e.clientWidth + 1)
                    || (overflowY !== "visible" && e.scrollHeight > e.clientHeight + 1);
                })
                .map((e) => e.outerHTML.slice(0, 160))
              """),
          path);
    }
  }

  @Test
  void whatOneClicks_isLeftOut() {
    try (BrowserContext visitor = chromium.visitor("ja", PAPER)) {
      for (String path : List.of("/", "/datasets", "/datasets/hospitals")) {
        Page page = print(visitor, path);
        for (String selector :
            List.of(
                "header.site nav",
                ".language",
                ".search",
                ".by-place",
                ".filters",
                ".pages",
                ".sort",
                ".ways",
                ".actions",
                ".button",
                "footer.site")) {
          Locator controls = page.locator(selector);
          for (int i = 0; i < controls.count(); i++) {
            assertTrue(controls.nth(i).isHidden(), selector + " of " + path);
          }
        }
        assertTrue(page.locator("h1").isVisible(), path);
        assertTrue(page.locator(".brand-name").isVisible(), path);
      }
    }
  }

  @Test
  void dataset_saysWhatItIsAndWhereItLies() {
    try (BrowserContext visitor = chromium.visitor("ja", PAPER)) {
      Page page = print(visitor, "/datasets/hospitals");
      for (String selector :
          List.of(".lead", ".facts", ".distributions", ".licence", ".data", ".history", ".iri")) {
        assertTrue(page.locator(selector).first().isVisible(), selector);
      }
      assertTrue(page.locator(".iri code").innerText().endsWith("/datasets/hospitals"));
      Locator links = page.locator("main a[href^='http']");
      assertTrue(links.count() > 0);
      for (int i = 0; i < links.count(); i++) {
        String address = links.nth(i).getAttribute("href");
        String after =
            (String) links.nth(i).evaluate("a => getComputedStyle(a, '::after').content");
        assertTrue(after.contains(address), address + ": " + after);
      }
    }
  }
}
