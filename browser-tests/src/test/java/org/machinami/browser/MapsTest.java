package org.machinami.browser;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.BoundingBox;
import com.microsoft.playwright.options.ColorScheme;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Maps that move: the data of a dataset, and the area of a search. */
class MapsTest extends CityTest {
  static final List<String> PATHS =
      List.of(
          "/datasets/hospitals/map",
          "/datasets/building-blocks/map",
          "/datasets/parks/map?colour=municipality",
          "/datasets/people-flow/map",
          "/datasets/railway-lines/map",
          "/datasets?bbox=139.6,35.6,139.8,35.8");

  static Stream<Look> looks() {
    return Look.each(PATHS);
  }

  private static Page open(BrowserContext visitor, String path) {
    Page page = visitor.newPage();
    page.navigate(city.address() + path);
    page.locator("[data-map][data-state=ready]").waitFor();
    return page;
  }

  private static int shown(Page page) {
    return Integer.parseInt(page.locator("[data-map]").getAttribute("data-shown"));
  }

  @ParameterizedTest
  @MethodSource("looks")
  void map_isDrawn_isAccessible_staysInItsPlace_andAsksNobodyElse(Look look) throws Exception {
    look.check(
        chromium,
        city.address(),
        page -> {
          page.locator("[data-map][data-state=ready]").waitFor();
          assertTrue(shown(page) > 0, look.toString());
        });
  }

  /** The pixels are those of the data: a map that failed is of one colour. */
  @Test
  void areas_haveTheColoursOfTheLegend() {
    try (BrowserContext visitor = chromium.visitor("ja", 1280)) {
      Page page = open(visitor, "/datasets/people-flow/map");
      assertEquals(5, page.locator(".map-legend li").count());
      assertTrue(page.locator(".map-legend").innerText().contains("人"), "the unit");
      byte[] picture = page.locator(".map-place").screenshot();
      assertTrue(picture.length > 10_000, "a picture of " + picture.length + " bytes");
      page.locator("select[name=colour]").selectOption("none");
      page.locator("#map-colours button").click();
      page.waitForURL("**colour=none");
      page.locator("[data-map][data-state=ready]").waitFor();
      assertFalse(page.locator(".map-legend").isVisible());
    }
  }

  @Test
  void enter_showsWhatIsInTheMiddle_withTheWayToItsPage() {
    try (BrowserContext visitor = chromium.visitor("ja", 1280)) {
      Page page = open(visitor, "/datasets/people-flow/map");
      page.locator(".maplibregl-canvas").focus();
      page.keyboard().press("Enter");
      Locator card = page.locator(".map-card");
      card.waitFor();
      String words = card.innerText();
      assertTrue(words.contains("メッシュ 5339"), words);
      assertTrue(words.contains("滞在人口（平均）"), words);
      assertTrue(words.contains("人"), words);
      assertEquals(List.of(), Axe.broken(page));
      card.locator("a").last().click();
      page.waitForURL("**/doc/mesh/*");
    }
  }

  @Test
  void click_showsTheFactsOfABuilding() {
    try (BrowserContext visitor = chromium.visitor("en", 1280)) {
      Page page = open(visitor, "/datasets/building-blocks/map");
      BoundingBox map = page.locator(".maplibregl-canvas").boundingBox();
      Locator card = page.locator(".map-card");
      // The blocks are a grid with streets: somewhere near the middle there is one.
      for (int step = 0; step < 30 && card.count() == 0; step++) {
        page.mouse().click(map.x + map.width / 2 + 6 * step, map.y + map.height / 2 + 3 * step);
      }
      card.waitFor();
      assertTrue(card.innerText().contains("(fictional)"), card.innerText());
      assertTrue(card.innerText().contains("height"), card.innerText());
      assertTrue(card.innerText().contains(" m"), card.innerText());
    }
  }

  @Test
  void keys_moveAndZoom_andTheServerIsAskedForTheRest() {
    try (BrowserContext visitor = chromium.visitor("ja", 1280)) {
      Page page = open(visitor, "/datasets/hospitals/map");
      Object before = page.locator(".maplibregl-ctrl-scale").innerText();
      page.locator(".maplibregl-canvas").focus();
      page.keyboard().press("Equal");
      page.waitForFunction(
          "before => document.querySelector('.maplibregl-ctrl-scale').innerText !== before",
          before);
    }
  }

