package org.machinami.store.search;

import java.util.EnumMap;
import java.util.Map;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.SearcherFactory;
import org.apache.lucene.search.similarities.BM25Similarity;
import org.apache.lucene.search.similarities.PerFieldSimilarityWrapper;
import org.apache.lucene.search.similarities.Similarity;
import org.machinami.store.search.text.TypedField;

/**
 * BM25F: how often a word stands in each part of a description, by the weight and length of the
 * part, is added up before it is saturated (S. Robertson, H. Zaragoza, M. Taylor, "Simple BM25
 * extension to multiple weighted fields", CIKM 2004). The sum is made when a document is indexed
 * and is what {@link Fields#ALL} says is the frequency of the word, so that a word costs one list
 * of documents to look for and not one for each part.
 */
final class Relevance {
  /** Frequencies are whole numbers: this stands for 1. */
  private static final int UNIT = 10;

  /** The paper's k1: of this sum half of the weight of a word is reached. */
  private static final float SATURATION = 4;

  /** The paper's b: how much the length of a part counts. */
  private static final float BY_LENGTH = 0.5f;

  /** How much a word in a part counts, and how many words such a part usually has. */
  private record Part(float weight, float words) {}

  private static final Map<TypedField, Part> PARTS =
      new EnumMap<>(
          Map.of(
              TypedField.TITLE, new Part(4, 15),
              TypedField.KEYWORD, new Part(2, 10),
              TypedField.PUBLISHER, new Part(1.5f, 10),
              TypedField.PLACE, new Part(1.5f, 5),
              TypedField.DESCRIPTION, new Part(1, 60),
              TypedField.COLUMN, new Part(0.7f, 60)));

  private static final Similarity SIMILARITY = similarity();

  private Relevance() {}

  /**
   * How often a word that stands once in a part is said to stand in {@link Fields#ALL}.
   *
   * @param part any but {@link TypedField#THING}
   * @param words number of words in the part
   */
  static int frequency(TypedField part, int words) {
    Part usual = PARTS.get(part);
    float length = 1 - BY_LENGTH + BY_LENGTH * words / usual.words();
    return Math.max(1, Math.round(UNIT * usual.weight() / length));
  }

  /** Makes searchers that rank so. */
  static SearcherFactory searchers() {
    return new SearcherFactory() {
      @Override
      public IndexSearcher newSearcher(IndexReader reader, IndexReader previous) {
        IndexSearcher searcher = new IndexSearcher(reader);
        searcher.setSimilarity(SIMILARITY);
        return searcher;
      }
    };
  }

  private static Similarity similarity() {
    // Lengths have been taken into account in the frequencies.
    Similarity all = new BM25Similarity(UNIT * SATURATION, 0);
    Similarity others = new BM25Similarity();
    return new PerFieldSimilarityWrapper() {
      @Override
      public Similarity get(String field) {
        return field.equals(Fields.ALL) ? all : others;
      }
    };
  }
}
