package org.machinami.store.search;

import java.util.BitSet;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.IntPredicate;
import org.machinami.store.search.text.Analysis;
import org.machinami.store.search.text.Romaji;
import org.machinami.store.search.text.Script;

/**
 * Finds the words of a search in a text that is shown. Made for the texts of one page of results;
 * thread-safe.
 */
public final class Marker {
  /** Marks nothing. */
  static final Marker NONE = new Marker(null, Set.of(), Set.of(), Set.of(), Set.of());

  private static final int MOST_WORDS = 600;
  private static final int NEIGHBOURS = 3;
  private static final int LONGEST_WORD = 24;

  /** A longer text is running text, which takes longest to be cut into words. */
  private static final int LONGEST_NAME = 60;

  private final Analysis analysis;
  private final Set<String> terms;
  private final Set<String> sounds;
  private final Set<String> words;
  private final Set<String> typed;

  /** Terms that can be looked for in running text without cutting it into words. */
  private final List<String> parts;

  /**
   * @param terms as the index has them
   * @param sounds romaji
   * @param words as they are written, in lower case: those that are typed, and their synonyms
   * @param typed those of them that are typed
   */
  Marker(
      Analysis analysis,
      Set<String> terms,
      Set<String> sounds,
      Set<String> words,
      Set<String> typed) {
    this.analysis = analysis;
    this.terms = new HashSet<>(terms);
    this.sounds = new HashSet<>(sounds);
    this.words = new HashSet<>(words);
    this.typed = new HashSet<>(typed);
    this.parts =
        terms.stream().filter(term -> term.length() > 1 && Script.isJapanese(term)).toList();
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
    String text = literal.value().toLowerCase(Locale.ROOT);
    BitSet marked = new BitSet(text.length());
    // To cut a text into words costs more than all else of a hit; most say what was typed as it is.
    Set<String> missing = markAsWritten(text, marked);
    if (missing.isEmpty() && !typed.isEmpty()) {
      return marked;
    }
    boolean running = literal.isJapanese() && text.length() > LONGEST_NAME;
    if (running && missing.stream().noneMatch(Marker::hasOtherSpellings)) {
      parts.forEach(part -> markAll(part, text, marked, at -> true));
      return marked;
    }
    Analysis.Cut cut = literal.isJapanese() ? Analysis.Cut.JAPANESE : Analysis.Cut.ENGLISH;
    List<Analysis.Word> cuts = analysis.words(literal.value(), cut, MOST_WORDS);
    for (int i = 0; i < cuts.size(); i++) {
      Analysis.Word word = cuts.get(i);
      if (terms.contains(word.term()) || isHeard(word, literal.value())) {
        marked.set(word.start(), word.end());
      }
      for (int n = 1; n <= NEIGHBOURS && i + n <= cuts.size() && beginsLikeOne(word); n++) {
        List<Analysis.Word> together = cuts.subList(i, i + n);
        if (Analysis.sound(together).filter(sounds::contains).isPresent()) {
          marked.set(word.start(), together.get(n - 1).end());
        }
      }
    }
    return marked;
  }

  private boolean isHeard(Analysis.Word word, String text) {
    return !sounds.isEmpty()
        && Romaji.of(text.substring(word.start(), word.end())).filter(sounds::contains).isPresent();
  }

  /** Whether a sound that is looked for has the first letter of the word's. */
  private boolean beginsLikeOne(Analysis.Word word) {
    if (sounds.isEmpty() || word.kana().isEmpty()) {
      return false;
    }
    char letter = Romaji.firstLetter(word.kana().charAt(0));
    return letter == Romaji.ANY_LETTER
        || sounds.stream().anyMatch(sound -> sound.charAt(0) == letter);
  }

  /** Whether Japanese text may say it in kanji or in another calendar: kana, romaji, numbers. */
  private static boolean hasOtherSpellings(String word) {
    return word.codePoints().anyMatch(Character::isDigit)
        || (!Script.hasKanji(word) && Romaji.of(word).isPresent());
  }

  /**
   * Marks what stands in the text as it is written, which need be no word of it: pairs of
   * characters find others, too.
   *
   * @return the words that were typed and do not
   */
  private Set<String> markAsWritten(String text, BitSet marked) {
    Set<String> missing = new HashSet<>(typed);
    for (String word : words) {
      boolean japanese = Script.isJapanese(word);
      if (markAll(word, text, marked, at -> japanese || isWhole(text, at, at + word.length()))) {
        missing.remove(word);
      }
    }
    return missing;
  }

  /** Returns whether it stands somewhere. */
  private static boolean markAll(String part, String text, BitSet marked, IntPredicate counts) {
    boolean found = false;
    for (int at = text.indexOf(part); at >= 0; at = text.indexOf(part, at + part.length())) {
      if (counts.test(at)) {
        marked.set(at, at + part.length());
        found = true;
      }
    }
    return found;
  }

  /** Whether no letter or digit touches it. */
  private static boolean isWhole(String text, int from, int to) {
    return (from == 0 || !Character.isLetterOrDigit(text.charAt(from - 1)))
        && (to == text.length() || !Character.isLetterOrDigit(text.charAt(to)));
  }
}
