package org.machinami.browser;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every kind of page, on a phone and on a desk, in both languages, light and dark. */
class PagesTest extends CityTest {
  static final List<String> PATHS =
      List.of(
          "/",
          "/datasets",
          "/datasets?q=%E6%96%B0%E5%AE%BF%E9%A7%85&from=2020#filters",
          "/datasets?q=libary",
          "/datasets?quality=1&access=paid#filters",
          "/datasets/hospitals",
          "/datasets/hospitals/table",
          "/datasets/hotel-guests",
          "/datasets/people-flow?asOf=2999-01-01",
          "/datasets/road-traffic",
          "/datasets/electricity-demand/table",
          "/datasets/electricity-demand/chart",
          "/datasets/building-blocks/chart",
          "/datasets/parks/chart",
          "/datasets/parks/downloads",
          "/datasets/parks/versions",
          "/publishers",
          "/themes",
          "/themes/mobility",
          "/doc/municipality/13104",
          "/vocab",
          "/vocab/city",
          "/vocab/quality-rule",
          "/vocab/sector",
          "/sparql",
          "/coverage",
          "/coverage/13101",
          "/coverage/13",
          "/glossary",
          "/policy/1",
          "/policy/1/clauses/2.5",
          "/validate",
          "/catalog",
          "/catalog?since=1&limit=5",
          "/ledger",
          "/monitor",
          "/monitor/decisions",
          "/monitor/datasets",
          "/monitor/questions",
          "/monitor/reports",
          "/no-such-page");

  static Stream<Look> looks() {
    return Look.each(PATHS);
  }

  @ParameterizedTest
  @MethodSource("looks")
  void page_isAccessible_staysInItsPlace_andAsksNobodyElse(Look look) throws Exception {
    look.check(chromium, city.address(), page -> {});
  }

  static Stream<Look> versions() {
    return Look.each("version", "/datasets/hospitals");
  }

  @ParameterizedTest
  @MethodSource("versions")
  void version_isReachedFromTheHistory_andKeepsAllThat(Look look) throws Exception {
    look.check(
        chromium,
        city.address(),
        page -> {
          page.locator(".history tbody a").first().click();
          page.waitForURL("**/versions/*");
        });
  }

  @Test
  void languageSwitch_keepsThePlace() {
    try (BrowserContext context = chromium.visitor("ja", 1280)) {
      Page page = context.newPage();
      page.navigate(city.address() + "/datasets?q=" + "%E7%97%85%E9%99%A2");
      page.locator("a[hreflang=en]").first().click();
      assertTrue(page.url().startsWith(city.address() + "/en/datasets?"), page.url());
      assertEquals("en", page.locator("html").getAttribute("lang"));
    }
  }

  @Test
  void suggestions_areChosenByKeys_andMoveNothing() {
    try (BrowserContext context = chromium.visitor("ja", 360)) {
      Page page = context.newPage();
      page.navigate(city.address() + "/datasets");
      Locator box = page.locator("#q");
      Object before = page.locator("#results").boundingBox().y;
      box.pressSequentially("しんじゅ");
      page.locator("[role=option]").first().waitFor();
      assertEquals("true", box.getAttribute("aria-expanded"));
      assertEquals(before, page.locator("#results").boundingBox().y);
      assertEquals(List.of(), Axe.broken(page));
      box.press("ArrowDown");
      String chosen = page.locator("[role=option][aria-selected=true]").innerText();
      assertEquals(chosen, box.inputValue());
      box.press("Escape");
      assertEquals("しんじゅ", box.inputValue());
      assertEquals(0, page.locator("[role=option]").count());
      box.press("ArrowDown");
      page.locator("[role=option]").first().waitFor();
      box.press("ArrowDown");
      box.press("Enter");
      page.waitForURL(url -> url.contains("?q="));
      assertEquals(chosen, page.locator("#q").inputValue());
    }
  }

  @Test
  void filters_onAPhone_workWithoutScript() {
    try (BrowserContext context = chromium.visitor("ja", 360, ColorScheme.LIGHT, false)) {
      Page page = context.newPage();
      page.navigate(city.address() + "/datasets?q=%E9%A7%85");
      assertFalse(page.locator("#filters").isVisible());
      page.locator(".to-filters a").click();
      assertTrue(page.locator("#filters").isVisible());
      assertFalse(page.locator("#results").isVisible());
      page.locator(".filter .option").first().click();
      assertTrue(page.url().contains("sector="), page.url());
      assertTrue(page.locator("#results").isVisible());
    }
  }

  @Test
  void dataset_withoutScript_showsTitleLicenceAndDownload() {
    try (BrowserContext context = chromium.visitor("ja", 1280, ColorScheme.LIGHT, false)) {
      Page page = context.newPage();
      page.navigate(city.address() + "/datasets/hospitals");
      assertFalse(page.locator("h1").innerText().isBlank());
      assertTrue(page.locator("a[href*='/files/']").count() > 0);
    }
  }

  @Test
  void editor_runsAnExampleAndShowsRows() {
    try (BrowserContext context = chromium.visitor("ja", 1280)) {
      Page page = context.newPage();
      page.navigate(city.address() + "/sparql");
      Locator example = page.locator("a[href*='query=']").first();
      page.navigate(city.address() + example.getAttribute("href").replaceFirst("^\\.?/?", "/"));
      Locator rows = page.locator(".yasr tbody tr:visible"); // a query in the address runs at once
      rows.first().waitFor();
      assertTrue(rows.count() > 0);
    }
  }

  /** The editor is made by others and speaks English; here it must not to a Japanese reader. */
  @Test
  void editor_speaksThePagesLanguage() {
    List<String> english =
        List.of(
            "Table",
            "Response",
            "results in",
            "Simple view",
            "Ellipse",
            "Filter query results",
            "Page size",
            "Showing",
            "entries",
            "Download",
            "documentation",
            "Run query",
            "Share query",
            "Settings",
            "Request method",
            "Default Graphs",
            "Add tab",
            "Close tab");
    String japanese = editorWords("ja");
    assertEquals(
        List.of(), english.stream().filter(japanese::contains).toList(), "in:\n" + japanese);
    assertTrue(japanese.contains("表示件数"), japanese);
    String untouched = editorWords("en");
    assertEquals(
        List.of(),
        english.stream().filter(word -> !untouched.contains(word)).toList(),
        "not in:\n" + untouched);
  }

  /** What the editor says around query and rows, seen or read out, after a query was answered. */
  private static String editorWords(String language) {
    try (BrowserContext context = chromium.visitor(language, 1280)) {
      Page page = context.newPage();
      page.navigate(
          city.address()
              + "/sparql?query=SELECT%20%3Fs%20WHERE%20%7B%3Fs%20a%20%3Ftype%7D%20LIMIT%20120");
      page.locator(".yasr tbody tr:visible").first().waitFor();
      return (String)
          page.evaluate(
              """
              () => [...document.querySelectorAll(".yasgui *")]
                .filter((e) => !e.closest("pre, textarea, td, style"))
                .flatMap((e) => [
                  ...["title", "aria-label", "placeholder"].map((name) => e.getAttribute(name)),
                  ...[...e.childNodes].filter((n) => n.nodeType === 3).map((n) => n.data)])
                .filter((text) => text && text.trim())
                .join("\\n")
              """);
    }
  }
}
