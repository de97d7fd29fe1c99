package org.machinami.web;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import org.apache.jena.graph.Graph;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFWriter;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.machinami.loader.decision.Stop;
import org.machinami.ontology.NamedGraphs;
import org.machinami.shapes.Position;
import org.machinami.shapes.quality.Fault;
import org.machinami.shapes.quality.Quality;
import org.machinami.shapes.quality.Rule;
import org.machinami.shapes.quality.RuleResult;
import org.machinami.web.config.RequestSettings;
import org.machinami.web.language.Messages;

/** What lets one trust a dataset: quality with reasons, terms of access, columns, past states. */
class TrustPagesTest {
  private static final String PREFIXES =
      """
      PREFIX city: <https://machinami.org/vocab/city#>
      PREFIX dcat: <http://www.w3.org/ns/dcat#>
      PREFIX dct: <http://purl.org/dc/terms/>
      PREFIX foaf: <http://xmlns.com/foaf/0.1/>
      PREFIX odrl: <http://www.w3.org/ns/odrl/2/>
      PREFIX rdfs: <http://www.w3.org/2000/01/rdf-schema#>
      PREFIX xsd: <http://www.w3.org/2001/XMLSchema#>
      """;

  private static final String METADATA =
      PREFIXES
          + """
          <datasets/power> a dcat:Dataset ;
            dct:title "電力"@ja , "Power"@en ; dct:description "需要"@ja , "Demand"@en ;
            city:accessPlan <https://machinami.org/vocab/access-plan/paid> ;
            dct:accessRights <http://publications.europa.eu/resource/authority/access-right/RESTRICTED> ;
            odrl:hasPolicy <datasets/power#policy> .
          <datasets/power#policy> a odrl:Offer ; odrl:permission <datasets/power#a> , <datasets/power#b> ;
            odrl:prohibition <datasets/power#c> .
          <datasets/power#a> odrl:action odrl:use ; odrl:duty <datasets/power#pay> .
          <datasets/power#pay> odrl:action odrl:compensate ; odrl:constraint <datasets/power#price> .
          <datasets/power#price> odrl:leftOperand odrl:payAmount ; odrl:operator odrl:eq ; odrl:rightOperand 30000 ;
            odrl:unit <http://publications.europa.eu/resource/authority/currency/JPY> .
          <datasets/power#b> odrl:action odrl:use ; odrl:duty <datasets/power#apply> ;
            odrl:assignee <https://machinami.org/vocab/user-category/sme> .
          <datasets/power#apply> odrl:action odrl:obtainConsent .
          <datasets/power#c> odrl:action <https://other.example/terms#resellToMoon> ;
            <https://other.example/terms#until> "2030-01-01"^^xsd:date .
          <https://other.example/terms#resellToMoon> rdfs:label "resell <b>far</b> away" .
          """;

  private static final String DATA =
      PREFIXES
          + """
          <id/power/1> a city:EnergyObservation ; rdfs:label "一"@ja , "One"@en ;
            city:observedAt "2026-07-01T00:00:00+09:00"^^xsd:dateTime ; city:electricityDemand 30463 ;
            city:municipality <id/municipality/13101> , <id/municipality/13102> .
          <id/power/2> a city:EnergyObservation ; rdfs:label "二"@ja ;
            city:observedAt "2026-07-01T01:00:00+09:00"^^xsd:dateTime ; city:electricityDemand 9000 ;
            city:municipality <id/municipality/13101> .
          <id/place/1> a city:Facility ; rdfs:label "変電所"@ja .
          """;

  @TempDir static Path directory;
  private static PagesServer pages;