  @Test
  void withoutScript_thereAreADrawingTheTableAndASentence() {
    try (BrowserContext visitor = chromium.visitor("ja", 360, ColorScheme.LIGHT, false)) {
      Page page = visitor.newPage();
      page.navigate(city.address() + "/datasets/hospitals/map");
      assertTrue(page.locator(".map-sketch svg").isVisible());
      assertTrue(page.locator("noscript .note").isVisible());
      assertFalse(page.locator("#map-colours").isVisible());
      assertEquals(10, page.locator("table.data tbody tr").count());
      page.navigate(city.address() + "/datasets");
      assertFalse(page.locator("#bbox").isVisible());
      page.locator("#by-place > summary").click();
      page.locator("#bbox").fill("139.6,35.6,139.8,35.8");
      page.locator(".place-form button[type=submit]").click();
      assertTrue(page.url().contains("bbox=139.6"), page.url());
      assertTrue(page.locator(".place-status").innerText().contains("件"));
    }
  }

  @Test
  void withoutWebGl_theDrawingStays_andASentenceSaysWhy() {
    try (BrowserContext visitor = chromium.visitor("ja", 1280)) {
      visitor.addInitScript("HTMLCanvasElement.prototype.getContext = () => null;");
      Page page = visitor.newPage();
      page.navigate(city.address() + "/datasets/hospitals/map");
      page.locator("[data-map][data-state=unable]").waitFor();
      assertTrue(page.locator(".map-sketch svg").isVisible());
      assertTrue(page.locator(".map-status").innerText().contains("WebGL"));
    }
  }

  @Test
  void whenTheServerFails_itIsSaid() {
    try (BrowserContext visitor = chromium.visitor("ja", 1280)) {
      visitor.route("**/map.geojson**", route -> route.abort());
      Page page = visitor.newPage();
      page.navigate(city.address() + "/datasets/hospitals/map");
      page.locator("[data-map][data-state=failed]").waitFor();
      assertTrue(page.locator(".map-status").innerText().contains("受け取れません"));
      assertTrue(page.locator(".map-sketch svg").isVisible());
    }
  }

  @Test
  void anArea_isDrawnByDragging_andSearched() {
    try (BrowserContext visitor = chromium.visitor("ja", 1280)) {
      Page page = visitor.newPage();
      page.navigate(city.address() + "/datasets");
      assertEquals(0, page.locator(".map-place").count(), "the map waits until it is wanted");
      page.locator("#by-place > summary").click();
      page.locator("[data-map][data-state=ready]").waitFor();
      page.locator("[data-draw]").click();
      BoundingBox map = page.locator(".maplibregl-canvas").boundingBox();
      page.mouse().move(map.x + map.width * 0.4, map.y + map.height * 0.3);
      page.mouse().down();
      page.mouse().move(map.x + map.width * 0.6, map.y + map.height * 0.7);
      page.mouse().up();
      String area = page.locator("#bbox").inputValue();
      assertEquals(4, area.split(",").length, area);
      assertEquals("false", page.locator("[data-draw]").getAttribute("aria-pressed"));
      page.locator(".place-form button[type=submit]").click();
      page.waitForURL("**bbox=**");
      page.locator("[data-map][data-state=ready]").waitFor();
      assertEquals(area, page.locator("[data-map]").getAttribute("data-area"));
      assertTrue(shown(page) > 0);
    }
  }

  @Test
  void theAreaShown_isTakenByKeys() {
    try (BrowserContext visitor = chromium.visitor("en", 360)) {
      Page page = visitor.newPage();
      page.navigate(city.address() + "/");
      page.locator("a[href*='#bbox']").click();
      page.locator("[data-map][data-state=ready]").waitFor();
      page.locator("[data-here]").focus();
      page.keyboard().press("Enter");
      assertEquals(4, page.locator("#bbox").inputValue().split(",").length);
      page.locator("#bbox").fill("139.7,35.6,139.8,35.7");
      assertEquals("139.7,35.6,139.8,35.7", page.locator("[data-map]").getAttribute("data-area"));
    }
  }
}
