package org.machinami.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.StringReader;
import java.net.URLEncoder;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.xml.sax.InputSource;

/** The list of datasets: what is searched, shown, and given to machines. */
final class SearchPagesTest {
  private static final String ATOM = "http://www.w3.org/2005/Atom";
  private static final String PREFIXES =
      """
      PREFIX city: <https://machinami.org/vocab/city#>
      PREFIX dcat: <http://www.w3.org/ns/dcat#>
      PREFIX dct: <http://purl.org/dc/terms/>
      PREFIX rdfs: <http://www.w3.org/2000/01/rdf-schema#>
      PREFIX xsd: <http://www.w3.org/2001/XMLSchema#>
      """;

  @TempDir static Path directory;
  private static PagesServer pages;

  @BeforeAll
  static void start() throws Exception {
    pages = new PagesServer(directory.resolve("data"));
    pages.commit(
        "first",
        Map.of(
            "graph/metadata/parks",
            PREFIXES
                + """
                <datasets/parks> a dcat:Dataset ; dct:title "公園の一覧"@ja , 'List of parks, "green"'@en ;
                  dct:description "日比谷公園など。<script>alert(1)</script>"@ja , "Trees & parks <b>"@en ;
                  city:sector <https://machinami.org/vocab/sector/public> ;
                  city:accessPlan <https://machinami.org/vocab/access-plan/open> ;
                  dct:accrualPeriodicity <http://publications.europa.eu/resource/authority/frequency/MONTHLY> ;
                  dct:spatial <id/municipality/13101> ; dct:temporal <datasets/parks#period> ;
                  dct:issued "2024-01-05"^^xsd:date ; dct:modified "2025-02-03"^^xsd:date .
                <datasets/parks#period> dcat:startDate "2020-01-01"^^xsd:date ; dcat:endDate "2021-12-31"^^xsd:date .
                <id/municipality/13101> dcat:bbox "POLYGON((139.73 35.66, 139.78 35.66, 139.78 35.70, 139.73 35.66))" .
                """,
            "graph/data/parks",
            PREFIXES + "<id/facility/hibiya> rdfs:label '日比谷公園'@ja , 'Hibiya Park'@en .",
            "graph/metadata/water",
            PREFIXES
                + """
                <datasets/water> a dcat:Dataset ; dct:title '水道'@ja , '=Water'@en ;
                  dcat:keyword '浄水場'@ja ; dct:description '%s配水管の長さ'@ja .
                """
                    .formatted("水の量。".repeat(150))));
  }

  @AfterAll
  static void stop() {
    pages.close();
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }

  private static String page(String query) {
    HttpResponse<String> response = pages.get("/ja/datasets?" + query, "Accept", "text/html");
    assertEquals(200, response.statusCode(), query);
    return response.body();
  }

  @Test
  void words_areMarked_andWhatIsFoundStaysText() {
    String page = page("q=" + encoded("日比谷"));
    assertTrue(page.contains("<mark>日比谷</mark>公園など。"), page);
    assertTrue(page.contains("&lt;script&gt;alert(1)"), page);
    assertFalse(page.contains("<script>"), page);
  }

  @Test
  void dataset_thatOnlyNamesItsPlace_hasAMapOfTheArea() {
    String page = pages.get("/ja/datasets/parks", "Accept", "text/html").body();
    assertTrue(page.contains("データや説明に挙がっている場所を囲む範囲"), page);
    assertFalse(page.contains("datasets/parks/map"), "there is nothing to draw on a large map");
    String without = pages.get("/ja/datasets/water", "Accept", "text/html").body();
    assertFalse(without.contains("data-map"), without);
  }

  @Test
  void thingOfThatName_standsFirst_andInItsDataset() {
    String page = page("q=" + encoded("日比谷公園"));
    assertTrue(page.contains("href=\"../ja/id/facility/hibiya\""), page);
    assertTrue(page.indexOf("id/facility/hibiya") < page.indexOf("ja/datasets/parks\""), page);
    assertTrue(page.contains("<span class=\"inside-thing\">日比谷公園"), page);
  }

  @ParameterizedTest
  @CsvSource({"浄水場, キーワード, keywords", "配水管, 説明のほかの部分, elsewhere in its description"})
  void hitWithoutAMark_saysWhereTheWordsAre(String words, String ja, String en) {
    String start = "<span class=\"inside-thing\">";
    String japanese = page("q=" + encoded(words));
    assertTrue(japanese.contains("一致： " + start + ja + "</span>"), japanese);
    String english = pages.get("/en/datasets?q=" + encoded(words), "Accept", "text/html").body();
    assertTrue(english.contains("Found in " + start + en + "</span>"), english);
  }

  @Test
  void hitWithAMark_andAListWithoutWords_sayNothingOfIt() {
    assertFalse(page("q=" + encoded("水道")).contains("一致："));
    assertFalse(page("q=" + encoded("日比谷公園")).contains("一致："));
    assertFalse(page("").contains("一致："));
  }

