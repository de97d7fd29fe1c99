package org.machinami.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.net.URLEncoder;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.machinami.store.ledger.Hash;

/** What one can do with a dataset: look into it, draw it, take it away, see what changed. */
final class DatasetPagesTest {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final String PREFIXES =
      """
      PREFIX city: <https://machinami.org/vocab/city#>
      PREFIX dcat: <http://www.w3.org/ns/dcat#>
      PREFIX dct: <http://purl.org/dc/terms/>
      PREFIX foaf: <http://xmlns.com/foaf/0.1/>
      PREFIX geo: <http://www.opengis.net/ont/geosparql#>
      PREFIX rdfs: <http://www.w3.org/2000/01/rdf-schema#>
      PREFIX xsd: <http://www.w3.org/2001/XMLSchema#>
      """;
  private static final String METADATA =
      PREFIXES
          + """
          <datasets/power> a dcat:Dataset ;
            dct:title "電力"@ja , "Power </script><script>alert(1)</script>"@en ;
            dct:description "**毎時**の需要"@ja , "Demand [by the hour](https://city.example/)"@en ;
            dct:publisher <publishers/p> ;
            dcat:theme <https://machinami.org/vocab/service-field/mobility> ;
            dct:license <https://creativecommons.org/licenses/by/4.0/> ;
            city:accessPlan <https://machinami.org/vocab/access-plan/open> ;
            dct:accrualPeriodicity <http://publications.europa.eu/resource/authority/frequency/MONTHLY> ;
            dct:temporal <datasets/power#period> ;
            dct:issued "2026-11-01"^^xsd:date ; dct:modified "2026-11-20"^^xsd:date .
          <datasets/power> dcat:keyword "電気"@ja , "electricity"@en ; dct:spatial <id/prefecture/13> ;
            dcat:distribution <datasets/power#csv> .
          <datasets/power#csv> a dcat:Distribution ; dct:title "CSV"@en ;
            dcat:mediaType <https://www.iana.org/assignments/media-types/text/csv> ;
            dcat:downloadURL <datasets/power/files/power.csv> .
          <datasets/power#period> dcat:startDate "2026-07-01"^^xsd:date .
          <publishers/p> a foaf:Agent ; foaf:name "見本電力"@ja , "Sample Power"@en .
          <https://machinami.org/vocab/city#note> rdfs:label "備考"@ja , "remark"@en .
          """;
  private static final String DATA =
      PREFIXES
          + """
          <id/power/1> a city:EnergyObservation ; city:observedAt "2026-07-01T00:00:00+09:00"^^xsd:dateTime ;
            city:electricityDemand 30463 ; city:note "=HYPERLINK(\\"http://x\\")" ;
            city:municipality <id/municipality/13101> .
          <id/power/2> a city:EnergyObservation ; city:observedAt "2026-07-01T01:00:00+09:00"^^xsd:dateTime ;
            city:electricityDemand 9000.5 ; city:note "髙い, \\"波\\" 𠮷" ; city:municipality <id/municipality/13102> .
          <id/power/3> a city:EnergyObservation ; city:observedAt "2026-07-01T02:00:00+09:00"^^xsd:dateTime ;
            city:electricityDemand -2 ; city:municipality <id/municipality/13101> .
          <id/place/1> a city:Facility ; rdfs:label "変電所"@ja ; geo:hasGeometry <id/place/1#geometry> .
          <id/place/1#geometry> geo:asWKT "POINT(139.5 35.25)"^^geo:wktLiteral .
          """;

  private static final String SENSORS =
      PREFIXES
          + """
          <id/sensor/1> a city:Sensor ; city:station <id/station/East.1> ; geo:hasGeometry <id/sensor/1#geometry> .
          <id/sensor/1#geometry> geo:asWKT "POINT(139.77 35.69)"^^geo:wktLiteral .
          <id/sensor/2> a city:Sensor ; city:station <id/station/East.2> ; geo:hasGeometry <id/sensor/2#geometry> .
          <id/sensor/2#geometry> geo:asWKT "POINT(139.71 35.63)"^^geo:wktLiteral .
          <id/sensor/3> a city:Sensor ; city:station <id/station/East.1> ; geo:hasGeometry <id/sensor/3#geometry> .
          <id/sensor/3#geometry> geo:asWKT "POINT(139.77 35.7)"^^geo:wktLiteral .
          """;
  private static final String STATIONS =
      PREFIXES
          + """
          <id/station/East.1> rdfs:label "秋葉原"@ja , "Akihabara"@en .
          <id/station/East.2> rdfs:label "目黒"@ja , "Meguro"@en .
          """;

