package org.machinami.loader.repair;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.machinami.shapes.RepairKind;

class CellFormsTest {

  @ParameterizedTest
  @CsvSource(
      quoteCharacter = '|',
      value = {
        "|1,234|, 1234",
        "１２３, 123",
        "|¥1,200|, 1200",
        "△5, -5",
        "▲1.5, -1.5",
        "12円, 12",
        "|1,000人|, 1000",
        "150mm, 150",
        "３００㎡, 300",
        "0.5km, 0.5",
      })
  void number_withoutSeparatorsAndUnit(String before, String after) {
    assertEquals(Optional.of(new CellForm(RepairKind.NUMBER, after)), CellForms.number(before));
  }

  /** What would say another thing, or less. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "12千円",
        "3万人",
        "12%",
        "約100",
        "100※1",
        "1,23",
        "12,34,567",
        "12-13",
        "1/2",
        "0123",
        "十二",
        "12",
        "",
        "1.2.3",
        "12件中3件"
      })
  void number_thatIsNotPlain_isLeftAlone(String text) {
    assertEquals(Optional.empty(), CellForms.number(text));
  }

  @ParameterizedTest
  @CsvSource({
    "令和5年4月1日, 2023-04-01",
    "R5.4.1, 2023-04-01",
    "平成元年1月8日, 1989-01-08",
    "2026/4/1, 2026-04-01",
    "2026年4月1日(水), 2026-04-01",
    "２０２６年４月１日, 2026-04-01",
    "20260401, 2026-04-01",
  })
  void day_asIsoHasIt(String before, String after) {
    assertEquals(Optional.of(new CellForm(RepairKind.DATE, after)), CellForms.day(before));
  }

  @ParameterizedTest
  @ValueSource(strings = {"26/4/1", "令和5年", "4月1日", "2026-02-30", "令和5年13月1日", "2026-04-01", "未定"})
  void day_thatIsNone_orIsInOrder_isLeftAlone(String text) {
    assertEquals(Optional.empty(), CellForms.day(text));
  }

  @Test
  void spaces_thatAreThereForLooks_go() {
    assertEquals("東京都", CellForms.spaces(" 東京都　").orElseThrow().text());
    assertEquals("東京都", CellForms.spaces("東 京 都").orElseThrow().text());
    assertEquals("東京都", CellForms.spaces("東　京　都").orElseThrow().text());
    assertEquals("山田　太郎", CellForms.spaces("山田　　太郎").orElseThrow().text());
    assertEquals(Optional.empty(), CellForms.spaces("山田 太郎"));
    assertEquals(Optional.empty(), CellForms.spaces("Central Library"));
  }

  @Test
  void characters_thatDependOnThePlatform_becomeOrdinaryOnes() {
    assertEquals("(株)街並み", CellForms.characters("㈱街並み").orElseThrow().text());
    assertEquals("(3)駐車場", CellForms.characters("③駐車場").orElseThrow().text());
    assertEquals("第II期 100m2", CellForms.characters("第Ⅱ期 100㎡").orElseThrow().text());
    assertEquals(Optional.empty(), CellForms.characters("髙島屋"));
    assertEquals(Optional.empty(), CellForms.characters("\uE000"));
  }

  @Test
  void codes_getTheirCheckDigitAndLeadingZero_orNothingWhereTwoCouldBeMeant() {
    assertTrue(texts("13101").contains("131016"));
    assertTrue(texts("131016").contains("13101"));
    assertTrue(texts("1100").contains("01100"));
    assertTrue(texts("1100").contains("011002"));
    // 011002 without its zero; as five digits it would be a code of Saitama.
    assertFalse(texts("11002").stream().anyMatch(text -> text.length() == 6));
    // A wrong check digit says that something is wrong, and not what.
    assertFalse(
        texts("131017").stream()
            .anyMatch(text -> text.startsWith("13101") && !text.equals("131017")));
  }

  private static List<String> texts(String cell) {
    return CellForms.of(cell).stream().map(CellForm::text).toList();
  }

  @Test
  void choices_areFoundWhereOneAloneDiffersOnlyInWidthAndSpaces() {
    List<String> choices = List.of("有", "無", "AED有り");
    assertEquals("AED有り", CellForms.of("ａｅｄ 有り", choices).orElseThrow().text());
    assertEquals(Optional.empty(), CellForms.of("有", choices));
    assertEquals(Optional.empty(), CellForms.of("不明", choices));
    assertTrue(texts("○").contains("有"));
  }

  @Test
  void longTexts_areProse() {
    assertEquals(List.of(), CellForms.of("1,000円です。".repeat(30)));
  }
}