  @ParameterizedTest
  @CsvSource({
    "municipality=13101, true",
    "municipality=99999, false",
    "access=open, true",
    "frequency=MONTHLY, true",
    "year=2021, true",
    "year=2022, false",
    "from=2021-06&to=2021-07, true",
    "from=2022, false",
    "to=2019, false",
    "from=&to=&bbox=, true",
    "'bbox=139.7,35.6,139.8,35.8', true",
    "'bbox=170,-10,-170,10', false",
  })
  void filters_areInTheAddress(String query, boolean found) {
    String page = page(query);
    assertEquals(found, page.contains("href=\"../ja/datasets/parks\""), page);
  }

  @Test
  void chosenTimeAndPlace_canBeTakenBack() {
    String page = page("q=park&from=2020&bbox=139,35,140,36");
    assertTrue(page.contains("href=\"../ja/datasets?q=park&amp;bbox=139%2C35%2C140%2C36\""), page);
    assertTrue(page.contains("href=\"../ja/datasets?q=park&amp;from=2020-01-01\""), page);
    assertTrue(page.contains("name=\"from\" value=\"2020-01-01\""), page);
  }

  @Test
  void facets_haveNames() {
    String page = page("");
    for (String name : List.of("千代田区", "自由利用", "毎月", "2021")) {
      assertTrue(page.contains(name), name);
    }
  }

