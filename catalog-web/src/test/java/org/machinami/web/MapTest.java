package org.machinami.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The maps of datasets and what they ask for. */
final class MapTest {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final int MOST_FEATURES = 3_000;
  private static final int MOST_BYTES = 3_000_000;
  private static final int MANY = 8_000;
  private static final String PREFIXES =
      """
      PREFIX city: <https://machinami.org/vocab/city#>
      PREFIX dcat: <http://www.w3.org/ns/dcat#>
      PREFIX dct: <http://purl.org/dc/terms/>
      PREFIX geo: <http://www.opengis.net/ont/geosparql#>
      PREFIX rdfs: <http://www.w3.org/2000/01/rdf-schema#>
      PREFIX sosa: <http://www.w3.org/ns/sosa/>
      """;
  private static final String BUILDINGS =
      """
      <id/building/1> a city:Building ; rdfs:label "庁舎"@ja , "City hall"@en ; city:height 40.5 ;
        city:buildingUse "官公庁"@ja ; geo:hasGeometry <id/building/1#geometry> .
      <id/building/1#geometry> geo:asWKT "POLYGON((139 35, 139.01 35, 139.01 35.01, 139 35.01, 139 35))"^^geo:wktLiteral .
      <id/building/2> a city:Building ; rdfs:label "<img src=x onerror=alert(1)>" ; city:height 12 ;
        city:buildingUse "住宅"@ja ; geo:hasGeometry <id/building/2#a> , <id/building/2#b> .
      <id/building/2#a> geo:asWKT "POINT(139.5 35.5)"^^geo:wktLiteral .
      <id/building/2#b> geo:asWKT "POINT(139.6 35.5)"^^geo:wktLiteral .
      <id/building/3> a city:Building ; rdfs:label "位置なし"@ja ; city:height 7 ; city:buildingUse "住宅"@ja ;
        geo:hasGeometry <id/building/3#geometry> .
      <id/building/3#geometry> geo:asWKT "POINT(abc)"^^geo:wktLiteral .
      <id/building/4> a city:Building ; rdfs:label "フィジー"@ja ; city:height 3 ; geo:hasGeometry <id/building/4#geometry> .
      <id/building/4#geometry> geo:asWKT "POINT(-179.5 -17)"^^geo:wktLiteral .
      """;

  private static final String LINES =
      """
      <id/railway-line/jy> a city:RailwayLine ; rdfs:label "山手線"@ja , "Yamanote Line"@en ; city:lineCode "JY" ;
        geo:hasGeometry <id/railway-line/jy#geometry> .
      <id/railway-line/jy#geometry> geo:asWKT "LINESTRING(139.7 35.69, 139.71 35.7, 139.72 35.73)"^^geo:wktLiteral .
      <id/railway-line/oy> a city:RailwayLine ; rdfs:label "小田急線"@ja , "Odakyu Line"@en ; city:lineCode "OH" ;
        geo:hasGeometry <id/railway-line/oy#geometry> .
      <id/railway-line/oy#geometry> geo:asWKT "MULTILINESTRING((139.4 35.5, 139.5 35.6), (139.5 35.65, 139.6 35.68))"^^geo:wktLiteral .
      """;

  @TempDir static Path directory;
  private static PagesServer pages;

  @BeforeAll
  static void start() throws Exception {
    pages = new PagesServer(directory.resolve("data"));
    commit("buildings", BUILDINGS);
    commit("words", "<id/word/1> a city:Facility ; rdfs:label '場所のないもの'@ja .");
    commit("points", points());
    commit("outlines", outlines());
    commit("flow", flow());
    commit("lines", LINES);
    commit(
        "wards",
        """
        <id/municipality/13101> a city:Municipality ; rdfs:label "千代田区"@ja , "Chiyoda"@en ;
          city:municipalityCode "13101" ; geo:hasGeometry <id/municipality/13101#boundary> .
        <id/municipality/13101#boundary> geo:asWKT "POLYGON((139.73 35.66, 139.78 35.66, 139.78 35.7, 139.73 35.66))"^^geo:wktLiteral .
        """);
  }

