package org.machinami.loader.proposal;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ValuesTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "2026-04-01|DATE",
        "2026/4/1|DATE_IN_TEXT",
        "２０２６年４月１日|DATE_IN_TEXT",
        "令和8年4月1日|DATE_OF_ERA",
        "R8.4.1|DATE_OF_ERA",
        "2026-04|MONTH",
        "9:30|TIME",
        "2026-04-01 09:30|DATE_TIME",
        "2026|YEAR",
        "131016|LOCAL_GOVERNMENT_CODE",
        "131017|INTEGER",
        "13101|MUNICIPALITY_CODE",
        "53394611|MESH_CODE",
        "7000012050002|CORPORATE_NUMBER",
        "03-3201-3331|TELEPHONE",
        "100-0001|POSTAL_CODE",
        "https://例.jp/a|URL",
        "a@example.org|EMAIL",
        "有|FLAG",
        "-12|INTEGER",
        "12.5|DECIMAL",
        "1,234人|NUMBER_IN_TEXT",
        "３基|NUMBER_IN_TEXT",
        "ニシグチトイレ|KANA",
        "西口トイレ|JAPANESE",
        "West exit|LATIN",
        "POINT(139 35)|GEOMETRY"
      })
  void kind_isByHowItIsWritten(String value, ValueKind kind) {
    assertEquals(kind, Values.kind(value));
  }
}
