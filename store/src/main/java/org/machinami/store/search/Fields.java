package org.machinami.store.search;

import java.util.Map;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.core.KeywordAnalyzer;
import org.apache.lucene.analysis.miscellaneous.PerFieldAnalyzerWrapper;

/**
 * The fields of the index. A change here needs another {@link #FORMAT}, which makes every index be
 * rebuilt.
 */
final class Fields {
  static final String FORMAT = "1";

  static final String ID = "id";
  static final String IRI = "iri";

  /** Stored: a literal each, "tag|value". */
  static final String TITLE = "title";

  static final String DESCRIPTION = "description";
  static final String PUBLISHER_NAME = "publisherName";
  static final String MODIFIED = "modified";
  static final String ISSUED = "issued";

  /** Searched: titles, then everything, by language. */
  static final String TITLE_JA = "titleJa";

  static final String TITLE_EN = "titleEn";
  static final String TEXT_JA = "textJa";
  static final String TEXT_EN = "textEn";
  static final String PAIRS = "pairs";

  /** Sorted by. */
  static final String BY_TITLE_JA = "byTitleJa";

  static final String BY_TITLE_EN = "byTitleEn";

  /** How much a match in a field counts. */
  static final Map<String, Float> WEIGHTS =
      Map.of(TITLE_JA, 4f, TITLE_EN, 4f, TEXT_JA, 1f, TEXT_EN, 1f, PAIRS, 0.3f);

  private Fields() {}

  static Analyzer analyzer() {
    Analyzer japanese = Analyzers.japanese();
    Analyzer english = Analyzers.english();
    return new PerFieldAnalyzerWrapper(
        new KeywordAnalyzer(),
        Map.of(
            TITLE_JA, japanese,
            TEXT_JA, japanese,
            TITLE_EN, english,
            TEXT_EN, english,
            PAIRS, Analyzers.bigrams()));
  }
}
