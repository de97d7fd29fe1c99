package org.machinami.store.search.text;

import java.util.LinkedHashSet;
import java.util.List;
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

  private static final int NEIGHBOURS = 3;
  private static final int SHORTEST = 2;
  private static final int MOST = 24;

  private Sounds() {}

  /** Whether a term that begins with this byte stands for a sound. */
  static boolean isSound(byte first) {
    return first == READ || first == WRITTEN;
  }

  /**
   * The terms of words with the sound of each beside it, and that of two or three neighbours
   * together, so that しんじゅくえき finds 新宿駅; behind the last word, what is written in sounds.
   *
   * @param read whether the words are of Japanese, and heard as they are read
   * @param behind how many positions the text goes on behind the last word
   */
  static Terms beside(List<Analysis.Word> words, boolean read, Set<String> written, int behind) {
    Terms.Builder terms = new Terms.Builder();
    int last = -1;
    int known = 0;
    for (int i = 0; i < words.size(); i++) {
      Analysis.Word word = words.get(i);
      int step = word.position() - last;
      last = word.position();
      terms.add(word.term(), step);
      known = !read || word.kana().isEmpty() ? 0 : step > 1 ? 1 : Math.min(NEIGHBOURS, known + 1);
      String together = "";
      for (int n = 0; n < known; n++) {
        together = words.get(i - n).kana() + together;
        terms.add(READ + Romaji.ofKana(together), 0);
      }
    }
    int step = words.isEmpty() ? 1 : 0;
    for (String sound : written) {
      terms.add(sound, step);
      step = 0;
    }
    return terms.build(behind);
  }

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