  @TempDir static Path directory;
  private static PagesServer pages;

  @BeforeAll
  static void start() throws Exception {
    pages = new PagesServer(directory.resolve("data"));
    pages.commit("first", Map.of("graph/metadata/power", METADATA, "graph/data/power", DATA));
    pages.commit(
        "other",
        Map.of(
            "graph/metadata/other",
            METADATA.replace("datasets/power", "datasets/other").replace("電力\"", "別の電力\""),
            "graph/data/other",
            PREFIXES
                + "<id/power/9> a city:EnergyObservation ;"
                + " city:municipality <id/municipality/13101> ."));
    pages.commit(
        "値を直した",
        Map.of(
            "graph/data/power",
            DATA.replace("30463", "30464").replace("<id/power/3> a", "<id/power/4> a")));
    pages.commit(
        "駅",
        Map.of(
            "graph/metadata/sensors",
            PREFIXES + "<datasets/sensors> a dcat:Dataset ; dct:title \"計測器\"@ja .",
            "graph/data/sensors",
            SENSORS,
            "graph/metadata/stations",
            PREFIXES + "<datasets/stations> a dcat:Dataset ; dct:title \"駅\"@ja .",
            "graph/data/stations",
            STATIONS));
  }

  @AfterAll
  static void stop() {
    pages.close();
  }

  private static String page(String path) {
    HttpResponse<String> response = pages.get(path, "Accept", "text/html");
    assertEquals(200, response.statusCode(), response.body());
    return response.body();
  }

  private static List<String> rows(String page) {
    Matcher rows =
        Pattern.compile("<th scope=\"row\"><a href=\"[^\"]*/id/([^\"]*)\"").matcher(page);
    return rows.results().map(r -> r.group(1)).toList();
  }

  @Test
  void table_hasUnitsAndExplanations_andNumbersAtTheRight() {
    String page = page("/ja/datasets/power/table");
    assertTrue(page.contains("<span class=\"unit\">MW"), page);
    assertTrue(page.contains("電力の需要実績。単位はメガワット。"), page);
    assertTrue(page.contains("<td class=\"number\"><span class=\"cell\">30,464.0"), page);
    assertTrue(page.contains("2026-07-01 00:00"), page);
    assertTrue(page.contains("備考"), "the description of the dataset names its column");
    assertEquals(List.of("power/1", "power/2", "power/4"), rows(page));
  }

  @Test
  void table_sortsFiltersAndChooses_byItsAddress() {
    assertEquals(
        List.of("power/4", "power/2", "power/1"),
        rows(page("/datasets/power/table?sort=electricityDemand")));
    String descending = page("/datasets/power/table?sort=-electricityDemand");
    assertEquals(List.of("power/1", "power/2", "power/4"), rows(descending));
    assertTrue(descending.contains("aria-sort=\"descending\""), descending);
    assertEquals(
        List.of("power/2"),
        rows(page("/datasets/power/table?column=electricityDemand&from=0&to=10,000")));
    assertEquals(
        List.of("power/2"), rows(page("/datasets/power/table?q=%E4%B8%AD%E5%A4%AE%E5%8C%BA")));
    assertEquals(List.of("place/1"), rows(page("/datasets/power/table?class=Facility")));
    assertEquals(List.of(), rows(page("/datasets/power/table?q=nothing")));
  }

  private static String encoded(String words) {
    return URLEncoder.encode(words, StandardCharsets.UTF_8);
  }

  @Test
  void namesOfOtherData_areWhatOneSearchesAndSortsBy() {
    String table = "/ja/datasets/sensors/table";
    assertEquals(List.of("sensor/1", "sensor/3"), rows(page(table + "?q=" + encoded("秋葉原"))));
    assertEquals(List.of(), rows(page(table + "?q=" + encoded("East.1"))));
    assertEquals(List.of("sensor/2", "sensor/1", "sensor/3"), rows(page(table + "?sort=station")));
    assertEquals(
        List.of("sensor/1", "sensor/3", "sensor/2"),
        rows(page("/en/datasets/sensors/table?sort=station")));
  }