  @Test
  void nothingFound_offersACorrection_andALooserSearch() {
    String page = page("q=parcks");
    assertTrue(page.contains("href=\"../ja/datasets?q=parks\""), page);
    String looser = page("q=" + encoded("公園 甲乙丙丁"));
    assertTrue(looser.contains("href=\"../ja/datasets?q=" + encoded("公園") + "\""), looser);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "page=1000000000",
        "page=-1",
        "page=x",
        "sort=size",
        "from=yesterday",
        "from=2024-13",
        "to=2024-02-30",
        "from=2024&to=2023",
        "bbox=1,2,3",
        "bbox=a,b,c,d",
        "bbox=0,50,1,40",
        "bbox=-999,0,1,1",
        "bbox=NaN,0,1,1",
        "bbox=0,0,1,1,2",
        "bbox=,,,",
        "format=doc"
      })
  void whatCannotBeUsed_isToldSo(String query) {
    HttpResponse<String> response = pages.get("/ja/datasets?" + query, "Accept", "text/html");
    assertEquals(400, response.statusCode(), response.body());
    assertTrue(response.body().contains("使えません") || response.body().contains("より前"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "sector=%3Cscript%3E",
        "sector=%00",
        "publisher=javascript:alert(1)",
        "q=%22",
        "q=%E3%80%8C",
        "q=-",
        "q=/.*/",
        "q=%00%01%02",
        "page=50000",
        "year=%F0%9F%98%80",
        "unknown=1",
        "q=a&q=b",
        "frequency=:",
        "language=-x-",
        "access=%22%3E%3Cb%3E"
      })
  void whatMakesNoSense_isAnswered(String query) {
    for (String suffix : List.of("", ".ttl", ".atom", ".csv")) {
      HttpResponse<String> response = pages.get("/datasets" + suffix + "?" + query);
      assertEquals(200, response.statusCode(), suffix);
      assertFalse(response.body().contains("<script>") && suffix.isEmpty(), suffix);
    }
  }

  @ParameterizedTest
  @CsvSource({"a, 10000", "公園, 1600", "a%20, 3000"})
  void longWords_areCut_andTheAnswerStaysInProportion(String part, int times) {
    String query = "q=" + (part.startsWith("a") ? part : encoded(part)).repeat(times);
    String page = page(query);
    assertTrue(page.contains("入力が長いため"), "it is told");
    assertTrue(page.length() < 20 * query.length() + 100_000, () -> page.length() + " characters");
  }

  private static String years(int number) {
    return IntStream.range(0, number).mapToObj(i -> "year=" + i).collect(Collectors.joining("&"));
  }

  @Test
  void manyFilterValues_areRefused_ratherThanRepeatedInEachLink() {
    assertTrue(page(years(49) + "&sector=public").contains("該当するデータセットはありません"));
    for (String query : List.of(years(50) + "&sector=public", years(3_000))) {
      HttpResponse<String> japanese = pages.get("/ja/datasets?" + query, "Accept", "text/html");
      assertEquals(400, japanese.statusCode());
      String number = query.length() > 10_000 ? "3,000" : "51";
      String told = "絞り込みの値が " + number + " 個あります（最も多いのは year）。合わせて 50 個以内にしてください。";
      assertTrue(japanese.body().contains(told), japanese.body());
    }
    String english = pages.get("/en/datasets.csv?" + years(51), "Accept", "text/csv").body();
    assertTrue(english.contains("Give 50 in all at most"), english);
  }

  @Test
  void longFilterValue_isRefused() {
    assertTrue(page("publisher=" + "x".repeat(500)).contains("該当する"));
    HttpResponse<String> response = pages.get("/ja/datasets.csv?publisher=" + "x".repeat(501));
    assertEquals(400, response.statusCode());
    String told = "publisher の値「" + "x".repeat(39) + "…」が長すぎます";
    assertTrue(response.body().contains(told), response.body());
  }

  @Test
  void longFilterValuesTogether_areRefused() {
    String ten =
        IntStream.range(0, 10)
            .mapToObj(i -> "&publisher=" + i + "x".repeat(499))
            .collect(Collectors.joining());
    assertTrue(page(ten.substring(1)).contains("該当する"));
    String query = "sector=public" + ten;
    HttpResponse<String> response = pages.get("/ja/datasets?" + query, "Accept", "text/html");
    assertEquals(400, response.statusCode());
    String told = "合わせて 5,006 文字あります（最も長いのは publisher）。合わせて 5,000 文字以内に";
    assertTrue(response.body().contains(told), response.body());
  }

  @Test
  void csv_isForPrograms_andKeepsWhatASpreadsheetWouldRun() {
    String csv = pages.get("/datasets.csv?q=" + encoded("水道")).body();
    assertTrue(csv.contains("datasets/water,水道,=Water,"), csv);
  }

  @Test
  void csv_hasAHead_andARowForEachHit() {
    HttpResponse<String> csv = pages.get("/datasets?q=park", "Accept", "text/csv");
    assertEquals("text/csv;charset=utf-8", csv.headers().firstValue("Content-Type").orElse(""));
    String[] lines = csv.body().split("\r\n", -1);
    assertTrue(lines[0].startsWith("id,iri,title_ja,title_en,"), lines[0]);
    assertEquals(
        "parks,http://city.example/datasets/parks,公園の一覧,\"List of parks, \"\"green\"\"\",,,"
            + "2024-01-05,2025-02-03,public,,,13101,,,open,,MONTHLY,2020|2021,,",
        lines[1]);
    assertEquals(3, lines.length);
    assertEquals(csv.body(), pages.get("/datasets.csv?q=park").body());
    assertEquals(csv.body(), pages.get("/datasets?q=park&format=csv").body());
  }

  @Test
  void atom_isAFeedOfThePage() throws Exception {
    HttpResponse<String> atom = pages.get("/en/datasets?q=park", "Accept", "application/atom+xml");
    assertEquals("application/atom+xml", atom.headers().firstValue("Content-Type").orElse(""));
    DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
    factory.setNamespaceAware(true);
    Document feed =
        factory.newDocumentBuilder().parse(new InputSource(new StringReader(atom.body())));
    assertEquals("feed", feed.getDocumentElement().getLocalName());
    for (String required : List.of("id", "title", "updated", "author")) {
      assertTrue(feed.getElementsByTagNameNS(ATOM, required).getLength() > 0, required);
    }
    assertEquals(1, feed.getElementsByTagNameNS(ATOM, "entry").getLength());
    Element entry = (Element) feed.getElementsByTagNameNS(ATOM, "entry").item(0);
    assertEquals("List of parks, \"green\"", text(entry, "title"));
    assertEquals("Trees & parks <b>", text(entry, "summary"));
    assertEquals("2025-02-03T00:00:00Z", text(entry, "updated"));
    assertEquals("http://city.example/datasets/parks", text(entry, "id"));
    String japanese = pages.get("/ja/datasets.atom?q=park").body();
    assertTrue(japanese.contains("公園の一覧") && japanese.contains("xml:lang=\"ja\""), japanese);
  }

  private static String text(Element entry, String name) {
    return entry.getElementsByTagNameNS(ATOM, name).item(0).getTextContent();
  }

  @Test
  void otherPages_areNoFeedsAndTables() {
    assertEquals(406, pages.get("/datasets/parks", "Accept", "text/csv").statusCode());
    assertEquals(406, pages.get("/datasets/parks?format=atom").statusCode());
    assertEquals(404, pages.get("/datasets/parks.csv").statusCode());
  }

  @ParameterizedTest
  @CsvSource({"公, 公園の一覧", "こうえ, 公園の一覧", "hibi, 日比谷公園", "Hib, Hibiya Park"})
  void suggestions_areOpenSearch(String typed, String expected) throws Exception {
    HttpResponse<String> response = pages.get("/en/datasets/suggest?q=" + encoded(typed));
    assertEquals(
        "application/x-suggestions+json", response.headers().firstValue("Content-Type").orElse(""));
    JsonNode json = new JsonMapper().readTree(response.body());
    assertEquals(typed, json.get(0).asText());
    assertTrue(json.get(1).toString().contains("\"" + expected + "\""), response.body());
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "?q=", "?q=%00", "?q=%22%3E", "?x=1"})
  void suggestions_forNothing_areNone(String query) throws Exception {
    HttpResponse<String> response = pages.get("/datasets/suggest" + query);
    assertEquals(200, response.statusCode());
    assertEquals(0, new JsonMapper().readTree(response.body()).get(1).size());
  }
}
