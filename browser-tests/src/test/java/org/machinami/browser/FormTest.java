package org.machinami.browser;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.apache.jena.graph.Graph;
import org.apache.jena.sparql.graph.GraphFactory;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.machinami.web.steward.form.FormTrial;

/** The form of a description in a browser: with scripts and without, by keys, and how it looks. */
class FormTest {
  private static final String PAYLOAD =
      "\\\"><script>alert(1)</script><img src=x onerror=alert(2)>";

  @TempDir private static Path directory;
  private static FormTrial trial;
  private static Chromium chromium;

  @BeforeAll
  static void start() throws Exception {
    trial = FormTrial.start(directory.resolve("data"));
    chromium = Chromium.start();
  }

  @AfterAll
  static void stop() {
    if (chromium != null) {
      chromium.close();
    }
    if (trial != null) {
      trial.close();
    }
  }

  @BeforeEach
  void drafts() {
    trial.bundled("parks");
    trial.draft(
        "faulty",
        """
        <datasets/faulty> a dcat:Dataset ; dct:title "避難所の一覧"@ja ; dct:modified "令和8年4月1日" ;
          dcat:landingPage "javascript:alert(1)"^^xsd:anyURI ; dct:spatial <id/municipality/13101> ;
          dct:publisher <publishers/p> ; city:fiscalYear "2026" ;
          dcat:distribution <datasets/faulty#csv> , <datasets/faulty#json> .
        <publishers/p> a foaf:Agent ; foaf:name "防災課"@ja .
        <datasets/faulty#csv> a dcat:Distribution ; dct:title "避難所（CSV）"@ja ;
          dcat:accessURL <https://files.example/shelters> .
        <datasets/faulty#json> a dcat:Distribution ; dcat:byteSize "many" .
        """);
    String head = "<datasets/both> a dcat:Dataset ; dct:title ";
    trial.draft("both-base", head + "\"区\"@ja ; dcat:keyword \"区\"@ja ; dct:identifier \"1\" .");
    trial.draft(
        "both", head + "\"特別区\"@ja ; dcat:keyword \"区\"@ja , \"町\"@ja ; dct:identifier \"2\" .");
    trial.draft(
        "both-theirs",
        head + "\"区\"@ja ; dcat:keyword \"区\"@ja , \"村\"@ja ; dct:identifier \"3\" .");
  }

  static Stream<Look> looks() {
    return Stream.of("faulty", "both/conflict", "parks/expert")
        .flatMap(path -> Look.each("form-" + path.replace('/', '-'), "/trial/" + path));
  }

  @ParameterizedTest
  @MethodSource("looks")
  void page_keepsWhatEveryPageKeeps(Look look) throws Exception {
    look.check(chromium, trial.address(), page -> page.locator("form").first().waitFor());
  }

  static Stream<Look> repairs() {
    return Look.each("form-repair", "/trial/faulty")
        .filter(look -> look.style() == ColorScheme.LIGHT);
  }

  @ParameterizedTest
  @MethodSource("repairs")
  void repair_isShownBeforeItIsTaken(Look look) throws Exception {
    look.check(
        chromium,
        trial.address(),
        page -> {
          page.locator("[id='d.dct-modified.found'] button[name=repair]").click();
          page.locator(".form-come").waitFor();
        });
    try (BrowserContext visitor = chromium.visitor(look.language(), look.width())) {
      Page page = visitor.newPage();
      page.navigate(trial.address() + "/trial/faulty");
      page.locator("[id='d.dct-modified.found'] button[name=repair]").click();
      assertEquals("2026-04-01", page.locator(".form-come ins").innerText());
      page.locator("button[name=take]").click();
      assertEquals("2026-04-01", page.locator("[id='d.dct-modified.0']").inputValue());
    }
  }

  /** What a real browser does with line ends, spaces and boxes changes nothing. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "parks",
        "public-toilets",
        "station-crowding",
        "electricity-demand",
        "hotel-guests"
      })
  void saved_untouched_changesNothing(String id) {
    trial.bundled(id);
    Graph before = copy(trial.draft(id));
    try (BrowserContext visitor = chromium.visitor("en", 1280, ColorScheme.LIGHT, false)) {
      Page page = visitor.newPage();
      page.navigate(trial.address() + "/trial/" + id);
      save(page);
    }
    assertTrue(before.isIsomorphicWith(trial.draft(id)), trial.draft(id).toString());
  }

  /** Whether the draft names something whose IRI ends so. */
  private static boolean says(String id, String end) {
    return trial.draft(id).stream().anyMatch(triple -> triple.getObject().toString().endsWith(end));
  }

  /** Presses the button and waits for the page that comes: the one before has a form, too. */
  private static void save(Page page) {
    AtomicInteger loaded = new AtomicInteger();
    page.onLoad(next -> loaded.incrementAndGet());
    page.locator("button[value=save]").click();
    page.waitForCondition(() -> loaded.get() > 0);
  }

  private static Graph copy(Graph graph) {
    Graph copy = GraphFactory.createDefaultGraph();
    graph.find().forEach(copy::add);
    return copy;
  }

  @Test
  void typed_findingsComeAndGoBesideTheField() {
    try (BrowserContext visitor = chromium.visitor("ja", 1280)) {
      Watch watch = Watch.of(visitor, trial.address());
      Page page = visitor.newPage();
      page.navigate(trial.address() + "/trial/parks");
      Locator found = page.locator("[id='d.dct-title.found'] li");
      assertEquals(0, found.count());
      page.locator("[id='d.dct-title.0.en']").fill("");
      found.first().waitFor();
      assertTrue(found.first().textContent().contains("英語の題名"), found.first().textContent());
      page.locator("#form-summary a").first().click();
      assertEquals("d.dct-title.0.ja", page.evaluate("document.activeElement.id"));
      page.locator("[id='d.dct-title.0.en']").fill("Parks");
      page.waitForCondition(() -> found.count() == 0);
      assertEquals(List.of(), watch.wrong());
    }
  }

