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

  /**
   * A name cut once for all that it is indexed by.
   *
   * @param words the words in it
   * @param terms the same with their sounds
   */
  public record Name(List<Word> words, Terms terms) {}

  /** The terms of running text. */
  public Terms terms(String text, Cut cut) {
    Terms.Builder terms = new Terms.Builder();
    try (TokenStream stream = analyzer(cut).tokenStream("", text)) {
      CharTermAttribute term = stream.addAttribute(CharTermAttribute.class);
      PositionIncrementAttribute step = stream.addAttribute(PositionIncrementAttribute.class);
      stream.reset();
      while (stream.incrementToken()) {
        terms.add(term, step.getPositionIncrement());
      }
      stream.end();
      return terms.build(step.getPositionIncrement());
    } catch (IOException e) {
      throw inMemory(e);
    }
  }

  /** The words of a name, and its terms with their sounds. */
  public Name name(String text, Cut cut) {
    List<Word> words = new ArrayList<>();
    int behind = read(text, cut, Integer.MAX_VALUE, words);
    boolean read = cut == Cut.JAPANESE;
    return new Name(words, Sounds.beside(words, read, Sounds.written(text), behind));
  }

  /** The first words of a text with their places. */
  public List<Word> words(String text, Cut cut, int most) {
    List<Word> words = new ArrayList<>();
    read(text, cut, most, words);
    return words;
  }

  /** Returns how many positions the text goes on behind the last word. */
  private int read(String text, Cut cut, int most, List<Word> words) {
    try (TokenStream stream = analyzer(cut).tokenStream("", text)) {
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
      stream.end();
      return step.getPositionIncrement();
    } catch (IOException e) {
      throw inMemory(e);
    }
  }

  private static UncheckedIOException inMemory(IOException cause) {
    return new UncheckedIOException("reading from memory", cause);
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