  private static void commit(String id, String data) {
    pages.commit(
        id,
        Map.of(
            "graph/metadata/" + id,
            PREFIXES + "<datasets/" + id + "> a dcat:Dataset ; dct:title '" + id + "'@en .",
            "graph/data/" + id,
            PREFIXES + data));
  }

  private static String points() {
    StringBuilder turtle = new StringBuilder();
    for (int i = 0; i < MANY; i++) {
      turtle.append(
          String.format(
              Locale.ROOT,
              "<id/tree/%1$d> a city:Facility ; rdfs:label '木 %1$d'@ja ; city:height %2$d ; geo:hasGeometry <id/tree/%1$d#g> .%n"
                  + "<id/tree/%1$d#g> geo:asWKT 'POINT(%3$.5f %4$.5f)'^^geo:wktLiteral .%n",
              i,
              i % 100,
              139 + (i % 100) / 100.0,
              35 + Math.floor(i / 100.0) / 100));
    }
    return turtle.toString();
  }

  /** Fifty shapes of which no corner can be left out: 4 MB of coordinates. */
  private static String outlines() {
    StringBuilder turtle = new StringBuilder();
    for (int i = 0; i < 50; i++) {
      StringBuilder ring = new StringBuilder();
      for (int j = 0; j < 4_000; j++) {
        double angle = 2 * Math.PI * j / 4_000;
        double radius = j % 2 == 0 ? 0.4 : 0.2;
        ring.append(
            String.format(
                Locale.ROOT,
                "%.6f %.6f, ",
                139 + i / 10.0 + radius * Math.cos(angle),
                35 + radius * Math.sin(angle)));
      }
      ring.append(String.format(Locale.ROOT, "%.6f 35", 139 + i / 10.0 + 0.4));
      turtle.append(
          String.format(
              Locale.ROOT,
              "<id/area/%1$d> a city:Facility ; geo:hasGeometry <id/area/%1$d#g> .%n"
                  + "<id/area/%1$d#g> geo:asWKT 'POLYGON((%2$s))'^^geo:wktLiteral .%n",
              i,
              ring));
    }
    return turtle.toString();
  }

  /** Cells of half a kilometre, more than can be shown, each with two rows. */
  private static String flow() {
    StringBuilder turtle = new StringBuilder();
    for (int i = 0; i < 800; i++) {
      for (int quarter = 1; quarter <= 4; quarter++) {
        String code = "5339" + i / 100 % 8 + i / 100 % 8 + i / 10 % 10 + i % 10 + quarter;
        for (int hour = 0; hour < 2; hour++) {
          turtle.append(
              String.format(
                  Locale.ROOT,
                  "<id/flow/%1$s-%2$d> a city:PeopleFlowObservation ; sosa:hasFeatureOfInterest <id/mesh/%1$s> ; city:stayPopulation %3$d .%n",
                  code,
                  hour,
                  100 * quarter + 50 * hour));
        }
      }
    }
    turtle.append("<id/flow/z> a city:PeopleFlowObservation ; city:stayPopulation 1 .\n");
    return turtle.toString();
  }

  @AfterAll
  static void stop() {
    pages.close();
  }

  private static JsonNode features(String id, String query) throws Exception {
    HttpResponse<String> answer = pages.get("/datasets/" + id + "/map.geojson?" + query);
    assertEquals(200, answer.statusCode(), answer.body());
    assertEquals("application/geo+json", answer.headers().firstValue("Content-Type").orElseThrow());
    assertTrue(answer.body().getBytes(StandardCharsets.UTF_8).length <= MOST_BYTES);
    JsonNode json = JSON.readTree(answer.body());
    assertEquals("FeatureCollection", json.get("type").asText());
    assertTrue(json.get("features").size() <= MOST_FEATURES);
    return json;
  }

