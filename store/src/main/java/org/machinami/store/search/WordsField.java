package org.machinami.store.search;

import java.util.function.UnaryOperator;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.FieldType;
import org.apache.lucene.index.IndexOptions;
import org.machinami.store.search.text.Terms;

/** Text whose language, not its field, has said how it is cut into terms. */
final class WordsField extends Field {
  private static final FieldType PLACED = type(IndexOptions.DOCS_AND_FREQS_AND_POSITIONS, false);
  private static final FieldType WEIGHTED = type(IndexOptions.DOCS_AND_FREQS, true);
  private static final FieldType RUNNING = type(IndexOptions.DOCS_AND_FREQS_AND_POSITIONS, true);

  private final UnaryOperator<TokenStream> stream;

  private WordsField(String field, FieldType type, UnaryOperator<TokenStream> stream) {
    super(field, type);
    this.stream = stream;
  }

  private static FieldType type(IndexOptions options, boolean withoutLengths) {
    FieldType type = new FieldType();
    type.setIndexOptions(options);
    type.setOmitNorms(withoutLengths);
    type.setTokenized(true);
    type.freeze();
    return type;
  }

  /** Where each term stands. */
  static WordsField placed(String field, Terms terms) {
    return new WordsField(field, PLACED, terms::stream);
  }

  /** How much each term counts, not where it stands. */
  static WordsField weighted(String field, Terms terms, int frequency) {
    return new WordsField(field, WEIGHTED, last -> terms.repeated(last, frequency));
  }

  /** Where each word stands, so many positions behind the text before. */
  static WordsField running(String field, Terms terms, int gap) {
    return new WordsField(field, RUNNING, last -> terms.words(last, gap));
  }

  @Override
  public TokenStream tokenStream(Analyzer ofWriter, TokenStream reuse) {
    return stream.apply(reuse);
  }
}
