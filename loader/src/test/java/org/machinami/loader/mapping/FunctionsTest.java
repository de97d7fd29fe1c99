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
