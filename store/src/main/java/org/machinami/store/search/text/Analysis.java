package org.machinami.store.search.text;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.ja.tokenattributes.ReadingAttribute;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;
import org.apache.lucene.analysis.tokenattributes.OffsetAttribute;
import org.apache.lucene.analysis.tokenattributes.PositionIncrementAttribute;

/** The analyses that the index is made and asked with. Thread-safe. */
public final class Analysis implements AutoCloseable {
  private final Analyzer japanese = Analyzers.japanese();
  private final Analyzer english = Analyzers.english();
  private final Analyzer pairs = Analyzers.pairs();

  /** How a text is cut into terms. */
  public enum Cut {
    JAPANESE,
    ENGLISH,
    PAIRS
  }

  /**
   * A word in a text.
   *
   * @param position number of the word in the text; words that are not terms count, too
   * @param start index of its first character
   * @param end index behind its last character
   * @param kana how it is read in Japanese, empty where that is not known
   */
  public record Word(String term, int position, int start, int end, String kana) {}

  /** The terms of running text; to be consumed before the next call in the same thread. */
  public TokenStream terms(String field, String text, Cut cut) {
    return analyzer(cut).tokenStream(field, text);
  }

  /** The terms of a name, with its sounds; to be consumed as {@link #terms}. */
  public TokenStream nameTerms(String field, String text, Cut cut) {
    return new SoundFilter(terms(field, text, cut), Sounds.written(text));
  }

  /** The first words of a text with their places. */
  public List<Word> words(String text, Cut cut, int most) {
    List<Word> words = new ArrayList<>();
    try (TokenStream stream = terms("", text, cut)) {
      CharTermAttribute term = stream.addAttribute(CharTermAttribute.class);
      OffsetAttribute place = stream.addAttribute(OffsetAttribute.class);
      PositionIncrementAttribute step = stream.addAttribute(PositionIncrementAttribute.class);
      ReadingAttribute reading = stream.getAttribute(ReadingAttribute.class);
      int position = -1;
      stream.reset();
      while (words.size() < most && stream.incrementToken()) {
        position += step.getPositionIncrement();
        String kana = reading == null ? null : reading.getReading();
        if (kana == null) {
          kana = Romaji.isKana(term) ? term.toString() : "";
        }
        words.add(
            new Word(term.toString(), position, place.startOffset(), place.endOffset(), kana));
      }
    } catch (IOException e) {
      throw new UncheckedIOException("reading from memory", e);
    }
    return words;
  }

  /** How words of Japanese are read together, as romaji; empty where one has no reading. */
  public static Optional<String> sound(List<Word> words) {
    boolean known = !words.isEmpty() && words.stream().noneMatch(word -> word.kana().isEmpty());
    return known
        ? Optional.of(Romaji.ofKana(words.stream().map(Word::kana).collect(Collectors.joining())))
        : Optional.empty();
  }

  private Analyzer analyzer(Cut cut) {
    return switch (cut) {
      case JAPANESE -> japanese;
      case ENGLISH -> english;
      case PAIRS -> pairs;
    };
  }

  @Override
  public void close() {
    japanese.close();
    english.close();
    pairs.close();
  }
}
