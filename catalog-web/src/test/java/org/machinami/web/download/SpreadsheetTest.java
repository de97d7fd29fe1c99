package org.machinami.web.download;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class SpreadsheetTest {
  @ParameterizedTest
  @CsvSource({
    "=1+1, '''=1+1'",
    "'+SUM(A1)', '''+SUM(A1)'",
    "-2+3+cmd|' /C calc'!A0, '''-2+3+cmd|'' /C calc''!A0'",
    "@SUM(A1), '''@SUM(A1)'",
    "＝1+1, '''＝1+1'",
    "-5, -5",
    "-1234.5, -1234.5",
    "+81, +81",
    "日比谷公園, 日比谷公園",
  })
  void formulas_becomeText_andNumbersStay(String text, String field) {
    assertEquals(field, SpreadsheetText.of(text));
  }

  @Test
  void leadingSpaceAndLineBreaks_doNotHideAFormula() {
    assertEquals("'=1", SpreadsheetText.of("\t =1"));
    assertEquals("a =1", SpreadsheetText.of("a\r\n=1"));
  }

  @Test
  void cp932_writesWhatItLacksAsGeta_andCounts() throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    Cp932 writer = new Cp932(bytes);
    writer.write("東京〜横浜−①髙𠮷😀é");
    writer.flush();
    assertEquals("東京～横浜－①髙〓〓〓", bytes.toString(Cp932.CHARSET));
    assertEquals(3, writer.replaced());
  }
}