  @BeforeAll
  static void start() throws Exception {
    pages = new PagesServer(directory.resolve("data"));
    NamedGraphs names = new NamedGraphs(PagesServer.BASE);
    Quality quality =
        Quality.of(
            List.of(
                RuleResult.passed(Rule.FORMAT),
                RuleResult.failedBy(
                    Rule.NUMBERS,
                    7,
                    List.of(
                        new Fault(
                            new Position("p.csv", OptionalLong.of(3), Optional.of("需要")),
                            "12<i>円</i>"))),
                RuleResult.undecided(Rule.SAME_FORM)));
    pages.commit(
        "first",
        Map.of(
            "graph/metadata/power",
            METADATA.replace("\"Power\"@en", "\"Power of old\"@en"),
            "graph/data/power",
            DATA.replace("30463", "1")));
    pages.commit(
        "second",
        Map.of(
            "graph/metadata/power",
            METADATA + turtle(quality.levelGraph(names, "power")),
            "graph/verdict/power",
            turtle(quality.toGraph(names, "power")),
            "graph/data/power",
            DATA));
    pages.commit(
        "other",
        Map.of(
            "graph/metadata/other",
            PREFIXES + "<datasets/other> a dcat:Dataset ; dct:title \"別\"@ja ."));
    pages.commitFile("datasets/other/recipe/other.rml.ttl", new byte[] {'#'});
    pages.commitFile("datasets/power/recipe/recipe.properties", new byte[] {'#'});
  }

  @AfterAll
  static void stop() {
    pages.close();
  }

  private static String turtle(Graph graph) {
    return RDFWriter.source(graph).lang(Lang.NTRIPLES).asString();
  }

  private static String page(String path) {
    HttpResponse<String> response = pages.get(path, "Accept", "text/html");
    assertEquals(200, response.statusCode(), response.body());
    return response.body();
  }

  private static void has(String page, String... words) {
    List<String> missing = new ArrayList<>();
    for (String word : words) {
      if (!page.contains(word)) {
        missing.add(word);
      }
    }
    assertEquals(List.of(), missing, page);
  }

  private static List<String> head(String csv) {
    return List.of(csv.lines().findFirst().orElseThrow().split(",", -1));
  }

  @Test
  void quality_isALevelWithItsReasons() {
    has(
        page("/ja/datasets/power"),
        "品質レベル 1",
        "vocab/quality-rule#L2-01",
        "数値の列は数値だけ",
        "p.csv の 3 行目、列「需要」",
        "12&lt;i&gt;円&lt;/i&gt;",
        "ほか 6 か所",
        "提供者への確認事項",
        "年によって形が変わっていない",
        "守られているルール 1 件");
    has(
        page("/en/datasets/power"),
        "Quality level 1",
        "numbers are only numbers",
        "p.csv, row 3, column “需要”",
        "To be answered by the steward");
  }

  @Test
  void quality_ofADatasetWithoutFiles_isNotJudgedAndNotCalledBad() {
    String page = page("/ja/datasets/other");
    has(page, "品質レベルは判定していません");
    assertFalse(page.contains("class=\"quality-mark"), page);
  }

  @Test
  void quality_isAFacet_aMarkOnTheHit_andInEveryFormOfTheList() {
    String list = page("/ja/datasets");
    has(list, "品質レベル 1", "quality=1");
    assertTrue(page("/ja/datasets?quality=1").contains("電力"));
    assertFalse(page("/ja/datasets?quality=1").contains("別"));
    String csv = pages.get("/datasets.csv").body();
    assertTrue(head(csv).contains("quality"), csv);
    assertTrue(csv.contains("power"), csv);
    has(
        pages.get("/datasets.ttl").body(),
        "hasQualityMeasurement",
        "graph/verdict/power#machine-readability");
  }

  @Test
  void access_isInPlainWords_andWhatHasNoneIsShown() {
    String japanese = page("/ja/datasets/power");
    has(
        japanese,
        "利用の手続と料金",
        "有料",
        "すべての利用者",
        "利用する：できます",
        "料金を払う（料金：30,000円）",
        "中小企業",
        "申請して承認を得る",
        "https://other.example/terms#resellToMoon",
        "resell &lt;b&gt;far&lt;/b&gt; away",
        "https://other.example/terms#until：2030-01-01");
    has(
        page("/en/datasets/power"),
        "Access and price",
        "pay (price: 30,000 yen)",
        "small or medium enterprise",
        "apply and be admitted");
  }

