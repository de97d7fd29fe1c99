package org.machinami.web.language;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class AcceptLanguageTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "|JA",
        "ja,en;q=0.8|JA",
        "en-GB,en;q=0.9,ja;q=0.8|EN",
        "en,ja|EN",
        "ja,en|JA",
        "fr|JA",
        "fr,en;q=0.5|EN",
        "en;q=0|JA",
        "*|JA",
        "en;q=abc|JA",
        ";;,,|JA",
      })
  void choose_followsTheHeader(String header, Language expected) {
    assertEquals(expected, AcceptLanguage.choose(header));
  }
}
