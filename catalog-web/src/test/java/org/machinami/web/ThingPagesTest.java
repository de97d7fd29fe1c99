package org.machinami.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the page of a thing says: where it is, who says what of it, who points to it. */
final class ThingPagesTest {
  private static final String PREFIXES =
      """
      PREFIX city: <https://machinami.org/vocab/city#>
      PREFIX dcat: <http://www.w3.org/ns/dcat#>
      PREFIX dct: <http://purl.org/dc/terms/>
      PREFIX geo: <http://www.opengis.net/ont/geosparql#>
      PREFIX rdfs: <http://www.w3.org/2000/01/rdf-schema#>
      """;
  private static final String WARDS =
      """
      <id/municipality/13104> a city:Municipality ; rdfs:label "新宿区"@ja , "Shinjuku City"@en ;
        city:municipalityCode "13104" ; geo:hasGeometry <id/municipality/13104#geometry> .
      <id/municipality/13104#geometry> geo:asWKT "POINT(139.70357 35.69389)"^^geo:wktLiteral .
      <id/municipality/13105> a city:Municipality ; rdfs:label "文京区"@ja ;
        geo:hasGeometry <id/municipality/13105#geometry> .
      <id/municipality/13105#geometry> geo:asWKT "POINT(x)"^^geo:wktLiteral .
      """;
  private static final String POPULATION =
      """
      <id/municipality/13104> city:population 349385 .
      """;
  private static final String PARKS =
      """
      <id/park/1> a city:Park ; rdfs:label "中央公園"@ja , "Central Park"@en ;
        city:municipality <id/municipality/13104> ; city:note "芝生"@ja .
      <id/park/2> a city:Park ; rdfs:label "戸山公園"@ja ; city:municipality <id/municipality/13104> .
      """;
  private static final int STATIONS = 300;
  private static final int MANY = 50_001;

  @TempDir static Path directory;
  private static PagesServer pages;

  @BeforeAll
  static void start() throws Exception {
    pages = new PagesServer(directory.resolve("data"));
    commit("stations", "駅", stations());
    commit("wards", "区", WARDS);
    commit("population", "人口", POPULATION);
    commit("parks", "公園", PARKS);
    pages.commit(
        "plan",
        Map.of(
            "graph/metadata/plan",
            metadata("plan", "計画").replace(" .", " ; dct:spatial <id/municipality/13104> .")));
  }

  @AfterAll
  static void stop() {
    pages.close();
  }

  private static void commit(String id, String title, String data) {
    pages.commit(
        id,
        Map.of("graph/metadata/" + id, metadata(id, title), "graph/data/" + id, PREFIXES + data));
  }

  private static String metadata(String id, String title) {
    return PREFIXES + "<datasets/" + id + "> a dcat:Dataset ; dct:title '" + title + "'@ja .";
  }

  /** More than a page names, read before those of the parks. */
  private static String stations() {
    StringBuilder turtle = new StringBuilder();
    for (int i = 0; i < STATIONS; i++) {
      turtle.append(
          "<id/station/%1$d> a city:Station ; rdfs:label '駅 %1$d'@ja ; city:municipality <id/municipality/13104> .%n"
              .formatted(i));
    }
    return turtle.toString();
  }

  private static String page(String path) {
    HttpResponse<String> response = pages.get(path, "Accept", "text/html");
    assertEquals(200, response.statusCode(), response.body());
    return response.body();
  }

  /** The text of a section, without marks, its spaces made one. */
  private static String section(String page, String heading) {
    Matcher section =
        Pattern.compile(
                "<section[^>]*aria-labelledby=\"" + heading + "\">(.*?)</section>", Pattern.DOTALL)
            .matcher(page);
    assertTrue(section.find(), heading + " is not in " + page);
    return section.group(1).replaceAll("<[^>]*>", " ").replaceAll("\\s+", " ").strip();
  }

  @Test
  void place_isInWordsBelowTheMap_andNoFact() {
    String page = page("/ja/doc/municipality/13104");
    assertTrue(section(page, "map").contains("北緯 35.69389 度、東経 139.70357 度"), page);
    assertFalse(page.contains("POINT("), page);
    assertTrue(
        section(page("/en/doc/municipality/13104"), "map").contains("35.69389° N, 139.70357° E"));
  }

  @Test
  void place_thatCannotBeDrawn_isToldAsItIs() {
    assertTrue(section(page("/ja/doc/municipality/13105"), "facts").contains("POINT(x)"));
  }

  @Test
  void facts_ofOneDataset_nameItOnce() {
    String facts = section(page("/ja/doc/park/1"), "facts");
    assertTrue(facts.contains("出典： 公園"), facts);
    assertEquals(2, facts.split("出典").length, facts);
    assertTrue(facts.contains("芝生"), facts);
  }

  @Test
  void facts_ofSeveralDatasets_standUnderEach() {
    String facts = section(page("/ja/doc/municipality/13104"), "facts");
    assertTrue(facts.matches(".*出典： 区 .*13104.*出典： 人口 .*349385.*"), facts);
  }

  @Test
  void whatPointsToIt_isCountedByDataset_andTheManyDoNotHideTheFew() {
    String page = page("/ja/doc/municipality/13104");
    String pointing = section(page, "incoming");
    assertTrue(pointing.matches(".*駅 300 件が参照.*公園 2 件が参照.*"), pointing);
    assertTrue(pointing.contains("中央公園"), pointing);
    assertTrue(pointing.contains("戸山公園"), pointing);
    assertFalse(pointing.contains("一部だけ"), pointing);
    assertTrue(
        page.contains("href=\"../../../ja/datasets/parks/table?q=%E6%96%B0%E5%AE%BF%E5%8C%BA\""),
        page);
    String speaking = section(page, "in-datasets");
    assertTrue(speaking.matches(".*人口 .*区 .*駅 300 件が参照 公園 2 件が参照"), speaking);
  }

  @Test
  void tableOfWhatPointsToIt_hasThoseRows() {
    String table = page("/ja/datasets/parks/table?q=%E6%96%B0%E5%AE%BF%E5%8C%BA");
    assertTrue(table.contains("中央公園"), table);
  }

  @Test
  void datasetsWhoseDescriptionNamesIt_areListedApart() {
    String page = page("/ja/doc/municipality/13104");
    assertTrue(section(page, "described-by").endsWith("計画"), page);
    assertFalse(section(page, "incoming").contains("計画"));
  }

  @Test
  void municipality_leadsToItsDatasetsAndItsCoverage() {
    String page = page("/ja/doc/municipality/13104");
    for (String path : new String[] {"datasets?municipality=13104", "coverage/13104"}) {
      assertTrue(page.contains("href=\"../../../ja/" + path + "\""), path);
      assertEquals(200, pages.get("/ja/" + path).statusCode(), path);
    }
    assertFalse(page("/ja/doc/park/1").contains("/coverage/"));
  }

  @Test
  void moreThanIsCounted_isSaid() {
    StringBuilder turtle = new StringBuilder();
    for (int i = 0; i < MANY; i++) {
      turtle.append("<id/row/").append(i).append("> city:near <id/place/crowded> .\n");
    }
    commit("many", "多数", turtle.toString());
    String pointing = section(page("/ja/doc/place/crowded"), "incoming");
    assertTrue(pointing.contains("一部だけを数えて"), pointing);
    assertTrue(pointing.contains("50,000 件が参照"), pointing);
  }
}
