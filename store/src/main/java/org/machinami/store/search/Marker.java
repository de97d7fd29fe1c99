package org.machinami.store.search;

import java.util.BitSet;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.IntPredicate;
import java.util.regex.Pattern;
import org.machinami.store.search.text.Analysis;
import org.machinami.store.search.text.Romaji;
import org.machinami.store.search.text.Script;

/**
 * Finds the words of a search in texts that are shown: as they are written, and in names also as
 * they sound or are written elsewhere, which is how names are found. Made for one page of results;
 * thread-safe.
 */
public final class Marker {
  /** Marks nothing. */
  static final Marker NONE = new Marker(null, Set.of(), Set.of(), Set.of(), Set.of());

  private static final int MOST_WORDS = 600;
  private static final int NEIGHBOURS = 3;
  private static final int LONGEST_WORD = 24;

  /** Text that may say a number or a year as nobody types it. */
  private static final Pattern OTHER_NUMBERS = Pattern.compile("令和|平成|昭和|大正|明治|[〇二三四五六七八九十百千０-９]");

  private final Analysis analysis;
  private final Set<String> terms;
  private final Set<String> sounds;
  private final Set<String> typed;

  /** As they are written, in lower case: what is typed, and its synonyms. */
  private final List<String> japanese;

  private final List<String> others;

  /** Terms that can be looked for in running text without cutting it into words. */
  private final List<String> parts;

  /** What a text contains that says one of the terms in English, see {@link #beginning}. */
  private final List<String> beginnings;

  /** How the names of the page write what was typed, in lower case. */
  private final Set<String> spellings = ConcurrentHashMap.newKeySet();

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
    this.typed = new HashSet<>(typed);
    this.japanese = words.stream().filter(Script::isJapanese).toList();
    this.others = words.stream().filter(word -> !Script.isJapanese(word)).toList();
    this.parts =
        terms.stream().filter(term -> term.length() > 1 && Script.isJapanese(term)).toList();
    this.beginnings = terms.stream().map(Marker::beginning).distinct().toList();
  }

  /**
   * The letters of a word that its stem keeps: M. F. Porter's rules add at most one (siz-ing,
   * size), exchange at most the last of what is left (polic-y, polici) or the one before
   * (capab-ility, capable).
   *
   * @see <a href="https://tartarus.org/martin/PorterStemmer/def.txt">An algorithm for suffix
   *     stripping</a>
   */
  private static String beginning(String term) {
    int dropped = term.length() < 3 ? 0 : term.length() < 5 ? 1 : 2;
    return term.substring(0, term.length() - dropped);
  }

  /**
   * A title or another name, cut where marks begin and end. Running text is marked by what the
   * names before it have shown, so that it comes behind them.
   *
   * @param most length in characters; a longer one is cut so that the first mark is in what is left
   */
  public Snippet name(Literal name, int most) {
    return snippet(name.value(), marked(name, true), most);
  }

  /**
   * Running text, cut where marks begin and end.
   *
   * @param most as in {@link #name}
   */
  public Snippet text(Literal text, int most) {
    return snippet(text.value(), marked(text, false), most);
  }

  private static Snippet snippet(String text, BitSet marked, int most) {
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

  private BitSet marked(Literal literal, boolean name) {
    String text = literal.value().toLowerCase(Locale.ROOT);
    BitSet marked = new BitSet(text.length());
    if (terms.isEmpty()) {
      return marked;
    }
    // To cut a text into words costs more than all else of a hit; most say what was typed as it is.
    Set<String> missing = markAsWritten(text, marked);
    if (missing.isEmpty() && !typed.isEmpty()) {
      return marked;
    }
    Analysis.Cut cut = literal.isJapanese() ? Analysis.Cut.JAPANESE : Analysis.Cut.ENGLISH;
    if (cut == Analysis.Cut.JAPANESE
        && !name
        && !(hasNumber(missing) && OTHER_NUMBERS.matcher(text).find())) {
      parts.forEach(part -> markAll(part, text, marked, at -> true));
      spellings.forEach(spelling -> markAll(spelling, text, marked, at -> true));
      return marked;
    }
    if (cut == Analysis.Cut.ENGLISH && sounds.isEmpty() && !mayHaveTerm(text)) {
      return marked;
    }
    List<Analysis.Word> cuts = analysis.words(literal.value(), cut, MOST_WORDS);
    for (int i = 0; i < cuts.size(); i++) {
      Analysis.Word word = cuts.get(i);
      if (terms.contains(word.term()) || isHeard(word, literal.value())) {
        mark(text, word.start(), word.end(), marked);
      }
      for (int n = 1; n <= NEIGHBOURS && i + n <= cuts.size() && beginsLikeOne(word); n++) {
        List<Analysis.Word> together = cuts.subList(i, i + n);
        if (Analysis.sound(together).filter(sounds::contains).isPresent()) {
          mark(text, word.start(), together.get(n - 1).end(), marked);
        }
      }
    }
    return marked;
  }

  private boolean mayHaveTerm(String text) {
    String plain = Script.withoutAccents(text);
    return beginnings.stream().anyMatch(plain::contains);
  }

  private void mark(String text, int start, int end, BitSet marked) {
    marked.set(start, end);
    String spelling = text.substring(start, end);
    if (end - start > 1 && Script.isJapanese(spelling)) {
      spellings.add(spelling);
    }
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

  private static boolean hasNumber(Set<String> words) {
    return words.stream().anyMatch(word -> word.chars().anyMatch(Character::isDigit));
  }

  /**
   * Marks what stands in the text as it is written, which need be no word of it: pairs of
   * characters find others, too.
   *
   * @return the words that were typed and do not
   */
  private Set<String> markAsWritten(String text, BitSet marked) {
    Set<String> missing = new HashSet<>(typed);
    for (String word : japanese) {
      if (markAll(word, text, marked, at -> true)) {
        missing.remove(word);
      }
    }
    for (String word : others) {
      if (markAll(word, text, marked, at -> isWhole(text, at, at + word.length()))) {
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

  /** Whether no letter or digit of its kind touches it: CSV is a word in CSV形式. */
  private static boolean isWhole(String text, int from, int to) {
    return (from == 0 || !goesOn(text.charAt(from - 1)))
        && (to == text.length() || !goesOn(text.charAt(to)));
  }

  private static boolean goesOn(char c) {
    return Character.isLetterOrDigit(c) && !Script.isJapanese(c);
  }
}
