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

  private static final FieldType PRESENT = new FieldType();

  static {
    INDEXED.setIndexOptions(IndexOptions.DOCS_AND_FREQS_AND_POSITIONS);
    INDEXED.setTokenized(true);
    INDEXED.freeze();
    PRESENT.setIndexOptions(IndexOptions.DOCS);
    PRESENT.setOmitNorms(true);
    PRESENT.setTokenized(true);
    PRESENT.freeze();
  }

  private final Terms terms;

  WordsField(String field, Terms terms) {
    this(field, terms, INDEXED);
  }

  private WordsField(String field, Terms terms, FieldType type) {
    super(field, type);
    this.terms = terms;
  }

  /** Says only that the document has the terms. */
  static WordsField present(String field, Terms terms) {
    return new WordsField(field, terms, PRESENT);
  }

  @Override
  public TokenStream tokenStream(Analyzer ofWriter, TokenStream reuse) {
    return terms.stream(reuse);
  }
}
