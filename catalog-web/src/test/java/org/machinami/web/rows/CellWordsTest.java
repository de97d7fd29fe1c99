package org.machinami.web.rows;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.machinami.web.language.Language;

final class CellWordsTest {
  @ParameterizedTest
  @CsvSource({
    "1234567, 0, '1,234,567'",
    "90, 1, 90.0",
    "-0.25, 0, -0.25",
    "1E3, 0, '1,000'",
    "INF, 0, INF",
    "1e999999999, 0, 1e999999999",
    "'', 0, ''",
  })
  void number_isGrouped_andWhatIsNoneStays(String lexical, int decimals, String words) {
    assertEquals(words, CellWords.number(lexical, decimals, Language.EN));
  }

  @Test
  void time_isShortWhereNothingIsLost() {
    assertEquals("2026-08-06 15:00", CellWords.time("2026-08-06T15:00:00+09:00"));
    assertEquals("2026-08-06 15:00:30Z", CellWords.time("2026-08-06T15:00:30Z"));
    assertEquals("2026-08", CellWords.time("2026-08"));
  }

  @Test
  void place_isLatitudeAndLongitude_orItsKind() {
    assertEquals("35.5, 139.25", PlaceWords.of("POINT(139.25 35.5)", Language.JA));
    assertEquals("面", PlaceWords.of("MultiPolygon(((139 35, 140", Language.JA));
    assertEquals("", PlaceWords.of("<<<", Language.JA));
  }
}
