package org.machinami.store.search.text;

import java.lang.Character.UnicodeScript;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntPredicate;
import org.apache.lucene.analysis.miscellaneous.ASCIIFoldingFilter;

/** Which letters a text is written with. */
public final class Script {
  /** No kanji or kana comes before it. */
  private static final char FIRST_JAPANESE = '\u2E80';

  private static final char FIRST_ACCENT = '\u0080';

  /** As many letters may stand for one, says Lucene. */
  private static final int LONGEST_PLAIN = 4;

  private Script() {}

  /** Whether any character is kanji or kana. */
  public static boolean isJapanese(String text) {
    return has(text, Script::isJapanese);
  }

  /** Whether a character is kanji or kana. */
  public static boolean isJapanese(int c) {
    return c >= FIRST_JAPANESE && (Character.isIdeographic(c) || isKana(c));
  }

  /** Whether any character is a kanji. */
  public static boolean hasKanji(String text) {
    return has(text, Character::isIdeographic);
  }

  /** A loop and no stream: a page of results asks it of every word. */
  private static boolean has(String text, IntPredicate kind) {
    int at = 0;
    while (at < text.length()) {
      int c = text.codePointAt(at);
      if (kind.test(c)) {
        return true;
      }
      at += Character.charCount(c);
    }
    return false;
  }

  /** The text with the plain letters for those of European languages and for wide ones. */
  public static String withoutAccents(String text) {
    if (!has(text, c -> c >= FIRST_ACCENT)) {
      return text;
    }
    char[] plain = new char[text.length() * LONGEST_PLAIN];
    int length = ASCIIFoldingFilter.foldToASCII(text.toCharArray(), 0, plain, 0, text.length());
    return new String(plain, 0, length);
  }

  /** The longest pieces of a text in Latin letters, in hiragana or in katakana only. */
  public static List<String> runs(String text) {
    List<String> runs = new ArrayList<>();
    int at = 0;
    while (at < text.length()) {
      Letters letters = Letters.of(text.charAt(at));
      int start = at;
      while (at < text.length() && letters.go(text.charAt(at))) {
        at++;
      }
      if (letters == Letters.OTHER) {
        at = Math.max(at, start + 1);
      } else {
        runs.add(text.substring(start, at));
      }
    }
    return runs;
  }

  /** What a run is made of. */
  private enum Letters {
    LATIN,
    HIRAGANA,
    KATAKANA,
    OTHER;

    static Letters of(char c) {
      if ((c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z')) {
        return LATIN;
      } else if (c < 0xC0) {
        return OTHER;
      } else if (c < 0x250) {
        return Character.isLetter(c) ? LATIN : OTHER;
      } else if (c >= 'ぁ' && c <= 'ゖ') {
        return HIRAGANA;
      }
      return c >= 'ァ' && c <= 'ヺ' ? KATAKANA : OTHER;
    }

    /** Whether a run goes on with the character; the mark for a long vowel belongs to both. */
    boolean go(char c) {
      Letters letters = of(c);
      return letters == this || (c == 'ー' && (this == HIRAGANA || this == KATAKANA));
    }
  }

  private static boolean isKana(int c) {
    UnicodeScript script = UnicodeScript.of(c);
    return script == UnicodeScript.HIRAGANA || script == UnicodeScript.KATAKANA;
  }
}
