package org.machinami.browser;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** How text is set, as the browser has worked it out. */
class TypographyTest extends CityTest {
  private static final double SHORTEST_LINE = 38;
  private static final double LONGEST_LINE = 42;

  private static Page open(BrowserContext visitor, String path) {
    Page page = visitor.newPage();
    page.navigate(city.address() + path);
    return page;
  }

  /** In full-width characters. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "/datasets",
        "/datasets/hospitals",
        "/publishers/sample-municipality",
        "/requests/new",
        "/policy/1/clauses/2.5"
      })
  void runningText_hasLinesThatOneReadsAtOnce(String path) {
    try (BrowserContext visitor = chromium.visitor("ja", 1280)) {
      Page page = open(visitor, path);
      List<?> widths =
          (List<?>)
              page.evaluate(
                  """
                  () => [...document.querySelectorAll("main :is(.lead, .summary, .words p)")]
                    .filter((e) => e.checkVisibility())
                    .map((e) => e.getBoundingClientRect().width
                      / parseFloat(getComputedStyle(e).fontSize))
                  """);
      assertFalse(widths.isEmpty(), path);
      for (Object width : widths) {
        double characters = ((Number) width).doubleValue();
        assertTrue(
            characters >= SHORTEST_LINE && characters <= LONGEST_LINE,
            path + " has lines of " + characters + " characters");
      }
    }
  }

  @Test
  void shortLinesOfJapanese_breakBetweenPhrases() {
    try (BrowserContext visitor = chromium.visitor("ja", 360)) {
      Page page = open(visitor, "/datasets/hospitals");
      assumeTrue(
          (boolean) page.evaluate("CSS.supports('word-break', 'auto-phrase')"),
          "this Chromium does not know phrases");
      for (String selector : List.of("h1", "h2", "h3", "th", "summary", ".button")) {
        assertEquals("auto-phrase", style(page, selector, "wordBreak"), selector);
      }
      assertEquals("normal", style(page, ".lead", "wordBreak"));
    }
    try (BrowserContext visitor = chromium.visitor("en", 360)) {
      assertEquals("normal", style(open(visitor, "/datasets/hospitals"), "h2", "wordBreak"));
    }
  }

  private static Object style(Page page, String selector, String property) {
    return page.locator(selector)
        .first()
        .evaluate("(e, property) => getComputedStyle(e)[property]", property);
  }

  /** So that one below the other can be compared. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "/datasets/hospitals",
        "/datasets/electricity-demand/table",
        "/datasets/electricity-demand/chart",
        "/datasets/parks/downloads",
        "/coverage",
        "/monitor",
        "/monitor/datasets"
      })
  void figuresInTables_areOfOneWidth(String path) {
    try (BrowserContext visitor = chromium.visitor("ja", 1280)) {
      Page page = open(visitor, path);
      assertTrue(page.locator("td").count() > 0, path);
      assertEquals(
          List.of(),
          page.evaluate(
              """
              () => [...document.querySelectorAll("td, tbody th")]
                .filter((e) => /^[\\d.,:/ +−-]+$/.test(e.innerText.trim()))
                .filter((e) => !getComputedStyle(e).fontVariantNumeric.includes("tabular-nums"))
                .map((e) => e.outerHTML.slice(0, 160))
              """),
          path);
    }
  }
}
