package org.machinami.store.search;

import java.util.function.Function;
import org.machinami.store.search.text.Analysis;
import org.machinami.store.search.text.Analysis.Cut;
import org.machinami.store.search.text.SortKeys;
import org.machinami.store.search.text.Terms;

/**
 * What texts are indexed by. Short ones are remembered: publishers, keywords, places and columns
 * come again in one dataset after the other. Thread-safe.
 */
final class IndexedTexts {
  private static final int LONGEST_REMEMBERED = 60;

  private final Analysis analysis;
  private final Remembered<Literal, Name> names = new Remembered<>();
  private final Remembered<Literal, Title> titles = new Remembered<>();
  private final Remembered<Literal, Terms> words = new Remembered<>();
  private final Remembered<Literal, Terms> pairs = new Remembered<>();

  IndexedTexts(Analysis analysis) {
    this.analysis = analysis;
  }

  /**
   * A name.
   *
   * @param terms its words, and how they sound
   */
  record Name(Terms terms, Suggested suggested) {}

  /**
   * A name that is sorted by, too.
   *
   * @param order its key, see {@link SortKeys}
   */
  record Title(Name name, String order) {}

  /** All that a name is found by, but for {@link #pairs}. */
  Name name(Literal name) {
    return remembered(names, name, this::cutName);
  }

  /** The same of a title, and its place among others. */
  Title title(Literal title) {
    return remembered(titles, title, this::cutTitle);
  }

  /** The words of running text. */
  Terms words(Literal text) {
    return remembered(words, text, literal -> analysis.terms(literal.value(), cut(literal)));
  }

  /** The pairs of characters of a name or of running text. */
  Terms pairs(Literal text) {
    return remembered(pairs, text, literal -> analysis.terms(literal.value(), Cut.PAIRS));
  }

  private Name cutName(Literal literal) {
    return name(literal, analysis.name(literal.value(), cut(literal)));
  }

  private Title cutTitle(Literal literal) {
    Analysis.Name cut = analysis.name(literal.value(), cut(literal));
    String order =
        literal.isJapanese()
            ? SortKeys.of(literal.value(), cut.words())
            : SortKeys.of(literal.value());
    return new Title(name(literal, cut), order);
  }

  private static Name name(Literal literal, Analysis.Name cut) {
    return new Name(cut.terms(), Suggested.of(literal, cut.words()));
  }

  private static Cut cut(Literal literal) {
    return literal.isJapanese() ? Cut.JAPANESE : Cut.ENGLISH;
  }

  private static <T> T remembered(
      Remembered<Literal, T> remembered, Literal literal, Function<Literal, T> cut) {
    return literal.value().length() > LONGEST_REMEMBERED
        ? cut.apply(literal)
        : remembered.get(literal, cut);
  }
}
