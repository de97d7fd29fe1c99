package org.machinami.browser;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Datasets whose every text holds a script: it is shown as text, wherever it is shown. */
class HostileDataTest extends OwnCityTest {
  private static final String ALL_VALUES =
      "SELECT * WHERE { GRAPH ?g { ?s ?p ?o } FILTER(CONTAINS(STR(?s), \"hostile\")) } LIMIT 400";

  @TempDir private static Path folder;

  /** After the city has been started. */
  @BeforeAll
  static void load() throws Exception {
    city.load(HostileDatasets.write(folder.resolve("hostile")));
  }

  static Stream<String> pages() {
    Stream<String> own =
        IntStream.range(0, HostileDatasets.NUMBER)
            .boxed()
            .flatMap(
                i ->
                    Stream.of(
                        "/datasets/hostile-" + i,
                        "/datasets/hostile-" + i + "/table",
                        "/datasets/hostile-" + i + "/chart",
                        "/datasets/hostile-" + i + "/downloads",
                        "/publishers/hostile-" + i,
                        "/doc/facility/hostile-" + i + "-0",
                        "/doc/facility/hostile-" + i + "-" + (HostileDatasets.EACH - 1)));
    Stream<String> lists =
        Stream.of(
            "/",
            "/datasets?sort=modified",
            "/datasets?field=finance",
            "/publishers",
            "/themes/finance",
            "/coverage/13101",
            "/glossary",
            "/datasets?bbox=139.7,35.6,139.8,35.7");
    Stream<String> asked =
        HostileDatasets.payloads()
            .filter(payload -> payload.hashCode() % 40 == 0)
            .flatMap(
                payload ->
                    Stream.of(
                        "/datasets?q=" + encoded(payload),
                        "/datasets?sort=" + encoded(payload),
                        "/datasets?publisher=" + encoded(payload),
                        "/coverage?prefecture=" + encoded(payload),
                        "/no-page/" + encoded(payload)));
    return Stream.of(lists, own, asked).flatMap(s -> s);
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
  }

  @ParameterizedTest
  @MethodSource("pages")
  void page_runsNothing(String path) {
    try (BrowserContext visitor = chromium.visitor("ja", 1280)) {
      Watch watch = Watch.of(visitor, city.address());
      Page page = visitor.newPage();
      List<String> wrong = new ArrayList<>();
      for (String language : List.of("ja", "en")) {
        page.navigate(city.address() + "/" + language + path);
        assertEquals(language, page.locator("html").getAttribute("lang"), path);
        wrong.addAll(fromData(page));
      }
      wrong.addAll(watch.wrong());
      assertEquals(List.of(), wrong, path);
    }
  }

  /**
   * What only data can have brought into a page of ours. The editor and the map, made by others,
   * have their own; what stands in the map's card and legend is ours.
   */
  @SuppressWarnings("unchecked")
  private static List<String> fromData(Page page) {
    return (List<String>)
        page.evaluate(
            """
            () => [...document.querySelectorAll("*")]
              .filter((e) => !e.closest(".yasgui"))
              .filter((e) => !e.closest(".maplibregl-map")
                || e.closest(".map-card, .map-legend, .map-sketch"))
              .filter((e) =>
                [...e.attributes].some((a) => /^on|^style$|^srcdoc$/.test(a.name)
                  || (/^(href|src|action|formaction|xlink:href)$/.test(a.name)
                    && /^\\s*(javascript|vbscript|data):/i.test(a.value)))
                || ["IFRAME", "OBJECT", "EMBED", "BASE", "MARQUEE", "VIDEO", "AUDIO"]
                  .includes(e.tagName)
                || (e.tagName === "SCRIPT" && !e.src && e.type !== "application/ld+json"))
              .map((e) => e.outerHTML.slice(0, 200))
            """);
  }