  private static JsonNode json(double... numbers) {
    return JSON.valueToTree(numbers);
  }

  private static long rows(JsonNode json) {
    return StreamSupport.stream(json.get("features").spliterator(), false)
        .mapToLong(f -> f.at("/properties/rows").asLong())
        .sum();
  }

  @Test
  void things_haveNameShapeAndFacts_andWhatHasNoPlaceIsCounted() throws Exception {
    JsonNode json = features("buildings", "colour=height");
    assertEquals(3, json.get("places").asInt());
    assertEquals(1, json.get("unplaced").asInt());
    assertEquals(-179.5, json.at("/bbox/0").asDouble());
    // The corners of the hall cannot be told apart on a map of the world; those of the ward can.
    assertFalse(json.get("complete").asBoolean());
    assertTrue(features("wards", "zoom=14").get("complete").asBoolean());
    JsonNode hall = json.at("/features/0");
    assertEquals(PagesServer.BASE + "id/building/1", hall.get("id").asText());
    assertEquals("庁舎", hall.at("/properties/name").asText());
    assertEquals("Polygon", hall.at("/geometry/type").asText());
    JsonNode fact = hall.at("/properties/facts/0");
    assertEquals("40.5", fact.at("/values/0/text").asText());
    JsonNode column = json.get("columns").get(fact.get("column").asInt());
    assertEquals("高さ", column.get("label").asText());
    assertEquals("m", column.get("unit").asText());
    assertEquals("MultiPoint", json.at("/features/1/geometry/type").asText());
    assertEquals("<img src=x onerror=alert(1)>", json.at("/features/1/properties/name").asText());
  }

  @Test
  void rectangle_findsWhatTouchesIt_alsoOverTheDateLine() throws Exception {
    assertEquals(1, features("buildings", "bbox=139.005,35.005,139.2,35.2").get("inside").asInt());
    assertEquals(0, features("buildings", "bbox=0,0,1,1&zoom=9").get("features").size());
    JsonNode json = features("buildings", "bbox=170,-20,-170,20");
    assertEquals(PagesServer.BASE + "id/building/4", json.at("/features/0/id").asText());
    assertEquals(1, json.get("features").size());
  }

  @Test
  void lines_areLines_thatARectangleFinds() throws Exception {
    JsonNode json = features("lines", "zoom=14");
    assertEquals(2, json.get("places").asInt());
    assertTrue(json.get("complete").asBoolean());
    JsonNode yamanote = json.at("/features/0");
    assertEquals("山手線", yamanote.at("/properties/name").asText());
    assertEquals("LineString", yamanote.at("/geometry/type").asText());
    assertEquals(
        "[[139.7,35.69],[139.71,35.7],[139.72,35.73]]",
        yamanote.at("/geometry/coordinates").toString());
    assertEquals("MultiLineString", json.at("/features/1/geometry/type").asText());
    JsonNode west = features("lines", "bbox=139.45,35.5,139.55,35.66&zoom=14");
    assertEquals(1, west.get("features").size());
    assertEquals("小田急線", west.at("/features/0/properties/name").asText());
    assertTrue(pages.get("/datasets/lines/map").body().contains("<path class=\"line\""));
  }

  @Test
  void colours_areStepsOfNumbers_orClasses_withALegend() throws Exception {
    JsonNode numbers = features("buildings", "colour=height").get("colour");
    assertTrue(numbers.get("numbers").asBoolean());
    assertEquals("12 未満", numbers.at("/classes/0/label").asText());
    assertEquals("m", numbers.get("unit").asText());
    JsonNode classes = features("buildings", "colour=buildingUse");
    assertFalse(classes.at("/colour/numbers").asBoolean());
    // Two of three that have a place have a use, each another.
    assertEquals(2, classes.at("/colour/classes").size());
    assertEquals(-1, classes.at("/features/2/properties/class").asInt());
    HttpResponse<String> english = pages.get("/en/datasets/buildings/map.geojson?colour=height");
    assertEquals("Below 12", JSON.readTree(english.body()).at("/colour/classes/0/label").asText());
  }

