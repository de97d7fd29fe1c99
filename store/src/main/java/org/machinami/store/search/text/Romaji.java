package org.machinami.store.search.text;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.text.Normalizer;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.apache.lucene.analysis.ja.util.ToStringUtil;

/**
 * The one spelling of a Japanese sound: Hepburn in lower case, without long vowels. ヒビヤ, ひびや and
 * Hibiya become "hibiya"; とうきょう, Tôkyô and Tokyo become "tokyo".
 */
public final class Romaji {
  private static final Pattern SYLLABLES =
      Pattern.compile(
          "(?:n(?![aiueoy])|(?:([kgsztdhbpmrfjc])(?=\\1))?"
              + "(?:sh|ch|ts|j|f|w|y|v|[kgsztdnhbpmr]y?)?[aiueo])+");

  /** What is no letter: the kana says too little without those behind it. */
  public static final char ANY_LETTER = '*';

  private static final char FIRST_KANA = '\u3041';
  private static final String FIRST_LETTERS = firstLetters();

  private Romaji() {}

  private static String firstLetters() {
    StringBuilder letters = new StringBuilder();
    for (char kana = FIRST_KANA; kana <= '\u30FF'; kana++) {
      String sound = "イウッンヴヲ".indexOf(katakana(kana)) < 0 ? ofKana(Character.toString(kana)) : "";
      letters.append(sound.isEmpty() ? ANY_LETTER : sound.charAt(0));
    }
    return letters.toString();
  }

  /** With which the sound of a word begins that begins with this kana; maybe any letter. */
  public static char firstLetter(char kana) {
    int place = kana - FIRST_KANA;
    return place >= 0 && place < FIRST_LETTERS.length() ? FIRST_LETTERS.charAt(place) : ANY_LETTER;
  }

  /** The sound of a word in kana or of one that can be read as romaji; empty for any other. */
  public static Optional<String> of(String word) {
    if (isKana(word)) {
      return Optional.of(ofKana(word));
    }
    if (isLikely(word) && word.codePoints().allMatch(Romaji::isLatin)) {
      String sound = oneSpelling(word);
      return SYLLABLES.matcher(sound).matches() ? Optional.of(sound) : Optional.empty();
    }
    return Optional.empty();
  }

  /** The sound with which a word begins whose Latin letters are still being typed. */
  public static String beginning(String typed) {
    return typed.codePoints().allMatch(Romaji::isLatin) ? oneSpelling(typed) : "";
  }

  /** The sound of hiragana or katakana; other characters are left out. */
  public static String ofKana(CharSequence kana) {
    StringBuilder katakana = new StringBuilder(kana.length());
    for (int i = 0; i < kana.length(); i++) {
      katakana.append(katakana(kana.charAt(i)));
    }
    StringBuilder romaji = new StringBuilder(2 * kana.length());
    try {
      ToStringUtil.getRomanization(romaji, katakana);
    } catch (IOException e) {
      throw new UncheckedIOException("writing to memory", e);
    }
    return oneSpelling(romaji);
  }

  /** Whether it is hiragana or katakana only, and not empty. */
  public static boolean isKana(CharSequence text) {
    for (int i = 0; i < text.length(); i++) {
      if (!isKana(text.charAt(i))) {
        return false;
      }
    }
    return text.length() > 0;
  }

  static boolean isKana(char c) {
    return (c >= 'ぁ' && c <= 'ゖ') || (c >= 'ァ' && c <= 'ヺ') || c == 'ー';
  }

  /** Tells most words of European languages without looking closer. */
  private static boolean isLikely(String word) {
    if (word.isEmpty()) {
      return false;
    }
    for (int i = 0; i < word.length(); i++) {
      char c = Character.toLowerCase(word.charAt(i));
      char next = i + 1 < word.length() ? Character.toLowerCase(word.charAt(i + 1)) : 'a';
      if (c < 0x80 && next < 0x80 && !isLikely(c, next)) {
        return false;
      }
    }
    char last = Character.toLowerCase(word.charAt(word.length() - 1));
    return last >= 0x80 || isVowel(last) || last == 'n' || last == 'h';
  }

  /** Whether the second letter may follow the first. */
  private static boolean isLikely(char c, char next) {
    if (c == 'l' || c == 'q' || c == 'x') {
      return false;
    }
    return isVowel(c)
        || isVowel(next)
        || next == c
        || next == 'y'
        || next == 'h'
        || c == 'n'
        || c == 'm'
        || c == 't'
        || c == 'd'
        || !Character.isLetter(c)
        || !Character.isLetter(next);
  }

  private static boolean isVowel(char c) {
    return c == 'a' || c == 'e' || c == 'i' || c == 'o' || c == 'u';
  }

  private static boolean isLatin(int c) {
    return Character.UnicodeScript.of(c) == Character.UnicodeScript.LATIN
        || c == '\''
        || c == '’'
        || c == '-';
  }

  static char katakana(char c) {
    return c >= 'ぁ' && c <= 'ゖ' ? (char) (c + ('ァ' - 'ぁ')) : c;
  }

  /** Kunrei and other spellings become Hepburn, long vowels short, marks fall away. */
  private static String oneSpelling(CharSequence romaji) {
    String sound = letters(romaji);
    for (Spelling spelling : Spelling.ALL) {
      sound = spelling.hepburn(sound);
    }
    return sound;
  }

  private static String letters(CharSequence romaji) {
    if (isPlain(romaji)) {
      return romaji.toString();
    }
    String plain =
        Normalizer.normalize(romaji.toString().toLowerCase(Locale.ROOT), Normalizer.Form.NFD);
    StringBuilder letters = new StringBuilder(plain.length());
    for (int i = 0; i < plain.length(); i++) {
      char c = plain.charAt(i);
      if (c >= 'a' && c <= 'z') {
        letters.append(c);
      }
    }
    return letters.toString();
  }

  private static boolean isPlain(CharSequence romaji) {
    for (int i = 0; i < romaji.length(); i++) {
      if (romaji.charAt(i) < 'a' || romaji.charAt(i) > 'z') {
        return false;
      }
    }
    return true;
  }

  /**
   * Another spelling and that of Hepburn. Every word of an index goes through all of them, so that
   * a pattern is only tried where one of its signs is there.
   */
  private record Spelling(Pattern pattern, String hepburn, List<String> signs) {
    private static final Spelling[] ALL = {
      of("sy", "sh", "sy"),
      of("ty|cy", "ch", "ty", "cy"),
      of("zy|jy", "j", "zy", "jy"),
      of("si", "shi", "si"),
      of("ti", "chi", "ti"),
      of("tu", "tsu", "tu"),
      of("(?<![sc])hu", "fu", "hu"),
      of("zi|di", "ji", "zi", "di"),
      of("dzu|du", "zu", "dzu", "du"),
      of("tch", "cch", "tch"),
      of("m(?=[bmp])", "n", "mb", "mm", "mp"),
      of("oh(?![aiueoy])", "o", "oh"),
      of("o[ou]+", "o", "oo", "ou"),
      of("uu+", "u", "uu")
    };

    private static Spelling of(String pattern, String hepburn, String... signs) {
      return new Spelling(Pattern.compile(pattern), hepburn, List.of(signs));
    }

    String hepburn(String sound) {
      for (String sign : signs) {
        if (sound.contains(sign)) {
          return pattern.matcher(sound).replaceAll(hepburn);
        }
      }
      return sound;
    }
  }
}
