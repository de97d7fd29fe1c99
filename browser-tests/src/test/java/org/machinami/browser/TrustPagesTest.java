package org.machinami.browser;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import org.junit.jupiter.api.Test;

/** Where a mark of quality and the cells of a table lead. */
class TrustPagesTest extends CityTest {
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
      assertTrue(row.contains("秋葉原"), row);
    }
  }
}