  @Test
  void manyPoints_areOneWhereTheyAreClose_untilOneComesCloser() throws Exception {
    JsonNode all = features("points", "colour=height");
    assertEquals(MANY, all.get("inside").asInt());
    assertEquals(MANY, rows(all));
    assertTrue(all.get("features").size() < MANY / 2);
    assertEquals(json(139, 35, 139.99, 35.79), all.get("together"));
    assertFalse(all.get("complete").asBoolean());
    assertEquals("cluster", all.at("/features/0/properties/kind").asText());
    JsonNode near = features("points", "bbox=139,35,139.095,35.095&zoom=11");
    assertEquals(100, near.get("features").size());
    assertEquals("thing", near.at("/features/0/properties/kind").asText());
    // However small the squares: never more than so many.
    assertEquals(MANY, rows(features("points", "zoom=24")));
  }

  @Test
  void shapesOfMoreBytesThanAllowed_becomePoints() throws Exception {
    JsonNode json = features("outlines", "zoom=20");
    assertEquals(50, rows(json));
    assertEquals("Point", json.at("/features/0/geometry/type").asText());
    assertFalse(json.get("complete").asBoolean());
    JsonNode one = features("outlines", "zoom=20&bbox=143.85,35,143.86,35.01");
    assertEquals("Polygon", one.at("/features/0/geometry/type").asText());
  }

  @Test
  void cellsOfTheMesh_areMeansOfTheirRows_andLargerOnesWhereThereAreMany() throws Exception {
    JsonNode one = features("flow", "bbox=139.001,35.334,139.002,35.335&colour=stayPopulation");
    assertEquals(1, one.get("features").size());
    JsonNode cell = one.at("/features/0");
    assertEquals("cell", cell.at("/properties/kind").asText());
    assertEquals("メッシュ 533900001", cell.at("/properties/name").asText());
    assertEquals(2, cell.at("/properties/rows").asInt());
    assertEquals("125", cell.at("/properties/facts/0/values/0/text").asText());
    JsonNode all = features("flow", "colour=stayPopulation");
    assertEquals(3_200, all.get("places").asInt());
    assertEquals(1, all.get("unplaced").asInt());
    assertEquals(6_400, rows(all));
    assertEquals(800, all.get("features").size());
    assertEquals("275", all.at("/features/0/properties/facts/0/values/0/text").asText());
  }