  /**
   * The table of the editor cleans values for sorting in a document that nobody sees, where the
   * policy refuses what is in them; so it may have something to refuse here, as long as the cells
   * have text and links alone.
   */
  @ParameterizedTest
  @ValueSource(strings = {"ja", "en"})
  void editor_showsValuesAsText(String language) {
    try (BrowserContext visitor = chromium.visitor(language, 1280)) {
      Watch watch = Watch.of(visitor, city.address());
      Page page = visitor.newPage();
      page.navigate(
          city.address() + "/" + language + "/sparql?view=table&query=" + encoded(ALL_VALUES));
      Locator cells = page.locator(".yasr tbody td");
      cells.first().waitFor();
      List<String> shown = cells.allTextContents();
      assertTrue(
          HostileDatasets.payloads().anyMatch(p -> shown.stream().anyMatch(c -> c.contains(p))));
      assertEquals(
          List.of(),
          page.evaluate(
              """
              () => [...document.querySelectorAll(".yasr tbody td *")]
                .filter((e) => !["DIV", "SPAN", "SUP", "A"].includes(e.tagName)
                  || [...e.attributes].some((a) => /^on|^style$/.test(a.name))
                  || (e.tagName === "A" && !/^https?:/.test(e.href)))
                .map((e) => e.outerHTML.slice(0, 200))
              """));
      assertEquals(
          List.of(),
          watch.wrong().stream()
              .filter(wrong -> !wrong.startsWith("the policy had to refuse"))
              .toList());
      assertEquals(List.of(), fromData(page));
    }
  }

  static IntStream datasets() {
    return IntStream.range(0, HostileDatasets.NUMBER);
  }

  /** The card of a thing and the legend are made by a script, from data. */
  @ParameterizedTest
  @MethodSource("datasets")
  void map_showsThingsAndClassesAsText(int dataset) {
    List<String> payloads = HostileDatasets.payloads().toList();
    try (BrowserContext visitor = chromium.visitor("ja", 1280)) {
      Watch watch = Watch.of(visitor, city.address());
      Page page = visitor.newPage();
      page.navigate(city.address() + "/datasets/hostile-" + dataset + "/map?colour=facilityKind");
      page.locator("[data-map][data-state=ready]").waitFor();
      page.locator(".maplibregl-canvas").focus();
      page.keyboard().press("Enter");
      String name = page.locator(".map-card h2").textContent();
      assertTrue(payloads.contains(name), name);
      String kind = page.locator(".map-legend li span:last-child").first().textContent();
      assertTrue(payloads.contains(kind), kind);
      assertEquals(List.of(), watch.wrong());
      assertEquals(List.of(), fromData(page));
    }
  }

  @Test
  void version_listsTheThingsAsText() {
    try (BrowserContext visitor = chromium.visitor("ja", 1280)) {
      Watch watch = Watch.of(visitor, city.address());
      Page page = visitor.newPage();
      page.navigate(city.address() + "/datasets/hostile-1");
      page.locator(".history tbody a").first().click();
      page.waitForURL("**/versions/*");
      String shown = page.locator("main").textContent();
      assertTrue(shown.contains("\"><svg onload=alert(1)>"), shown);
      assertEquals(List.of(), watch.wrong());
      assertEquals(List.of(), fromData(page));
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"<", "<img src=x", "\"><svg", "javascript:"})
  void suggestions_areText(String typed) {
    try (BrowserContext visitor = chromium.visitor("ja", 1280)) {
      Watch watch = Watch.of(visitor, city.address());
      Page page = visitor.newPage();
      page.navigate(city.address() + "/datasets");
      page.locator("#q").fill(typed);
      Locator options = page.locator("[role=option]");
      options.first().waitFor();
      for (String name : options.allTextContents()) {
        assertTrue(name.startsWith(typed), name);
        page.locator("#q").press("ArrowDown");
        assertEquals(name, page.locator("#q").inputValue());
      }
      assertEquals(List.of(), fromData(page));
      page.locator("#q").press("Enter");
      page.waitForURL(url -> url.contains("?q="));
      assertEquals(List.of(), watch.wrong());
      assertEquals(List.of(), fromData(page));
    }
  }

  /** A page into which a script was put is noticed in both ways. */
  @Test
  void theWatch_seesWhatItIsFor() {
    try (BrowserContext visitor = chromium.visitor("ja", 1280)) {
      Watch watch = Watch.of(visitor, city.address());
      Page page = visitor.newPage();
      page.navigate(city.address() + "/");
      page.evaluate(
          """
          document.body.insertAdjacentHTML(
            "beforeend", "<img src=/x onerror=alert(1)><a href=' javascript:alert(1)'>x</a>")
          """);
      page.waitForCondition(() -> !watch.wrong().isEmpty());
      assertEquals(2, fromData(page).size());
    }
  }

  @Test
  void thePayloads_areThere_asText() {
    try (BrowserContext visitor = chromium.visitor("ja", 1280)) {
      Page page = visitor.newPage();
      page.navigate(city.address() + "/datasets/hostile-0");
      String shown = page.locator("main").innerText();
      assertTrue(shown.contains("<script>alert("), shown);
      assertTrue(HostileDatasets.payloads().count() >= 200);
    }
  }
}
