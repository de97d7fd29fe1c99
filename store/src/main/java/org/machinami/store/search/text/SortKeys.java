package org.machinami.store.search.text;

import java.text.Normalizer;
import java.util.List;
import java.util.Locale;
import org.machinami.store.search.text.Analysis.Word;

/**
 * What titles are sorted by: how they are read. Digits stand before Latin letters, these before
 * kana in the order of the fifty sounds, and words without a known reading behind them. Accents,
 * voiced sounds, small kana and signs make a difference only between titles that are read the same.
 * ICU would do the same for 13 MB more.
 *
 * @see "JIS X 4061:1996, Collation of Japanese character string"
 */
public final class SortKeys {
  private static final String SMALL = "ァィゥェォッャュョヮヵヶ";
  private static final String LARGE = "アイウエオツヤユヨワカケ";

  /** Five in a row, which end in the five vowels. */
  private static final String FIFTY_SOUNDS = "アイウエオカキクケコサシスセソタチツテトナニヌネノハヒフヘホマミムメモヤ ユ ヨラリルレロワヰ ヱヲ";

  private static final int VOWELS = 5;
  private static final char LONG_VOWEL = 'ー';
  private static final char END = '\u0000';
  private static final int LONGEST = 100;

  private SortKeys() {}

  /**
   * The key of a title in Japanese.
   *
   * @param words in the title, with their readings
   */
  public static String of(String title, List<Word> words) {
    return key(reading(title, words), title);
  }

  /** The key of a title in a language that is sorted as it is written. */
  public static String of(String title) {
    return key(title, title);
  }

  private static String key(String reading, String title) {
    return letters(beginning(reading)) + END + Names.plain(beginning(title));
  }

  private static String beginning(String text) {
    return text.substring(0, Math.min(LONGEST, text.length()));
  }

  /** The title with its words as they are read; what stands between them stays as it is. */
  private static String reading(String title, List<Word> words) {
    StringBuilder reading = new StringBuilder();
    int behind = 0;
    for (Word word : words) {
      if (reading.length() >= LONGEST) {
        break;
      }
      if (word.start() > behind) {
        reading.append(title, behind, word.start());
      }
      reading.append(word.kana().isEmpty() ? word.term() : word.kana());
      behind = Math.max(behind, word.end());
    }
    return reading.append(title, behind, title.length()).toString();
  }

  /** The letters and digits alone, each as the one that it is sorted with. */
  private static String letters(String reading) {
    String decomposed =
        Normalizer.normalize(reading, Normalizer.Form.NFKD).toLowerCase(Locale.ROOT);
    StringBuilder letters = new StringBuilder(decomposed.length());
    for (int i = 0; i < decomposed.length(); i++) {
      char c = Romaji.katakana(decomposed.charAt(i));
      if (c == LONG_VOWEL) {
        repeatVowel(letters);
      } else if (Character.isLetterOrDigit(c) || Character.isSurrogate(c)) {
        int small = SMALL.indexOf(c);
        letters.append(small < 0 ? c : LARGE.charAt(small));
      }
    }
    return letters.toString();
  }

  private static void repeatVowel(StringBuilder letters) {
    if (!letters.isEmpty()) {
      int sound = FIFTY_SOUNDS.indexOf(letters.charAt(letters.length() - 1));
      if (sound >= 0) {
        letters.append(FIFTY_SOUNDS.charAt(sound % VOWELS));
      }
    }
  }
}
