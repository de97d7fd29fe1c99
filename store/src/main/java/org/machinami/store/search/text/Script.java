package org.machinami.store.search.text;

import java.lang.Character.UnicodeScript;

/** Which letters a text is written with. */
public final class Script {
  private Script() {}

  /** Whether any character is kanji or kana. */
  public static boolean isJapanese(String text) {
    return text.codePoints().anyMatch(c -> Character.isIdeographic(c) || isKana(c));
  }

  /** Whether any character is a kanji. */
  public static boolean hasKanji(String text) {
    return text.codePoints().anyMatch(Character::isIdeographic);
  }

  private static boolean isKana(int c) {
    UnicodeScript script = UnicodeScript.of(c);
    return script == UnicodeScript.HIRAGANA || script == UnicodeScript.KATAKANA;
  }
}
