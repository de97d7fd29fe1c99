package org.machinami.web.thing;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.machinami.web.language.Language;
import org.machinami.web.language.Messages;

final class PlaceWordsTest {
  @ParameterizedTest
  @CsvSource({
    "JA, POINT(139.7 35.69), '北緯 35.69 度、東経 139.7 度'",
    "EN, POINT(-0.1277583 51.5), '51.5° N, 0.12776° W'",
    "EN, MULTIPOINT((151 -34)), '34° S, 151° E'",
    "EN, 'MULTIPOINT((1 2),(3 4))', 'Points: 2° N to 4° N, 1° E to 3° E'",
    "EN, 'LINESTRING(1 2,3 4)', 'Line: 2° N to 4° N, 1° E to 3° E'",
    "JA, 'POLYGON((139 35,140 35,140 36,139 35))', '範囲：北緯 35 度〜北緯 36 度、東経 139 度〜東経 140 度'",
  })
  void place_isInDegrees_withTheHemisphere(Language language, String wkt, String words) {
    assertEquals(words, PlaceWords.of(Wkt.parse(wkt).orElseThrow(), Messages.in(language)));
  }
}
