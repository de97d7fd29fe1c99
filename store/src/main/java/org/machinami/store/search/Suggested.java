package org.machinami.store.search;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.StringField;
import org.machinami.store.search.text.Analysis;
import org.machinami.store.search.text.Names;
import org.machinami.store.search.text.Romaji;
import org.machinami.store.search.text.Script;

/**
 * Names as terms that can be found by how they begin: the beginning in one spelling, a NUL, the
 * name. A name of Japanese has a second term that begins with how it sounds.
 */
final class Suggested {
  static final char END = '\u0000';

  /** Says how another name is read. */
  private static final String IN_KANA = "ja-hrkt";

  private static final int LONGEST = 40;
  private static final int SHORTEST_WORD = 3;

  private final Analysis analysis;

  Suggested(Analysis analysis) {
    this.analysis = analysis;
  }

  @SafeVarargs
  final void add(Document document, List<Literal>... lists) {
    Set<String> terms = new LinkedHashSet<>();
    Set<String> words = new LinkedHashSet<>();
    for (List<Literal> names : lists) {
      names.stream()
          .filter(name -> !name.tag().equals(IN_KANA))
          .forEach(name -> add(name, terms, words));
    }
    terms.forEach(t -> document.add(new StringField(Fields.SUGGESTED, t, Field.Store.NO)));
    words.forEach(w -> document.add(new StringField(Fields.SPELLING, w, Field.Store.NO)));
  }

  private void add(Literal name, Set<String> terms, Set<String> words) {
    String plain = Names.plain(name.value());
    for (String run : Script.runs(plain)) {
      if (run.length() >= SHORTEST_WORD && run.length() <= LONGEST && !Romaji.isKana(run)) {
        words.add(run);
      }
    }
    boolean whole = name.value().length() <= LONGEST && name.value().indexOf(END) < 0;
    if (whole) {
      terms.add(plain + END + name.value());
    }
    if (name.isJapanese() && Script.isJapanese(name.value())) {
      List<Analysis.Word> japanese = analysis.words(name.value(), Analysis.Cut.JAPANESE, LONGEST);
      japanese.stream()
          .map(Analysis.Word::term)
          .filter(term -> term.length() >= SHORTEST_WORD)
          .forEach(words::add);
      if (whole) {
        Analysis.sound(japanese).ifPresent(sound -> terms.add(sound + END + name.value()));
      }
    }
  }
}