  @Test
  void place_isFoundByItsReading_withKeysAlone() {
    try (BrowserContext visitor = chromium.visitor("ja", 1280)) {
      Page page = visitor.newPage();
      page.navigate(trial.address() + "/trial/parks");
      Locator box = page.locator("[id='d.dct-spatial.0']");
      assertEquals("東京都", box.inputValue());
      box.focus();
      box.fill("");
      page.keyboard().insertText("ちよだ");
      page.locator("[id='d.dct-spatial.0.suggestions'] li").first().waitFor();
      page.keyboard().press("ArrowDown");
      assertEquals("true", box.getAttribute("aria-expanded"));
      page.keyboard().press("Enter");
      assertEquals("千代田区", box.inputValue());
      assertEquals("false", box.getAttribute("aria-expanded"));
      save(page);
      assertTrue(says("parks", "id/municipality/13101"));
    }
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void distribution_isAddedFilledAndTakenAway(boolean scripts) {
    try (BrowserContext visitor = chromium.visitor("ja", 1280, ColorScheme.LIGHT, scripts)) {
      Page page = visitor.newPage();
      page.navigate(trial.address() + "/trial/parks");
      page.locator("[id='d.dct-title.0.ja']").fill("typed before");
      page.locator("button[value='d.dcat-distribution.o-distribution-1']").click();
      String added = "d.dcat-distribution.o-distribution-1";
      Locator title = page.locator("[id='" + added + ".dct-title.0.ja']");
      title.waitFor();
      if (scripts) {
        page.waitForFunction("id => document.activeElement.id.startsWith(id)", added + ".");
      }
      title.fill("二つめ");
      page.locator("[id='" + added + ".dcat-accessURL.0']").fill("https://files.example/2");
      save(page);
      assertEquals("typed before", page.locator("[id='d.dct-title.0.ja']").inputValue());
      assertEquals("二つめ", title.inputValue());
      assertTrue(says("parks", "https://files.example/2"));
      page.locator("button[name=remove][value='" + added + "']").click();
      page.waitForCondition(() -> title.count() == 0);
      assertFalse(says("parks", "https://files.example/2"));
    }
  }

  @Test
  void payloadsLongTextsAndFiftyFiles_areShownAsText() {
    StringBuilder turtle = new StringBuilder();
    turtle.append(
        "<datasets/large> a dcat:Dataset ; dct:title \"%s\"@ja ; dct:description \"%s\"@ja ; dct:publisher <publishers/p> ; city:unknown \"%s\" .\n"
            .formatted(PAYLOAD, "長い説明です。".repeat(1_430), PAYLOAD));
    turtle.append("<publishers/p> a foaf:Agent ; foaf:name \"%s\"@ja .\n".formatted(PAYLOAD));
    for (int i = 0; i < 50; i++) {
      turtle.append(
          "<datasets/large> dcat:distribution <datasets/large#f%d> . <datasets/large#f%d> a dcat:Distribution ; dct:title \"%s %d\"@ja .\n"
              .formatted(i, i, PAYLOAD, i));
    }
    trial.draft("large", turtle.toString());
    try (BrowserContext visitor = chromium.visitor("ja", 360)) {
      Watch watch = Watch.of(visitor, trial.address());
      Page page = visitor.newPage();
      page.navigate(trial.address() + "/trial/large");
      assertEquals(
          50, page.locator(".form-thing:not(.form-thing .form-thing) > summary").count() - 1);
      assertTrue(page.locator("[id='d.dct-title.0.ja']").inputValue().contains("<script>"));
      page.locator("[id='d.dct-title.0.en']").fill("<img src=x onerror=alert(3)>");
      page.waitForResponse("**/check", () -> page.locator("[id='d.dct-identifier.0']").fill("x"));
      int wide = (int) page.evaluate("document.documentElement.scrollWidth");
      assertTrue(wide <= 360, wide + " px wide");
      assertEquals(List.of(), watch.wrong());
    }
  }

  @Test
  void conflict_isChosenByKeys_andMerged() {
    try (BrowserContext visitor = chromium.visitor("en", 1280)) {
      Page page = visitor.newPage();
      page.navigate(trial.address() + "/trial/both/conflict");
      assertEquals(2, page.locator(".undecided").count());
      page.locator(".undecided input[value=MINE]").nth(0).focus();
      for (int i = 0; i < 2; i++) {
        Locator first = page.locator(".undecided").nth(i).locator("input").first();
        first.focus();
        page.keyboard().press("Space");
        page.keyboard().press("ArrowDown");
      }
      save(page);
      assertEquals("特別区", page.locator("[id='d.dct-title.0.ja']").inputValue());
      assertEquals("3", page.locator("[id='d.dct-identifier.0']").inputValue());
    }
  }

  @Test
  void expert_mistake_isToldAndNothingIsLost() {
    try (BrowserContext visitor = chromium.visitor("ja", 1280, ColorScheme.LIGHT, false)) {
      Page page = visitor.newPage();
      page.navigate(trial.address() + "/trial/parks/expert");
      Locator box = page.locator("#turtle");
      String wrong = box.inputValue().replaceFirst(" \\.\\s*$", "") + " ;;; \"";
      box.fill(wrong);
      page.locator("button[value=save]").click();
      assertEquals(1, page.locator("[role=alert] li").count());
      assertEquals(wrong, page.locator("#turtle").inputValue());
    }
  }
}
