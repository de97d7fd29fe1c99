package org.machinami.store.search;

import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.FieldType;
import org.apache.lucene.index.IndexOptions;
import org.machinami.store.search.text.Analysis;

/** Text whose language, not its field, says how it is cut into terms. */
final class WordsField extends Field {
  private static final FieldType INDEXED = new FieldType();

  static {
    INDEXED.setIndexOptions(IndexOptions.DOCS_AND_FREQS_AND_POSITIONS);
    INDEXED.setTokenized(true);
    INDEXED.freeze();
  }

  private final Analysis analysis;
  private final Analysis.Cut cut;
  private final boolean heard;

  /**
   * @param heard whether it is found by how it sounds, too
   */
  WordsField(String field, String text, Analysis analysis, Analysis.Cut cut, boolean heard) {
    super(field, text, INDEXED);
    this.analysis = analysis;
    this.cut = cut;
    this.heard = heard;
  }

  @Override
  public TokenStream tokenStream(Analyzer ofWriter, TokenStream reuse) {
    return heard
        ? analysis.nameTerms(name(), stringValue(), cut)
        : analysis.terms(name(), stringValue(), cut);
  }
}
