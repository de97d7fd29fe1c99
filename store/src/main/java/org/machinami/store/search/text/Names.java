package org.machinami.store.search.text;

import java.text.Normalizer;
import java.util.Locale;
import java.util.regex.Pattern;

/** Names in one spelling, to be compared as a whole. */
public final class Names {
  private static final Pattern SPACES = Pattern.compile("[\\s\\u3000]+");

  private Names() {}

  /** Half width, lower case, single spaces, hiragana as katakana. */
  public static String plain(String name) {
    String normal = Normalizer.normalize(name, Normalizer.Form.NFKC).toLowerCase(Locale.ROOT);
    String spaced = SPACES.matcher(normal).replaceAll(" ").strip();
    StringBuilder plain = new StringBuilder(spaced.length());
    for (int i = 0; i < spaced.length(); i++) {
      plain.append(Romaji.katakana(spaced.charAt(i)));
    }
    return plain.toString();
  }
}
