package org.machinami.store.search.text;

import java.io.Reader;
import java.util.Set;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.CharArraySet;
import org.apache.lucene.analysis.LowerCaseFilter;
import org.apache.lucene.analysis.StopFilter;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.Tokenizer;
import org.apache.lucene.analysis.cjk.CJKBigramFilter;
import org.apache.lucene.analysis.cjk.CJKWidthCharFilter;
import org.apache.lucene.analysis.cjk.CJKWidthFilter;
import org.apache.lucene.analysis.en.EnglishAnalyzer;
import org.apache.lucene.analysis.en.EnglishPossessiveFilter;
import org.apache.lucene.analysis.en.PorterStemFilter;
import org.apache.lucene.analysis.fr.FrenchAnalyzer;
import org.apache.lucene.analysis.ja.JapaneseAnalyzer;
import org.apache.lucene.analysis.ja.JapaneseBaseFormFilter;
import org.apache.lucene.analysis.ja.JapaneseKatakanaStemFilter;
import org.apache.lucene.analysis.ja.JapanesePartOfSpeechStopFilter;
import org.apache.lucene.analysis.ja.JapaneseTokenizer;
import org.apache.lucene.analysis.miscellaneous.ASCIIFoldingFilter;
import org.apache.lucene.analysis.standard.StandardTokenizer;
import org.apache.lucene.analysis.util.ElisionFilter;

/** How text becomes words. Thread-safe. */
final class Analyzers {
  private Analyzers() {}

  /** Words of Japanese, compounds by their parts. */
  static Analyzer japanese() {
    CharArraySet stopWords = JapaneseAnalyzer.getDefaultStopSet();
    Set<String> stopTags = JapaneseAnalyzer.getDefaultStopTags();
    return new Analyzer() {
      @Override
      protected Reader initReader(String field, Reader reader) {
        return new FoldingCharFilter(new CJKWidthCharFilter(reader));
      }

      @Override
      protected TokenStreamComponents createComponents(String field) {
        Tokenizer words = new JapaneseTokenizer(null, true, true, JapaneseTokenizer.Mode.SEARCH);
        TokenStream bases = new JapaneseBaseFormFilter(words);
        bases = new JapanesePartOfSpeechStopFilter(bases, stopTags);
        bases = new StopFilter(bases, stopWords);
        bases = new JapaneseKatakanaStemFilter(bases);
        bases = new LowerCaseFilter(bases);
        return new TokenStreamComponents(words, new ASCIIFoldingFilter(bases));
      }
    };
  }

  /**
   * Stems of English; other European languages go by their letters without accents, and French
   * without the articles that it writes on to a word (l'eau).
   */
  static Analyzer english() {
    return new Analyzer() {
      @Override
      protected TokenStreamComponents createComponents(String field) {
        Tokenizer words = new StandardTokenizer();
        TokenStream stems = new CJKWidthFilter(words);
        stems = new EnglishPossessiveFilter(stems);
        stems = new ElisionFilter(stems, FrenchAnalyzer.DEFAULT_ARTICLES);
        stems = new LowerCaseFilter(stems);
        stems = new ASCIIFoldingFilter(stems);
        stems = new StopFilter(stems, EnglishAnalyzer.ENGLISH_STOP_WORDS_SET);
        return new TokenStreamComponents(words, new PorterStemFilter(stems));
      }
    };
  }

  /** Pairs of characters: finds what the dictionary of Japanese cuts elsewhere. */
  static Analyzer pairs() {
    return new Analyzer() {
      @Override
      protected Reader initReader(String field, Reader reader) {
        return new FoldingCharFilter(new CJKWidthCharFilter(reader));
      }

      @Override
      protected TokenStreamComponents createComponents(String field) {
        Tokenizer characters = new StandardTokenizer();
        return new TokenStreamComponents(
            characters, new CJKBigramFilter(new LowerCaseFilter(characters)));
      }
    };
  }
}