  @Test
  void namesOfOtherData_areInChartsAndMaps_andInFilesForPeople() throws Exception {
    String chart = page("/ja/datasets/sensors/chart?x=station&y=rows");
    assertTrue(chart.contains("秋葉原") && !chart.contains("East.1"), chart);
    JsonNode map =
        JSON.readTree(pages.get("/en/datasets/sensors/map.geojson?colour=station").body());
    assertEquals("Akihabara", map.at("/colour/classes/0/label").asText());
    String sheet = pages.get("/ja/datasets/sensors/spreadsheet.csv").body();
    assertTrue(sheet.contains("目黒") && !sheet.contains("East.2"), sheet);
    String raw = pages.get("/ja/datasets/sensors/data.csv").body();
    assertTrue(raw.contains("/id/station/East.2") && !raw.contains("目黒"), raw);
  }

  @Test
  void namesOfOtherData_areInWhatACommitChanged() {
    String version = page("/ja/datasets/sensors/versions/4");
    assertTrue(version.contains("秋葉原") && !version.contains(">East.1<"), version);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "table",
        "table?sort=station",
        "chart?x=station",
        "map",
        "map.geojson?colour=station",
        "spreadsheet.csv",
      })
  void namesThatComeLater_areShownThen(String path) {
    String id = "late-" + path.replaceAll("[^a-z]", "-");
    pages.commit(
        "late",
        Map.of(
            "graph/metadata/" + id,
            PREFIXES + "<datasets/" + id + "> a dcat:Dataset ; dct:title \"計測器\"@ja .",
            "graph/data/" + id,
            SENSORS.replace("East", id)));
    HttpResponse<String> before = pages.get("/ja/datasets/" + id + "/" + path);
    assertFalse(before.body().contains("秋葉原"), before.body());
    String named = STATIONS.replace("East", id);
    pages.commit("named", Map.of("graph/data/stations", named));
    HttpResponse<String> after =
        pages.get(
            "/ja/datasets/" + id + "/" + path,
            "If-None-Match",
            before.headers().firstValue("ETag").orElseThrow());
    assertEquals(200, after.statusCode());
    assertTrue(after.body().contains("秋葉原"), after.body());
    pages.commit("restored", Map.of("graph/data/stations", STATIONS));
  }

  @Test
  void spreadsheet_hasTheSizeAndChecksumThatArePromised_alsoWithNames() {
    HttpResponse<byte[]> sheet = pages.bytes("/ja/datasets/sensors/spreadsheet.csv");
    assertEquals(
        Integer.toString(sheet.body().length),
        sheet.headers().firstValue("Content-Length").orElseThrow());
    assertTrue(
        page("/ja/datasets/sensors/downloads")
            .contains(HexFormat.of().formatHex(Hash.of(sheet.body()).bytes())));
  }

  @Test
  void table_asLinkedData_isTheRowsThatAreShown() {
    String turtle = pages.get("/datasets/power/table.nt?q=%E4%B8%AD%E5%A4%AE%E5%8C%BA").body();
    assertTrue(turtle.contains("id/power/2>"), turtle);
    assertFalse(turtle.contains("id/power/1>"), turtle);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "table?page=0",
        "table?page=1000000000",
        "table?page=x",
        "table?class=None",
        "table?sort=none",
        "table?class=Facility&sort=hasGeometry",
        "table?column=none",
        "table?from=1",
        "table?column=note&from=1",
        "table?column=electricityDemand&from=many",
        "table?column=electricityDemand&from=NaN",
        "chart?x=none",
        "chart?x=note&class=Facility",
        "chart?y=note",
        "chart?measure=median",
        "data.geojson?class=EnergyObservation",
        "data.csv?class=None",
        "data.parquet?class=None",
        "data.nt?asOf=0",
        "data.nt?asOf=-1",
      })
  void wrongParameters_areToldApart(String path) {
    HttpResponse<String> response = pages.get("/datasets/power/" + path);
    assertEquals(400, response.statusCode(), response.body());
    assertTrue(response.body().contains("bad-request"), response.body());
  }

  @Test
  void longWords_areRefused_andHarmlessOnesAnswered() {
    assertEquals(400, pages.get("/datasets/power/table?q=" + "x".repeat(5_000)).statusCode());
    for (String words : List.of("%00", "%27%22%3C%3E", "%25", "(((", "*".repeat(200))) {
      assertEquals(200, pages.get("/datasets/power/table?q=" + words).statusCode(), words);
    }
  }

  @ParameterizedTest
  @CsvSource({
    "/datasets/power/table, '<a href=\"[^\"]*sort=observedAt\">'",
    "/datasets/power/chart, '<path class=\"series\" d=\"M[0-9. L]+\"'",
    "/datasets/power/chart?x=municipality&y=rows, '<rect x=\"[0-9.]+\"'",
    "/datasets/power/chart?x=electricityDemand, '<rect x=\"[0-9.]+\"'",
    "/datasets/power/downloads, 'spreadsheet-cp932.csv'",
  })
  void pages_showWhatTheyAreFor(String path, String expected) {
    String page = page(path);
    assertTrue(Pattern.compile(expected).matcher(page).find(), page);
  }

  @Test
  void chart_hasTheNumbersBesideIt() {
    String page = page("/en/datasets/power/chart?x=municipality&y=electricityDemand&measure=sum");
    assertTrue(page.contains("electricity demand (MW), sum by municipality"), page);
    assertTrue(
        page.matches(
            "(?s).*Chiyoda City\\s*</th><td class=\"number\">30,462</td><td"
                + " class=\"number\">2</td>.*"),
        page);
  }

  @Test
  void csv_isRaw_forPrograms_andHarmless_forSpreadsheets() {
    String raw = pages.get("/datasets/power/data.csv").body();
    assertTrue(raw.startsWith("iri,observedAt,municipality,electricityDemand,note\r\n"), raw);
    assertTrue(raw.contains(",\"=HYPERLINK(\"\"http://x\"\")\"\r\n"), raw);
    String sheet = pages.get("/en/datasets/power/spreadsheet.csv").body();
    assertEquals('\uFEFF', sheet.charAt(0));
    assertTrue(sheet.contains("electricity demand (MW)"), sheet);
    assertTrue(sheet.contains("\"'=HYPERLINK(\"\"http://x\"\")\""), sheet);
    assertTrue(sheet.contains(",-2,"), "a negative number is no formula: " + sheet);
    assertTrue(sheet.contains("Chiyoda City"), sheet);
  }

  @Test
  void cp932_countsWhatItLacks() {
    HttpResponse<String> response = pages.get("/ja/datasets/power/spreadsheet-cp932.csv");
    assertEquals("1", response.headers().firstValue("Machinami-Replaced-Characters").orElseThrow());
    assertTrue(page("/ja/datasets/power/downloads").contains("表せない 1 文字を「〓」に"));
  }

  @Test
  void sizeAndChecksum_areTheOnesOfTheFile() {
    HttpResponse<String> csv = pages.get("/datasets/power/data.csv");
    byte[] bytes = csv.body().getBytes(StandardCharsets.UTF_8);
    String sha256 = HexFormat.of().formatHex(Hash.of(bytes).bytes());
    assertTrue(page("/datasets/power/downloads").contains(sha256));
    assertEquals(
        Integer.toString(bytes.length), csv.headers().firstValue("Content-Length").orElseThrow());
    assertEquals(
        304,
        pages
            .get(
                "/datasets/power/data.csv",
                "If-None-Match",
                csv.headers().firstValue("ETag").orElseThrow())
            .statusCode());
  }

  @Test
  void geoJson_isOfTheTableWithPlaces() throws Exception {
    JsonNode json = JSON.readTree(pages.get("/datasets/power/data.geojson").body());
    assertEquals(1, json.get("features").size());
    JsonNode feature = json.get("features").get(0);
    assertEquals("[139.5,35.25]", feature.at("/geometry/coordinates").toString());
    assertEquals("変電所", feature.at("/properties/label_ja").asText());
  }

  @Test
  void version_saysWhatChanged_andLeadsToTheDataAsTheyWere() {
    String page = page("/ja/datasets/power/versions/3");
    assertTrue(page.contains("値を直した"), page);
    assertTrue(page.contains("追加 1 件、削除 1 件、変更 1 件"), page);
    assertTrue(page.matches("(?s).*<del>.*30463.*</del>.*<ins>.*30464.*</ins>.*"), page);
    assertTrue(pages.get("/datasets/power/data.nt?asOf=1").body().contains("30463"));
    assertTrue(pages.get("/datasets/power/data.nt?asOf=2").body().contains("30463"));
    assertTrue(pages.get("/datasets/power/data.nt?asOf=3").body().contains("30464"));
    for (String wrong : List.of("2", "0", "x", "99999999999999999999")) {
      assertEquals(404, pages.get("/datasets/power/versions/" + wrong).statusCode(), wrong);
    }
  }

  @Test
  void datasetPage_saysWhatOneMayDo_whereItComesFrom_andWhatIsRelated() {
    String page = page("/ja/datasets/power");
    for (String expected :
        List.of(
            "<strong>毎時</strong>の需要",
            "商用利用",
            "出典の表示",
            "第 3 コミット",
            "別の電力",
            "同じもの（千代田区など）",
            "同じ提供者です",
            "data.csv",
            "@misc{power,")) {
      assertTrue(page.contains(expected), expected + " in " + page);
    }
  }

  @Test
  void schemaOrg_saysWhatThePageSays_andEndsNoScript() throws Exception {
    String page = page("/en/datasets/power");
    Matcher script =
        Pattern.compile("<script type=\"application/ld\\+json\">([^<]*)</script>").matcher(page);
    assertTrue(script.find(), page);
    assertEquals(
        1, page.split("<script", -1).length - 1, "nothing in the data begins another script");
    JsonNode json = JSON.readTree(script.group(1));
    assertEquals("Dataset", json.get("@type").asText());
    assertEquals("Power </script><script>alert(1)</script>", json.get("name").asText());
    assertEquals("電力", json.get("alternateName").asText());
    assertEquals("Sample Power", json.at("/creator/0/name").asText());
    assertEquals("2026-07-01/..", json.get("temporalCoverage").asText());
    assertEquals("2026-11-20", json.get("dateModified").asText());
    assertEquals("https://creativecommons.org/licenses/by/4.0/", json.get("license").asText());
    assertTrue(json.get("isAccessibleForFree").asBoolean());
    assertEquals("MW", unit(json));
    assertEquals("Demand [by the hour](https://city.example/)", json.get("description").asText());
    assertEquals("electricity", json.at("/keywords/0").asText());
    JsonNode file = json.at("/distribution/0");
    assertEquals("DataDownload", file.get("@type").asText());
    assertEquals(
        PagesServer.BASE + "datasets/power/files/power.csv", file.get("contentUrl").asText());
    assertEquals("CSV", file.get("encodingFormat").asText());
    assertEquals("Tokyo", json.at("/spatialCoverage/0/name").asText());
    JsonNode extent = json.at("/spatialCoverage/1/geo");
    assertEquals("GeoShape", extent.get("@type").asText());
    assertEquals("35.25 139.5 35.25 139.5", extent.get("box").asText());
  }

  private static String unit(JsonNode json) {
    for (JsonNode variable : json.get("variableMeasured")) {
      if (variable.get("name").asText().equals("electricity demand")) {
        return variable.get("unitText").asText();
      }
    }
    return "";
  }

  @Test
  void croissant_isNamedByThePageAndItsHeader() {
    HttpResponse<String> page = pages.get("/en/datasets/power", "Accept", "text/html");
    String profile = "http://mlcommons.org/croissant/1.0";
    assertTrue(
        page.body()
            .contains(
                "<link rel=\"alternate\" type=\"application/ld+json;profile=&#34;"
                    + profile
                    + "&#34;\" title=\"Croissant\""
                    + " href=\"../../en/datasets/power/croissant.json\">"),
        page.body());
    String header =
        "<%sdatasets/power/croissant.json>; rel=\"alternate\"; type=\"application/ld+json\"; profile=\"%s\""
            .formatted(PagesServer.BASE, profile);
    assertTrue(page.headers().allValues("Link").contains(header), page.headers().toString());
    HttpResponse<String> past = pages.get("/en/datasets/power?asOf=1", "Accept", "text/html");
    assertFalse(past.body().contains("croissant"), "there is none of the past");
  }

  @Test
  void croissant_namesFilesByTheirChecksum_andColumnsThatAreInThem() throws Exception {
    JsonNode json = JSON.readTree(pages.get("/en/datasets/power/croissant.json").body());
    assertEquals("http://mlcommons.org/croissant/1.0", json.get("conformsTo").asText());
    for (JsonNode file : json.get("distribution")) {
      String address = file.get("contentUrl").asText().substring(PagesServer.BASE.length() - 1);
      byte[] bytes = pages.bytes(address).body();
      assertEquals(
          HexFormat.of().formatHex(Hash.of(bytes).bytes()), file.get("sha256").asText(), address);
      assertEquals(bytes.length + " B", file.get("contentSize").asText(), address);
      if (file.get("encodingFormat").asText().equals("application/vnd.apache.parquet")) {
        continue; // record sets are of the CSV
      }
      List<String> head =
          List.of(new String(bytes, StandardCharsets.UTF_8).split("\r\n", 2)[0].split(","));
      for (JsonNode records : json.get("recordSet")) {
        for (JsonNode field : records.get("field")) {
          if (field.at("/source/fileObject/@id").asText().equals(file.get("@id").asText())) {
            assertTrue(
                head.contains(field.at("/source/extract/column").asText()), field.toString());
          }
        }
      }
    }
    assertEquals(2, json.get("recordSet").size());
    assertEquals(4, json.get("distribution").size(), "each table as CSV and as Parquet");
  }
}
