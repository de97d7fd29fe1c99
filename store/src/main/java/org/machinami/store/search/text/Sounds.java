package org.machinami.store.search.text;

import java.util.LinkedHashSet;
import java.util.Set;

/**
 * Terms that stand for a sound. A word of kanji is found by how it is written elsewhere in kana or
 * romaji, but not by another word of kanji that sounds the same.
 */
public final class Sounds {
  /** How a word of Japanese is read. */
  public static final char READ = '\u0001';

  /** What is written in kana or romaji. */
  public static final char WRITTEN = '\u0002';

  private static final int SHORTEST = 2;
  private static final int MOST = 24;

  private Sounds() {}

  /** The sounds that a text has in kana or in words that can be read as romaji. */
  static Set<String> written(String text) {
    Set<String> sounds = new LinkedHashSet<>();
    for (String run : Script.runs(text)) {
      if (run.length() >= SHORTEST && sounds.size() < MOST) {
        Romaji.of(run).ifPresent(sound -> sounds.add(WRITTEN + sound));
      }
    }
    return sounds;
  }
}
