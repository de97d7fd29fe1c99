package org.machinami.store.search;

import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.CharArraySet;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.Tokenizer;
import org.apache.lucene.analysis.cjk.CJKBigramFilter;
import org.apache.lucene.analysis.cjk.CJKWidthFilter;
import org.apache.lucene.analysis.core.LowerCaseFilter;
import org.apache.lucene.analysis.core.StopFilter;
import org.apache.lucene.analysis.en.EnglishAnalyzer;
import org.apache.lucene.analysis.en.EnglishPossessiveFilter;
import org.apache.lucene.analysis.en.PorterStemFilter;
import org.apache.lucene.analysis.ja.JapaneseAnalyzer;
import org.apache.lucene.analysis.ja.JapaneseTokenizer;
import org.apache.lucene.analysis.miscellaneous.ASCIIFoldingFilter;
import org.apache.lucene.analysis.standard.StandardTokenizer;

/** How text becomes words: the same for descriptions and for what is typed. Thread-safe. */
final class Analyzers {
  private Analyzers() {}

  /** Words of Japanese, compounds also by their parts. */
  static Analyzer japanese() {
    return new JapaneseAnalyzer(
        null,
        JapaneseTokenizer.Mode.SEARCH,
        JapaneseAnalyzer.getDefaultStopSet(),
        JapaneseAnalyzer.getDefaultStopTags());
  }

  /** Stems of English; other European languages go by their letters without accents. */
  static Analyzer english() {
    return new Analyzer() {
      @Override
      protected TokenStreamComponents createComponents(String field) {
        Tokenizer words = new StandardTokenizer();
        TokenStream stems = new EnglishPossessiveFilter(words);
        stems = new LowerCaseFilter(stems);
        stems = new ASCIIFoldingFilter(stems);
        stems = new StopFilter(stems, EnglishAnalyzer.ENGLISH_STOP_WORDS_SET);
        return new TokenStreamComponents(words, new PorterStemFilter(stems));
      }

      @Override
      protected TokenStream normalize(String field, TokenStream in) {
        return new ASCIIFoldingFilter(new LowerCaseFilter(in));
      }
    };
  }

  /** Pairs of characters: finds what the dictionary of Japanese cuts elsewhere. */
  static Analyzer bigrams() {
    return new Analyzer() {
      @Override
      protected TokenStreamComponents createComponents(String field) {
        Tokenizer characters = new StandardTokenizer();
        TokenStream pairs = new CJKWidthFilter(characters);
        pairs = new LowerCaseFilter(pairs);
        pairs = new CJKBigramFilter(pairs);
        return new TokenStreamComponents(characters, new StopFilter(pairs, CharArraySet.EMPTY_SET));
      }
    };
  }
}
