package org.machinami.store.search.text;

import java.util.LinkedHashSet;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Terms that stand for a sound. A word of kanji is found by how it is written elsewhere in kana or
 * romaji, but not by another word of kanji that sounds the same.
 */
public final class Sounds {
  /** How a word of Japanese is read. */
  public static final char READ = '\u0001';

  /** What is written in kana or romaji. */
  public static final char WRITTEN = '\u0002';

  private static final Pattern RUNS =
      Pattern.compile("[ぁ-ゖー]{2,}|[ァ-ヺー]{2,}|\\p{IsLatin}[\\p{IsLatin}'’-]{2,}");
  private static final int MOST = 24;

  private Sounds() {}

  /** The sounds that a text has in kana or in words that can be read as romaji. */
  static Set<String> written(String text) {
    Set<String> sounds = new LinkedHashSet<>();
    Matcher runs = RUNS.matcher(text);
    while (sounds.size() < MOST && runs.find()) {
      Romaji.of(runs.group()).ifPresent(sound -> sounds.add(WRITTEN + sound));
    }
    return sounds;
  }
}
