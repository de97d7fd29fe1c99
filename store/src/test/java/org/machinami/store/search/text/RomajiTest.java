package org.machinami.store.search.text;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class RomajiTest {
  @ParameterizedTest
  @CsvSource({
    "ヒビヤ, hibiya",
    "ひびや, hibiya",
    "とうきょう, tokyo",
    "Tōkyō, tokyo",
    "Toukyou, tokyo",
    "Tokyo, tokyo",
    "おおた, ota",
    "サーバー, saba",
    "しんばし, shinbashi",
    "shimbashi, shinbashi",
    "sinbasi, shinbashi",
    "sinzyuku, shinjuku",
    "syakai, shakai",
    "tyuou, chuo",
    "cyuuou, chuo",
    "ちゅうおう, chuo",
    "tutumi, tsutsumi",
    "huyu, fuyu",
    "shuto, shuto",
    "chuka, chuka",
    "tizu, chizu",
    "dizu, jizu",
    "tudzuki, tsuzuki",
    "tuduki, tsuzuki",
    "Itchoume, icchome",
    "ie, ie",
  })
  void aSound_hasOneSpelling(String written, String sound) {
    assertEquals(Optional.of(sound), Romaji.of(written));
  }

  @ParameterizedTest
  @CsvSource({"公園", "parks", "blvd", "x", "Nihon1", "区"})
  void whatIsNoSound_hasNone(String written) {
    assertEquals(Optional.empty(), Romaji.of(written));
  }
}
