package org.machinami.browser;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The pages without a mouse. */
class KeyboardTest extends CityTest {
  private static final int STOPS = 60;

  @Test
  void firstStop_leadsToTheContent() {
    try (BrowserContext visitor = chromium.visitor("ja", 360)) {
      Page page = visitor.newPage();
      page.navigate(city.address() + "/datasets/hospitals");
      page.keyboard().press("Tab");
      assertEquals("本文へ移動", page.evaluate("document.activeElement.textContent"));
      assertTrue(
          (boolean) page.evaluate("document.activeElement.getBoundingClientRect().top >= 0"));
      page.keyboard().press("Enter");
      assertEquals("main", page.evaluate("document.activeElement.id"));
    }
  }

  /** Every stop shows where one is, none holds one back. */
  @ParameterizedTest
  @CsvSource({
    "/, 360",
    "/, 1280",
    "/datasets, 360",
    "/datasets, 1280",
    "/datasets/hospitals, 1280",
    "/datasets/hospitals/table, 360",
    "/datasets/hospitals/table, 1280",
    "/datasets/electricity-demand/chart, 360",
    "/datasets/electricity-demand/chart, 1280",
    "/datasets/parks/downloads, 360",
    "/datasets/parks/downloads, 1280",
    "/datasets/hospitals/map, 360",
    "/datasets/people-flow/map, 1280",
    "/coverage, 360",
    "/coverage, 1280",
    "/glossary, 1280",
  })
  void everyStop_isSeen(String path, int width) {
    try (BrowserContext visitor = chromium.visitor("ja", width)) {
      Page page = visitor.newPage();
      page.navigate(city.address() + path);
      if (path.endsWith("/map")) {
        page.locator("[data-map][data-state=ready]").waitFor();
      }
      List<String> unseen = new ArrayList<>();
      String last = "";
      for (int i = 0; i < STOPS; i++) {
        page.keyboard().press("Tab");
        Map<?, ?> stop =
            (Map<?, ?>)
                page.evaluate(
                    """
                    () => {
                      const e = document.activeElement;
                      const style = getComputedStyle(e);
                      const box = e.getBoundingClientRect();
                      const all = [...document.querySelectorAll("*")];
                      return {
                        at: all.indexOf(e) + " " + e.outerHTML.slice(0, 120),
                        body: e === document.body,
                        ring: style.outlineStyle !== "none" && parseFloat(style.outlineWidth) >= 2,
                        inside: box.bottom > 0 && box.top < innerHeight
                          && box.right > 0 && box.left < innerWidth,
                      };
                    }
                    """);
        if ((boolean) stop.get("body")) {
          break; // behind the last one
        }
        String at = (String) stop.get("at");
        assertTrue(!at.equals(last), "held back at " + at);
        last = at;
        if (!(boolean) stop.get("ring") || !(boolean) stop.get("inside")) {
          unseen.add(stop.toString());
        }
      }
      assertEquals(List.of(), unseen);
    }
  }

  @Test
  void aBuilding_isALinkThatSaysWhereItLeads() {
    try (BrowserContext visitor = chromium.visitor("ja", 1280)) {
      Page page = visitor.newPage();
      page.navigate(city.address() + "/");
      page.locator(".building").first().focus();
      page.keyboard().press("Enter");
      page.waitForURL("**/themes/mobility");
      assertEquals("移動", page.locator("h1").innerText());
    }
  }
}
