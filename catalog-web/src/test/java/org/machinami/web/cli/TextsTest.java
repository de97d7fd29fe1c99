package org.machinami.web.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

final class TextsTest {
  @Test
  void bundles_haveTheSameKeysAndPlaces() {
    Texts english = Texts.in("en");
    Texts japanese = Texts.in("ja");
    assertEquals(
        new TreeSet<>(english.bundle().keySet()), new TreeSet<>(japanese.bundle().keySet()));
    for (String key : english.bundle().keySet()) {
      assertEquals(places(english, key), places(japanese, key), key);
    }
  }

  @Test
  void language_followsTheEnvironment() {
    assertEquals("ja", Texts.language(Map.of("LANG", "ja_JP.UTF-8")));
    assertEquals("en", Texts.language(Map.of("LANG", "ja_JP.UTF-8", "LC_ALL", "C.UTF-8")));
    assertEquals("en", Texts.language(Map.of()));
  }

  private static Set<Character> places(Texts texts, String key) {
    TreeSet<Character> places = new TreeSet<>();
    String text = texts.bundle().getString(key);
    for (int i = 0; i + 2 < text.length(); i++) {
      if (text.charAt(i) == '{' && text.charAt(i + 2) == '}') {
        places.add(text.charAt(i + 1));
      }
    }
    return places;
  }
}