  @Test
  void download_ofRowsThatNameCells_hasTheirAreas() throws Exception {
    String page = pages.get("/datasets/flow/map", "Accept", "text/html").body();
    assertTrue(page.contains("datasets/flow/data.geojson?class=PeopleFlowObservation\""), page);
    JsonNode all = JSON.readTree(pages.get("/datasets/flow/data.geojson").body());
    assertEquals(6_401, all.get("features").size());
    for (JsonNode feature : all.get("features")) {
      String type = feature.at("/geometry/type").asText();
      boolean placed = feature.get("properties").has("hasFeatureOfInterest");
      assertEquals(placed ? "Polygon" : "", type, feature::toString);
    }
    JsonNode corner = all.at("/features/0/geometry/coordinates/0/0");
    String downloads = pages.get("/datasets/flow/downloads", "Accept", "text/html").body();
    assertTrue(corner.get(0).asDouble() >= 139 && corner.get(1).asDouble() >= 35.3, "a place");
    assertTrue(downloads.contains("data.geojson"), downloads);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "bbox=1,2,3",
        "bbox=NaN,0,1,1",
        "bbox=Infinity,0,1,1",
        "bbox=0,50,1,40",
        "bbox=-181,0,1,1",
        "bbox=0,0,1,91",
        "bbox=a,b,c,d",
        "zoom=25",
        "zoom=-1",
        "zoom=NaN",
        "zoom=1e3",
        "colour=label",
        "colour=nothing",
        "class=nothing",
      })
  void badQuestions_are400(String query) {
    for (String path : new String[] {"map.geojson", "map"}) {
      assertEquals(400, pages.get("/datasets/buildings/" + path + "?" + query).statusCode(), query);
    }
  }

  @Test
  void tenThousandValues_areAnswered_orRefused() {
    String many = "1,".repeat(3_000) + "1";
    assertEquals(400, pages.get("/datasets/buildings/map.geojson?bbox=" + many).statusCode());
    String repeated = "bbox=139,35,140,36" + "&zoom=5".repeat(900);
    assertEquals(200, pages.get("/datasets/buildings/map.geojson?" + repeated).statusCode());
  }

  @ParameterizedTest
  @CsvSource({"words, map", "words, map.geojson", "none, map", "none, map.geojson"})
  void whatHasNoPlaces_hasNoMap(String id, String path) {
    assertEquals(404, pages.get("/datasets/" + id + "/" + path).statusCode());
  }

  @Test
  void map_isLinkedWhereThereIsOne() {
    for (String page : new String[] {"", "/table", "/chart", "/downloads"}) {
      assertTrue(
          pages.get("/datasets/buildings" + page).body().contains("datasets/buildings/map\""),
          page);
      assertFalse(pages.get("/datasets/words" + page).body().contains("datasets/words/map"), page);
    }
    assertTrue(pages.get("/datasets/flow/chart").body().contains("datasets/flow/map\""));
  }

  @Test
  void page_hasADrawingATableAndTheWayToAllRows_withoutScript() {
    String page = pages.get("/datasets/buildings/map").body();
    assertTrue(page.contains("<path class=\"area\""), page);
    assertTrue(page.contains("庁舎"));
    assertTrue(page.contains("datasets/buildings/table?class=Building\""));
    // Areas are coloured by their first number unless one says otherwise.
    assertTrue(page.contains("<option value=\"height\" selected>"), page);
    assertTrue(
        pages
            .get("/datasets/buildings/map?colour=none")
            .body()
            .contains("<option value=\"none\" selected>"));
    assertTrue(pages.get("/datasets/flow/map").body().contains("<path class=\"area\""));
  }

  @Test
  void answers_areKeptByTheirTag() {
    String path = "/datasets/buildings/map.geojson?zoom=9";
    String tag = pages.get(path).headers().firstValue("ETag").orElseThrow();
    assertEquals(304, pages.get(path, "If-None-Match", tag).statusCode());
  }

  @Test
  void background_isTheBoundariesAndRailwaysOfTheCatalogue_inTheLanguage() throws Exception {
    HttpResponse<String> answer = pages.get("/en/map/background.geojson");
    JsonNode json = JSON.readTree(answer.body());
    assertEquals(3, json.get("features").size(), answer.body());
    assertEquals("Chiyoda", json.at("/features/0/properties/name").asText());
    assertEquals("Polygon", json.at("/features/0/geometry/type").asText());
    assertEquals("Yamanote Line", json.at("/features/1/properties/name").asText());
    assertEquals("LineString", json.at("/features/1/geometry/type").asText());
    assertEquals("MultiLineString", json.at("/features/2/geometry/type").asText());
    String tag = answer.headers().firstValue("ETag").orElseThrow();
    assertEquals(304, pages.get("/en/map/background.geojson", "If-None-Match", tag).statusCode());
  }

  @Test
  void list_hasTheBoxesOfItsHits_andAFormForAnArea() {
    String page = pages.get("/datasets?q=wards&bbox=139,35,140,36").body();
    assertTrue(page.contains("data-boxes=\"139.73,35.66,139.78,35.7\""), page);
    assertTrue(page.contains("name=\"bbox\" value=\"139,35,140,36\""), page);
    assertTrue(page.contains("<details class=\"by-place\" id=\"by-place\" open>"), page);
  }
}
