package org.machinami.store.search;

import java.io.IOException;
import java.util.Optional;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.spell.DirectSpellChecker;
import org.apache.lucene.search.spell.SuggestMode;
import org.apache.lucene.search.spell.SuggestWord;
import org.machinami.store.search.text.Names;

/** Words of the index that are spelled like one that it does not have. */
final class Corrections {
  private static final int LONGEST = 40;

  private final DirectSpellChecker checker = new DirectSpellChecker();

  Corrections() {
    checker.setMinQueryLength(3);
    checker.setMinPrefix(0);
    checker.setAccuracy(0.5f);
  }

  /** The most likely one; empty where none is near. */
  Optional<String> of(IndexReader reader, String word) throws IOException {
    String plain = Names.plain(word);
    if (plain.length() > LONGEST) {
      return Optional.empty();
    }
    SuggestWord[] found =
        checker.suggestSimilar(
            new Term(Fields.SPELLING, plain), 1, reader, SuggestMode.SUGGEST_ALWAYS);
    return found.length == 0 ? Optional.empty() : Optional.of(found[0].string);
  }
}
