package org.machinami.store.search;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.machinami.store.search.text.Analysis;
import org.machinami.store.search.text.Names;
import org.machinami.store.search.text.Romaji;
import org.machinami.store.search.text.Script;

/**
 * A name as terms that can be found by how they begin: the beginning in one spelling, a NUL, the
 * name. A name of Japanese has a second term that begins with how it sounds.
 *
 * @param names these terms
 * @param spellings the words in it, for corrections
 */
record Suggested(Set<String> names, Set<String> spellings) {
  static final char END = '\u0000';

  /** Says how another name is read. */
  static final String IN_KANA = "ja-hrkt";

  private static final int LONGEST = 40;
  private static final int SHORTEST_WORD = 3;

  /**
   * How a name is suggested.
   *
   * @param words in it
   */
  static Suggested of(Literal name, List<Analysis.Word> words) {
    if (name.tag().equals(IN_KANA)) {
      return new Suggested(Set.of(), Set.of());
    }
    Set<String> names = new LinkedHashSet<>();
    Set<String> spellings = new LinkedHashSet<>();
    String plain = Names.plain(name.value());
    for (String run : Script.runs(plain)) {
      if (run.length() >= SHORTEST_WORD && run.length() <= LONGEST && !Romaji.isKana(run)) {
        spellings.add(run);
      }
    }
    boolean whole = name.value().length() <= LONGEST && name.value().indexOf(END) < 0;
    if (whole) {
      names.add(plain + END + name.value());
    }
    if (name.isJapanese() && Script.isJapanese(name.value())) {
      List<Analysis.Word> japanese = words.subList(0, Math.min(LONGEST, words.size()));
      japanese.stream()
          .map(Analysis.Word::term)
          .filter(term -> term.length() >= SHORTEST_WORD)
          .forEach(spellings::add);
      if (whole) {
        Analysis.sound(japanese).ifPresent(sound -> names.add(sound + END + name.value()));
      }
    }
    return new Suggested(names, spellings);
  }
}
