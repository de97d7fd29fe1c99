package org.machinami.loader.source;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.StringJoiner;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.machinami.loader.LoadException;

class JsonReadingTest {

  private static final String FEATURES =
      """
      {"type":"FeatureCollection","features":[
       {"type":"Feature","id":7,"properties":{"名称":"東京","a.b":"x","n":{"m":1}},
        "geometry":{"type":"Point","coordinates":[139.700,35.6,12]}},
       {"type":"Feature","properties":{"名称":"港","id":"p"},
        "geometry":{"type":"Polygon","coordinates":[[[0,0],[1,0],[1,1],[0,0]]]}},
       {"type":"Feature","properties":{"名称":"無"},"geometry":null},
       {"type":"Feature","properties":{"名称":"壊"},"geometry":{"type":"Point","coordinates":[]}}]}
      """;

  private final List<String> rows = new ArrayList<>();

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      quoteCharacter = '`',
      value = {
        "$; {\"x\":1}; 1",
        "$[*]; [{\"x\":1},{\"x\":2}]; 1 2",
        "$.a.b[*]; {\"a\":{\"c\":[],\"b\":[{\"x\":1},{\"x\":2}]}}; 1 2",
        "$.a[*].b[*]; {\"a\":[{\"b\":[{\"x\":1}]},{\"b\":[{\"x\":2}]}]}; 1 2",
        "$['a b'][1]; {\"a b\":[{\"x\":1},{\"x\":2}]}; 2",
        "$.*; {\"p\":{\"x\":1},\"q\":{\"x\":2}}; 1 2",
        "$..[?(@.x > 1)]; {\"a\":[{\"x\":1},{\"x\":2}]}; 2",
        "$.none[*]; {\"a\":1}; ``",
      })
  void read_iterator_selectsRecords(String iterator, String json, String expected)
      throws IOException {
    read(JsonReading.json(iterator, Optional.empty(), SourceLimits.DEFAULT), json, "x");
    assertEquals(expected, String.join(" ", rows));
  }

  /** Also where the object's own members stand behind the records. */
  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      quoteCharacter = '`',
      value = {
        "$[*].tt[*]; [{\"id\":1,\"tt\":[{\"x\":7},{\"x\":8}]},{\"tt\":[{\"x\":9}],\"id\":2}]; x ^.id; 7|1 8|1 9|2",
        "$.a[*].b[*].c[*]; {\"a\":[{\"k\":1,\"b\":[{\"k\":2,\"c\":[3,4]}]}]}; ^.k ^^.k; 2|1 2|1",
        "$.a[*].b[1]; {\"a\":[{\"k\":1,\"b\":[{\"x\":5},{\"x\":6}]}]}; x ^['k']; 6|1",
        "$.a.b; {\"a\":{\"k\":1,\"b\":{\"x\":5}}}; x ^.k ^^.a.k; 5|1|1",
        "$.a[*]; {\"n\":{\"m\":1},\"a\":[{\"x\":5}]}; x ^.n.m ^.none; 5|1|",
        "$.a.*.b[*]; {\"a\":{\"p\":{\"k\":1,\"b\":[{\"x\":5}]}}}; x ^.k; 5|1",
        "$.a[*].b[*]; {\"a\":[{\"b\":{\"x\":5}},7,[]]}; x ^.k; |",
        "$[*].tt[*]; [{\"tt\":[{\"x\":7},{\"x\":8}]},{\"tt\":[{\"x\":9}]}]; x ~; 7|0 8|1 9|0",
        "$[*].tt[*]; [{\"id\":1,\"tt\":[{\"x\":7},{\"x\":8}]}]; x ~ ^.id; 7|0|1 8|1|1",
        "$.*; {\"p\":{\"x\":1},\"q\":{\"x\":2}}; x ~; 1|p 2|q",
        "$; {\"x\":1}; x ~; 1|",
      })
  void read_references_areAlsoTheObjectsAroundAndThePlaceThere(
      String iterator, String json, String references, String expected) throws IOException {
    JsonReading reading = JsonReading.json(iterator, Optional.empty(), SourceLimits.DEFAULT);
    read(reading, json, references.split(" ", -1));
    assertEquals(expected, String.join(" ", rows));
  }

  @ParameterizedTest
  @CsvSource({"$[*], ^.id", "$.a[*], ^^.id", "$..b[*], ^.id"})
  void read_referencesThatClimbTooHigh_areRefused(String iterator, String reference) {
    JsonReading reading = JsonReading.json(iterator, Optional.empty(), SourceLimits.DEFAULT);
    LoadException refused = assertThrows(LoadException.class, () -> read(reading, "[]", reference));
    assertTrue(refused.getMessage().contains(iterator), refused.getMessage());
  }

  @Test
  void read_references_areJsonPath() throws IOException {
    String json =
        """
        [{"title":{"ja":"駅"},"coord":[139.70,35],"a b":1e2,"tags":["p","q"],"no":null,"e":""}]
        """;
    SourceFinding finding =
        read(
            JsonReading.json("$[*]", Optional.empty(), SourceLimits.DEFAULT),
            json,
            "title.ja",
            "coord[0]",
            "['a b']",
            "tags",
            "tags[*]",
            "no",
            "e",
            "absent",
            "$.coord[?(@ > 100)]",
            "@row",
            "@file");
    assertEquals("駅|139.70|100|p,q|p,q|||" + "|139.70|1|t", rows.get(0));
    assertEquals(List.of("absent"), finding.unmatched());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "[[[139.7,35],[140,36,5]]]; LINESTRING(139.7 35, 140 36)",
        "[[[1,2],[3,4]],[[5,6],[7,8]]]; MULTILINESTRING((1 2, 3 4), (5 6, 7 8))",
        "[]; ''",
        "[[[1,2],[3]]]; !row.geometry LineString",
        "[[1,2],'x']; !row.geometry MultiLineString",
      })
  void read_listsOfPositions_areLines(String parts, String expected) throws IOException {
    StringJoiner shapes = new StringJoiner(",", "[{\"shapes\":[", "]}]");
    for (JsonNode part : new ObjectMapper().readTree(parts.replace('\'', '"'))) {
      shapes.add("{\"coords\":" + part + "}");
    }
    ReadRows read =
        ReadRows.of(
            JsonReading.json("$[*]", Optional.empty(), SourceLimits.DEFAULT),
            "a.json",
            shapes.toString().getBytes(StandardCharsets.UTF_8),
            "shapes[*].coords@lines");
    assertEquals(List.of(expected), read.rows());
  }

  @Test
  void read_geoJson_givesPropertiesAndGeometry() throws IOException {
    read(
        JsonReading.geoJson(Optional.empty(), SourceLimits.DEFAULT),
        FEATURES,
        "名称",
        "geometry.wkt",
        "geometry.type",
        "id",
        "a.b",
        "n.m");
    assertEquals(
        List.of(
            "東京|POINT(139.700 35.6)|Point|7|x|1",
            "港|POLYGON((0 0, 1 0, 1 1, 0 0))|Polygon|p||",
            "無|||||",
            "row.geometry Point"),
        rows);
  }

  @Test
  void read_planeCoordinates_areSetInDegrees() throws IOException {
    String json =
        "{\"crs\":{\"properties\":{\"name\":\"urn:ogc:def:crs:EPSG::6677\"}},\"features\":["
            + "{\"type\":\"Feature\",\"geometry\":{\"type\":\"LineString\","
            + "\"coordinates\":[[22916.2436,11543.6883],[0,0]]}}]}";
    read(JsonReading.geoJson(Optional.empty(), SourceLimits.DEFAULT), json, "geometry.wkt");
    assertEquals(List.of("LINESTRING(140.087855042 36.103774791, 139.833333333 36)"), rows);
  }

  @Test
  void read_systemNamedAfterTheFeatures_isRefused() {
    String json =
        "{\"features\":[{\"type\":\"Feature\"}],\"crs\":{\"properties\":{\"name\":\"EPSG:6677\"}}}";
    LoadException e =
        assertThrows(
            LoadException.class,
            () -> read(JsonReading.geoJson(Optional.empty(), SourceLimits.DEFAULT), json, "x"));
    assertEquals("source.crs-late", e.key());
  }

  @Test
  void read_coordinatesOfAnUnknownSystem_areRefused() {
    String json =
        "{\"crs\":{\"properties\":{\"name\":\"urn:ogc:def:crs:EPSG::4301\"}},\"features\":[]}";
    LoadException e =
        assertThrows(
            LoadException.class,
            () -> read(JsonReading.geoJson(Optional.empty(), SourceLimits.DEFAULT), json, "x"));
    assertEquals("source.crs", e.key());
    assertTrue(e.getMessage().contains("EPSG::4301"), e::getMessage);
  }

  @Test
  void read_brokenJson_saysLineAndColumn() {
    LoadException e =
        assertThrows(
            LoadException.class,
            () ->
                read(
                    JsonReading.json("$[*]", Optional.empty(), SourceLimits.DEFAULT),
                    "[{\"x\":1},\n{\"x\":}]",
                    "x"));
    assertTrue(e.getMessage().startsWith("d/t.json, line 2, column"), e::getMessage);
  }

  @Test
  void read_deepNesting_isRefused() {
    LoadException e =
        assertThrows(
            LoadException.class,
            () ->
                read(
                    JsonReading.json("$", Optional.empty(), SourceLimits.DEFAULT),
                    "[".repeat(100_000),
                    "x"));
    assertEquals("source.json-limit", e.key());
  }

  @Test
  void read_recordLargerThanMayBe_isRefusedOthersAreNot() throws IOException {
    SourceLimits small = new SourceLimits(20_000, 20_000, 10, 10, 0);
    String many = "[" + "{\"x\":1},".repeat(10_000) + "{\"x\":2}]";
    read(JsonReading.json("$[*]", Optional.empty(), small), many, "x");
    assertEquals(10_001, rows.size());
    LoadException e =
        assertThrows(
            LoadException.class,
            () -> read(JsonReading.json("$", Optional.empty(), small), many, "x"));
    assertEquals("source.json-record", e.key());
  }

  @Test
  void json_brokenIterator_isRefused() {
    LoadException e =
        assertThrows(
            LoadException.class,
            () -> JsonReading.json("$.a[*]]", Optional.empty(), SourceLimits.DEFAULT));
    assertEquals("mapping.json-path", e.key());
  }

  private SourceFinding read(JsonReading reading, String json, String... references)
      throws IOException {
    return reading.read(
        "d/t.json",
        new ByteArrayInputStream(json.getBytes(StandardCharsets.UTF_8)),
        List.of(references),
        0,
        row -> rows.add(text(row, references.length)));
  }

  private static String text(Row row, int slots) {
    if (!row.fault().isEmpty()) {
      return row.fault() + " " + row.faultDetail();
    }
    StringJoiner columns = new StringJoiner("|");
    for (int slot = 0; slot < slots; slot++) {
      StringJoiner values = new StringJoiner(",");
      for (int i = 0; i < row.count(slot); i++) {
        values.add(row.value(slot, i));
      }
      columns.add(values.toString());
    }
    return columns.toString();
  }
}
