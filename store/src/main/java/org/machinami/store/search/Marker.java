package org.machinami.store.search;

import java.util.BitSet;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.machinami.store.search.text.Analysis;
import org.machinami.store.search.text.Romaji;
import org.machinami.store.search.text.Script;

/**
 * Finds the words of a search in a text that is shown. Made for the texts of one page of results;
 * thread-safe.
 */
public final class Marker {
  /** Marks nothing. */
  static final Marker NONE = new Marker(null, Set.of(), Set.of(), Set.of());

  private static final int MOST_WORDS = 600;
  private static final int NEIGHBOURS = 3;
  private static final int LONGEST_WORD = 24;

  private final Analysis analysis;
  private final Set<String> terms;
  private final Set<String> sounds;
  private final Set<String> typed;

  /**
   * @param terms as the index has them
   * @param sounds romaji
   * @param typed words as they are typed, in lower case
   */
  Marker(Analysis analysis, Set<String> terms, Set<String> sounds, Set<String> typed) {
    this.analysis = analysis;
    this.terms = new HashSet<>(terms);
    this.sounds = new HashSet<>(sounds);
    this.typed = new HashSet<>(typed);
  }

  /**
   * The text, cut where marks begin and end.
   *
   * @param most length in characters; a longer text is cut so that the first mark is in what is
   *     left
   */
  public Snippet mark(Literal literal, int most) {
    String text = literal.value();
    BitSet marked = terms.isEmpty() ? new BitSet() : marked(literal);
    int from = 0;
    int to = text.length();
    if (to > most) {
      int first = Math.max(0, marked.nextSetBit(0));
      from = Math.max(0, Math.min(first - most / 4, text.length() - most));
      to = from + most;
      from = wholeWord(text, from);
      to = Math.max(from, wholeWord(text, to));
    }
    return Snippet.of(text, marked, from, to);
  }

  /** Behind the last space before, where one is near; never within a character. */
  private static int wholeWord(String text, int at) {
    if (at == 0 || at == text.length()) {
      return at;
    }
    for (int i = at; i > Math.max(0, at - LONGEST_WORD); i--) {
      if (text.charAt(i - 1) == ' ') {
        return i;
      }
    }
    return Character.isLowSurrogate(text.charAt(at)) ? at - 1 : at;
  }

  private BitSet marked(Literal literal) {
    BitSet marked = new BitSet(literal.value().length());
    Analysis.Cut cut = literal.isJapanese() ? Analysis.Cut.JAPANESE : Analysis.Cut.ENGLISH;
    List<Analysis.Word> words = analysis.words(literal.value(), cut, MOST_WORDS);
    for (int i = 0; i < words.size(); i++) {
      Analysis.Word word = words.get(i);
      if (terms.contains(word.term()) || isHeard(word, literal.value())) {
        marked.set(word.start(), word.end());
      }
      for (int n = 1; n <= NEIGHBOURS && i + n <= words.size() && !sounds.isEmpty(); n++) {
        List<Analysis.Word> together = words.subList(i, i + n);
        if (Analysis.sound(together).filter(sounds::contains).isPresent()) {
          marked.set(word.start(), together.get(n - 1).end());
        }
      }
    }
    asTyped(literal.value().toLowerCase(Locale.ROOT), marked);
    return marked;
  }

  private boolean isHeard(Analysis.Word word, String text) {
    return !sounds.isEmpty()
        && Romaji.of(text.substring(word.start(), word.end())).filter(sounds::contains).isPresent();
  }

  /** What pairs of characters have found may be no word of the text. */
  private void asTyped(String text, BitSet marked) {
    for (String word : typed) {
      if (!Script.isJapanese(word)) {
        continue;
      }
      int at = text.indexOf(word);
      while (at >= 0) {
        marked.set(at, at + word.length());
        at = text.indexOf(word, at + word.length());
      }
    }
  }
}
