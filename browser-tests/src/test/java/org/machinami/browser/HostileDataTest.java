package org.machinami.browser;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.BrowserContext;
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
            "/sparql?view=table&query=" + encoded(ALL_VALUES));
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
    List<String> wrong = new ArrayList<>();
    for (String language : List.of("ja", "en")) {
      try (BrowserContext visitor = chromium.visitor(language, 1280)) {
        Watch watch = Watch.of(visitor, city.address());
        Page page = visitor.newPage();
        page.navigate(city.address() + path);
        wrong.addAll(watch.wrong());
        wrong.addAll(fromData(page));
      }
    }
    assertEquals(List.of(), wrong, path);
  }

  /**
   * What only data can have brought into a page of ours. The editor, made by others, has its own.
   */
  @SuppressWarnings("unchecked")
  private static List<String> fromData(Page page) {
    return (List<String>)
        page.evaluate(
            """
            () => [...document.querySelectorAll("*")]
              .filter((e) => !e.closest(".yasgui"))
              .filter((e) =>
                [...e.attributes].some((a) => /^on|^style$|^srcdoc$/.test(a.name)
                  || (/^(href|src|action|formaction|xlink:href)$/.test(a.name)
                    && /^\\\\s*(javascript|vbscript|data):/i.test(a.value)))
                || ["IFRAME", "OBJECT", "EMBED", "BASE", "MARQUEE", "VIDEO", "AUDIO"]
                  .includes(e.tagName)
                || (e.tagName === "SCRIPT" && !e.src && e.type !== "application/ld+json"))
              .map((e) => e.outerHTML.slice(0, 200))
            """);
  }

  /** A page into which a script was put is noticed in both ways. */
  @Test
  void theWatch_seesWhatItIsFor() {
    try (BrowserContext visitor = chromium.visitor("ja", 1280)) {
      Watch watch = Watch.of(visitor, city.address());
      Page page = visitor.newPage();
      page.navigate(city.address() + "/");
      page.evaluate(
          "document.body.insertAdjacentHTML('beforeend', '<img src=/x onerror=alert(1)>')");
      page.waitForCondition(() -> !watch.wrong().isEmpty());
      assertEquals(1, fromData(page).size());
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