  @Test
  void columns_areDescribedForPrograms() throws Exception {
    HttpResponse<String> csv = pages.get("/datasets/power/data.csv");
    assertTrue(
        csv.headers()
            .allValues("Link")
            .contains(
                "<data.csv-metadata.json>; rel=\"describedby\"; type=\"application/csvm+json\""),
        csv.headers().toString());
    HttpResponse<String> answer = pages.get("/datasets/power/data.csv-metadata.json");
    assertEquals("application/csvm+json", answer.headers().firstValue("Content-Type").orElse(""));
    JsonNode table = new ObjectMapper().readTree(answer.body()).get("tables").get(0);
    assertEquals("data.csv", table.get("url").asText());
    List<String> head = head(csv.body());
    List<String> described = new ArrayList<>();
    JsonNode columns = table.get("tableSchema").get("columns");
    for (JsonNode column : columns) {
      JsonNode titles = column.get("titles");
      described.add(titles.isTextual() ? titles.asText() : titles.get("und").asText());
    }
    assertEquals(head, described);
    JsonNode demand = columns.get(head.indexOf("electricityDemand"));
    JsonNode ward = columns.get(head.indexOf("municipality"));
    JsonNode name = columns.get(head.indexOf("label_ja"));
    assertAll(
        () -> assertEquals("電力需要", demand.get("titles").get("ja").asText()),
        () -> assertEquals("integer", demand.get("datatype").asText()),
        () ->
            assertEquals(
                "http://qudt.org/vocab/unit/MegaW",
                demand.get("http://qudt.org/schema/qudt/hasUnit").get("@id").asText()),
        () ->
            assertEquals(
                "https://machinami.org/vocab/city#electricityDemand",
                demand.get("propertyUrl").asText()),
        () -> assertFalse(demand.has("separator")),
        () -> assertEquals(" | ", ward.get("separator").asText()),
        () -> assertEquals("{+municipality}", ward.get("valueUrl").asText()),
        () -> assertEquals("ja", name.get("lang").asText()),
        () -> assertEquals("iri", table.get("tableSchema").get("primaryKey").asText()));
  }

  @Test
  void columns_ofOneTable_haveItsAddress() throws Exception {
    JsonNode table =
        new ObjectMapper()
            .readTree(pages.get("/datasets/power/data.csv-metadata.json?class=Facility").body());
    assertEquals("data.csv?class=Facility", table.get("url").asText());
    assertEquals(404, pages.get("/datasets/other/data.csv-metadata.json").statusCode());
    assertTrue(
        page("/ja/datasets/power/downloads").contains("data.csv-metadata.json?class=Facility"));
  }

