package org.machinami.loader.mapping;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.machinami.loader.LoadException;

class FunctionsTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "trim|' 　東京　 '|東京",
        "normalise|'ＡＢＣ　１２３ｱｲｳ '|ABC 123アイウ",
        "lower|ABC|abc",
        "upper|abc|ABC",
        "number|'１，２３４'|1234",
        "number|△5.5|-5.5",
        "number|▲ 5|-5",
        "number|'1,200円'|1200",
        "number|80%|80",
        "number|-|",
        "number|…|",
        "municipalityCode|131016|13101",
        "municipalityCode|13101|13101",
        "municipalityCode|１３１０１|13101",
        "municipalityCode|1100|01100",
        "localGovernmentCode|13101|131016",
        "localGovernmentCode|01100|011002",
        "localGovernmentCode|13113|131130",
        "kanjiNumber|二十三|23",
        "kanjiNumber|一二三|123",
        "kanjiNumber|千二百五|1205",
        "kanjiNumber|三万|30000",
        "kanjiNumber|１２|12",
        "kanjiNumber|二〇二六|2026",
        "chome|霞が関三丁目1番|霞が関3丁目1番",
        "chome|西新宿二十一丁目|西新宿21丁目",
        "chome|銀座４丁目|銀座4丁目",
        "chome|三田|三田",
        "serviceTime|5:55|05:55:00",
        "serviceTime|25:10:00|25:10:00",
        "meshSize|53394519|1000",
        "meshSize|533945|10000",
        "meshSize|5339451911|250",
        "meshPolygon|53394519|POLYGON((139.7375 35.675, 139.75 35.675, 139.75 35.6833333333,"
            + " 139.7375 35.6833333333, 139.7375 35.675))",
        "meshCentroid|53394519|POINT(139.74375 35.6791666667)",
        "meshCentroid|533945194|POINT(139.746875 35.68125)",
        "meshPolygon|5339|POLYGON((139 35.3333333333, 140 35.3333333333, 140 36, 139 36,"
            + " 139 35.3333333333))",
        "date|令和5年4月1日|2023-04-01",
        "date|R5.4.1|2023-04-01",
        "date|平成元年1月8日|1989-01-08",
        "date|Ｈ３１／４／３０|2019-04-30",
        "date|昭和64-1-7|1989-01-07",
        "date|2023/4/1|2023-04-01",
        "date|2023年4月1日|2023-04-01",
        "date|20230401|2023-04-01",
        "dateTime|2023-01-01 00:00:00.000000+0900|2023-01-01T00:00:00+09:00",
        "dateTime|2023/1/1 9:05|2023-01-01T09:05:00+09:00",
        "dateTime|2023-01-01T09:05:00.250Z|2023-01-01T09:05:00.25Z",
        "dateTime|令和5年1月1日 9時05分|2023-01-01T09:05:00+09:00",
        "dateTime|2023-01-01|2023-01-01T00:00:00+09:00",
        "time|9:05|09:05:00",
        "time|24:00|24:00:00",
        "time|９時０５分|09:05:00",
        "split|'a; b、c'|a,b,c",
      })
  void apply_value_gives(String function, String value, String expected) {
    String wanted = expected == null ? "" : expected;
    assertEquals(wanted, String.join(",", apply(function, Map.of(), value)));
  }

  @ParameterizedTest
  @CsvSource({
    "number,twelve,row.number",
    "kanjiNumber,二x,row.number",
    "kanjiNumber,九九九九九九九九九九九九九九九九九九九九,row.number",
    "serviceTime,7:61,row.service-time",
    "serviceTime,100:00:00,row.service-time",
    "municipalityCode,131017,row.check-digit",
    "municipalityCode,12,row.municipality-code",
    "municipalityCode,1310x,row.municipality-code",
    "meshPolygon,5339451,row.mesh-code",
    "meshPolygon,53399519,row.mesh-code",
    "meshPolygon,533945190,row.mesh-code",
    "date,2023-02-30,row.date",
    "date,昨日,row.date",
    "time,25:10,row.time",
    "dateTime,2023-01-01 24:30,row.time",
  })
  void apply_wrongValue_isRefused(String function, String value, String reason) {
    RowRefusal e = assertThrows(RowRefusal.class, () -> apply(function, Map.of(), value));
    assertEquals(reason, e.key());
  }

  private static List<String> place(String function, String option, String value, String... of) {
    return apply(function, Map.of(option, List.of(value)), of);
  }

  @Test
  void position_planeRectangular_isInDegreesWithXAsNorth() {
    assertEquals(
        List.of("POINT(140.087855042 36.103774791)"),
        place("position", "crs", "EPSG:6677", "11543.6883", "２２９１６.２４３６"));
    assertEquals(
        List.of("POINT(139.77 35.68)"), place("position", "crs", "EPSG:6668", "35.68", "139.77"));
  }

  @Test
  void toCrs84_exchangedAxes_areSetRight() {
    assertEquals(
        List.of("LINESTRING(139.5 35.5, 140 36)"),
        place("toCRS84", "crs", "EPSG:4326", "LINESTRING(35.5 139.5, 36 140)"));
  }

  @Test
  void meshCode_longitudeAndLatitude_isTheCell() {
    assertEquals(List.of("53394611"), place("meshCode", "level", "8", "139.767125", "35.681236"));
  }

  @Test
  void places_wrong_areRefusedByRow() {
    for (String[] wrong :
        new String[][] {
          {"position", "crs", "6677", "row.number", "x", "1"},
          {"position", "crs", "6677", "row.number", "1e999999999", "1"},
          {"position", "crs", "6677", "row.two-numbers", "1"},
          {"position", "crs", "6677", "row.plane", "99999999", "99999999"},
          {"toCRS84", "crs", "6677", "row.plane", "POINT(1)"},
          {"meshCode", "level", "8", "row.outside-mesh", "35.68", "139.77"}
        }) {
      String[] of = Arrays.copyOfRange(wrong, 4, wrong.length);
      RowRefusal e =
          assertThrows(RowRefusal.class, () -> place(wrong[0], wrong[1], wrong[2], of), wrong[3]);
      assertEquals(wrong[3], e.key());
    }
  }

  @Test
  void places_unknownSystemOrLevel_stopTheMapping() {
    for (String[] wrong :
        new String[][] {{"position", "crs", "EPSG:4301"}, {"meshCode", "level", "7"}}) {
      LoadException e =
          assertThrows(LoadException.class, () -> place(wrong[0], wrong[1], wrong[2], "1", "1"));
      assertEquals("mapping.function-value", e.key());
      assertTrue(e.getMessage().contains(wrong[2]), e.getMessage());
    }
  }

  @Test
  void lookup_table_givesEntryOtherwiseOrRefusal() {
    Map<String, List<String>> table = Map.of("entry", List.of("0=holiday", "1=weekday"));
    assertEquals(List.of("weekday"), apply("lookup", table, "1"));
    assertEquals(
        "row.lookup", assertThrows(RowRefusal.class, () -> apply("lookup", table, "9")).key());
    Map<String, List<String>> open = new HashMap<>(table);
    open.put("otherwise", List.of("other"));
    assertEquals(List.of("other"), apply("lookup", open, "9"));
  }

  @Test
  void concat_severalInputs_areJoined() {
    assertEquals(List.of("a-b"), apply("concat", Map.of("separator", List.of("-")), "a", "b"));
  }

  @Test
  void extract_pattern_givesTheGroupOrNothing() {
    Map<String, List<String>> floor = Map.of("pattern", List.of("(\\d+)階"));
    assertEquals(List.of("3"), apply("extract", floor, "本庁舎3階"));
    assertEquals(List.of(), apply("extract", floor, "別館"));
  }

  @Test
  void meshAncestor_level_isShorterCode() {
    assertEquals(
        List.of("533945"), apply("meshAncestor", Map.of("level", List.of("6")), "53394519"));
  }

  @Test
  void of_unknownFunction_suggests() {
    LoadException e = assertThrows(LoadException.class, () -> apply("meshPoligon", Map.of(), "1"));
    assertTrue(e.getMessage().contains("Nearest: meshPolygon"), e::getMessage);
  }

  @Test
  void of_unknownOption_isRefused() {
    LoadException e =
        assertThrows(LoadException.class, () -> apply("trim", Map.of("level", List.of("6")), "1"));
    assertEquals("mapping.function-unknown-option", e.key());
  }

  private static List<String> apply(
      String function, Map<String, List<String>> options, String... values) {
    List<String> out = new ArrayList<>();
    Functions.of(new FunctionCall(function, Arrays.asList(values), new FunctionOptions(options)))
        .apply(List.of(values), out::add);
    return out;
  }
}
