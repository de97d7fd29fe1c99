package org.machinami.store.search;

import java.io.IOException;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.Terms;
import org.apache.lucene.index.TermsEnum;
import org.apache.lucene.util.BytesRef;
import org.apache.lucene.util.StringHelper;
import org.machinami.store.search.text.Names;
import org.machinami.store.search.text.Romaji;

/** Reads the terms that {@link Suggested} has made. */
final class Suggestions {
  /** Terms that are looked at in a segment; the rest of a very short beginning is left out. */
  private static final int MOST_TERMS = 500;

  private static final int LONGEST = 60;

  private Suggestions() {}

  static List<Suggestion> of(IndexReader reader, String typed, int most) throws IOException {
    Map<String, Long> names = new HashMap<>();
    boolean syllabic = Romaji.isKana(Names.plain(typed));
    for (String beginning : beginnings(typed)) {
      Map<String, Long> found = new HashMap<>();
      for (LeafReaderContext segment : reader.leaves()) {
        Terms terms = segment.reader().terms(Fields.SUGGESTED);
        if (terms != null) {
          collect(terms.iterator(), new BytesRef(beginning), syllabic, found);
        }
      }
      // What begins so and sounds so is one name.
      found.forEach((name, documents) -> names.merge(name, documents, Long::max));
    }
    return names.entrySet().stream()
        .map(entry -> new Suggestion(entry.getKey(), entry.getValue()))
        .sorted(
            Comparator.comparingLong(Suggestion::documents)
                .reversed()
                .thenComparing(suggestion -> suggestion.text().length())
                .thenComparing(Suggestion::text))
        .limit(most)
        .toList();
  }

  private static Set<String> beginnings(String typed) {
    Set<String> beginnings = new LinkedHashSet<>();
    String plain = Names.plain(typed);
    if (!plain.isEmpty() && plain.length() <= LONGEST && plain.indexOf(Suggested.END) < 0) {
      beginnings.add(plain);
      String letters = plain.replace(" ", "");
      if (Romaji.isKana(letters)) {
        String sound = Romaji.ofKana(letters);
        beginnings.add(sound);
        // シンジ may become シンジュク: "shinj", not "shinji".
        if (sound.endsWith("i") && sound.length() > 1) {
          beginnings.add(sound.substring(0, sound.length() - 1));
        }
      } else if (!Romaji.beginning(letters).isEmpty()) {
        beginnings.add(Romaji.beginning(letters));
      }
    }
    return beginnings;
  }

  /** しん is "shin", but しながわ, "shinagawa", does not begin with it. */
  private static boolean isOther(String term, String beginning, boolean syllabic) {
    return syllabic
        && beginning.endsWith("n")
        && "aiueoy".indexOf(term.charAt(beginning.length())) >= 0;
  }

  private static void collect(
      TermsEnum terms, BytesRef beginning, boolean syllabic, Map<String, Long> names)
      throws IOException {
    if (terms.seekCeil(beginning) == TermsEnum.SeekStatus.END) {
      return;
    }
    int seen = 0;
    BytesRef term = terms.term();
    while (term != null && seen < MOST_TERMS && StringHelper.startsWith(term, beginning)) {
      String text = term.utf8ToString();
      if (!isOther(text, beginning.utf8ToString(), syllabic)) {
        String name = text.substring(text.indexOf(Suggested.END) + 1);
        names.merge(name, (long) terms.docFreq(), Long::sum);
      }
      term = terms.next();
      seen++;
    }
  }
}