  @Test
  void mapping_isReachedFromTheWayOfTheData() {
    String mapping = "<#power> a <http://www.w3.org/ns/r2rml#TriplesMap> .";
    byte[] bytes = mapping.getBytes(StandardCharsets.UTF_8);
    assertFalse(page("/ja/datasets/power").contains("/recipe/"));
    pages.commitFile("datasets/power/recipe/power.rml.ttl", bytes);
    String page = page("/ja/datasets/power");
    has(page, "href=\"../../datasets/power/recipe/power.rml.ttl\"", "datasets/power/table\"");
    assertFalse(page.contains("recipe.properties"), page);
    HttpResponse<String> answer = pages.get("/ja/datasets/power/recipe/power.rml.ttl");
    assertEquals(mapping, answer.body());
    assertEquals(
        "text/turtle;charset=utf-8", answer.headers().firstValue("Content-Type").orElse(""));
    assertEquals("nosniff", answer.headers().firstValue("X-Content-Type-Options").orElse(""));
    String tag = answer.headers().firstValue("ETag").orElseThrow();
    assertEquals(
        304, pages.get("/datasets/power/recipe/power.rml.ttl", "If-None-Match", tag).statusCode());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "other/recipe/other.rml.ttl",
        "power/recipe/recipe.properties",
        "power/recipe/none.rml.ttl",
        "none/recipe/power.rml.ttl",
        "%22%3E/recipe/power.rml.ttl",
      })
  void mapping_thatIsNoneOfServedData_is404(String path) {
    assertEquals(404, pages.get("/datasets/" + path).statusCode());
  }

  @Test
  void mapping_ofWhatIsStoppedOrTakenAway_isNotGiven() throws Exception {
    try (PagesServer own = new PagesServer(directory.resolve("stopped"))) {
      for (String id : List.of("power", "gone")) {
        own.commit(
            "load",
            Map.of(
                "graph/metadata/" + id,
                METADATA.replace("datasets/power", "datasets/" + id),
                "graph/data/" + id,
                DATA));
        own.commitFile("datasets/" + id + "/recipe/m.rml.ttl", new byte[] {'#'});
        assertEquals(200, own.get("/datasets/" + id + "/recipe/m.rml.ttl").statusCode());
      }
      Stop.begin(own.store(), "power", "test", "誤りの疑い", "");
      own.catchUp();
      own.delete("graph/metadata/gone");
      assertEquals(403, own.get("/datasets/power/recipe/m.rml.ttl").statusCode());
      assertFalse(own.get("/datasets/power").body().contains("/recipe/"));
      assertEquals(410, own.get("/datasets/gone/recipe/m.rml.ttl").statusCode());
    }
  }

  private static PagesServer withMonthlyData(Path folder, Clock clock) throws Exception {
    PagesServer server = new PagesServer(folder, clock, new RequestSettings(true, 5));
    server.commit(
        "load",
        Map.of(
            "graph/metadata/power",
            METADATA
                + "<datasets/power> dct:accrualPeriodicity"
                + " <http://publications.europa.eu/resource/authority/frequency/MONTHLY> .",
            "graph/data/power",
            DATA));
    return server;
  }

  @Test
  void update_thatHasNotComeByItsDay_isSaidToBeOverdue() throws Exception {
    Clock later = Clock.fixed(Instant.now().plus(Duration.ofDays(40)), Messages.CITY);
    try (PagesServer server = withMonthlyData(directory.resolve("overdue"), later)) {
      has(
          server.get("/ja/datasets/power").body(),
          "<a class=\"notice\" href=\"#frequency\">更新の遅れ</a>",
          "更新が遅れています（次の更新の目安は");
      String english = server.get("/en/datasets/power").body();
      has(english, "Update overdue", "Overdue: the next update was to be expected by");
      assertFalse(english.contains("is to be expected by"), english);
      assertFalse(
          server.get("/en/datasets/power?asOf=1").body().contains("verdue"),
          "a page of the past says nothing of today");
      Stop.begin(server.store(), "power", "test", "誤りの疑い", "");
      server.catchUp();
      assertFalse(
          server.get("/en/datasets/power").body().contains("verdue"), "nothing can come now");
    }
  }

  @Test
  void update_thatIsStillToCome_isNotOverdue() throws Exception {
    Clock now = Clock.fixed(Instant.now(), Messages.CITY);
    try (PagesServer server = withMonthlyData(directory.resolve("in-time"), now)) {
      String english = server.get("/en/datasets/power").body();
      has(english, "The next update is to be expected by");
      assertFalse(english.contains("verdue"), english);
    }
  }

  @Test
  void past_isThePageOfThatTime_saysSo_andIsNotIndexed() {
    HttpResponse<String> past = pages.get("/en/datasets/power?asOf=1", "Accept", "text/html");
    has(past.body(), "Power of old", "This is the state of", "See the newest state");
    assertEquals("noindex", past.headers().firstValue("X-Robots-Tag").orElse(""));
    assertTrue(past.headers().firstValue("Memento-Datetime").isPresent());
    String now = page("/en/datasets/power");
    assertFalse(now.contains("Power of old") || now.contains("This is the state of"), now);
    assertTrue(
        pages.get("/datasets/power.ttl?asOf=1").body().contains("Power of old"),
        "its other forms, too");
    assertTrue(pages.get("/datasets/power/data.nt?asOf=1").body().contains("\"1\""));
    assertTrue(page("/en/datasets/power/versions/1").contains("datasets/power?asOf=1"));
  }

  @Test
  void past_byTime_isTheLastStateUntilThen() {
    assertEquals(404, pages.get("/datasets/power?asOf=2020-01-01").statusCode());
    assertEquals(200, pages.get("/datasets/power?asOf=2999-12-31").statusCode());
    assertEquals(200, pages.get("/datasets/power?asOf=2999-12-31T00:00:00%2B09:00").statusCode());
    assertEquals(404, pages.get("/datasets/other?asOf=2").statusCode());
  }

  @ParameterizedTest
  @ValueSource(strings = {"0", "-1", "yesterday", "2026-13-01", "%22%3E", "9999999999999999999"})
  void past_ofNoTime_is400(String moment) {
    assertEquals(400, pages.get("/datasets/power?asOf=" + moment).statusCode());
    assertEquals(400, pages.get("/datasets/power/data?asOf=" + moment).statusCode());
  }
}
