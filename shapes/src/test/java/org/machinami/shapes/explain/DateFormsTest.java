package org.machinami.shapes.explain;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DateFormsTest {

  @ParameterizedTest
  @CsvSource({
    "令和元年5月1日,2019-05-01",
    "平成31年4月30日,2019-04-30",
    "昭和64.1.7,1989-01-07",
    "R8.4.1,2026-04-01",
    "２０２６年４月１日,2026-04-01",
    "2026/04/01,2026-04-01",
    "20260401,2026-04-01",
    "2026/2/30,",
    "8.4.1,",
    "1 April 2026,"
  })
  void date_asOfficesWriteIt(String text, String expected) {
    assertEquals(Optional.ofNullable(expected), DateForms.date(text));
  }

  @ParameterizedTest
  @CsvSource({"令和8年4月,2026-04", "2026/4,2026-04", "2026/13,", "2026,"})
  void month_asOfficesWriteIt(String text, String expected) {
    assertEquals(Optional.ofNullable(expected), DateForms.month(text));
  }
}
