package org.machinami.store.search;

import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.FieldType;
import org.apache.lucene.index.IndexOptions;
import org.machinami.store.search.text.Terms;

/** Text whose language, not its field, has said how it is cut into terms. */
final class WordsField extends Field {
  private static final FieldType INDEXED = new FieldType();

  static {
    INDEXED.setIndexOptions(IndexOptions.DOCS_AND_FREQS_AND_POSITIONS);
    INDEXED.setTokenized(true);
    INDEXED.freeze();
  }

  private final Terms terms;

  WordsField(String field, Terms terms) {
    super(field, INDEXED);
    this.terms = terms;
  }

  @Override
  public TokenStream tokenStream(Analyzer ofWriter, TokenStream reuse) {
    return terms.stream(reuse);
  }
}
