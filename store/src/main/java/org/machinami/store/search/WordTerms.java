package org.machinami.store.search;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.BoostQuery;
import org.apache.lucene.search.PhraseQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.TermQuery;
import org.machinami.store.search.text.Analysis;
import org.machinami.store.search.text.Analysis.Cut;
import org.machinami.store.search.text.Analysis.Word;
import org.machinami.store.search.text.Romaji;
import org.machinami.store.search.text.Script;
import org.machinami.store.search.text.Sounds;

/**
 * A typed word or phrase as terms of the index.
 *
 * @param cuts the ways in which it is cut into terms, those that differ
 * @param pairs its pairs of characters, empty where it is not Japanese
 * @param sounds terms of how it sounds
 */
record WordTerms(String text, List<List<Word>> cuts, List<Word> pairs, Set<String> sounds) {
  /** A word that is longer is looked for by its beginning. */
  private static final int MOST_TERMS = 24;

  /** In positions: as far as two words of one part of a description may be from each other. */
  private static final int IN_ONE_PART = Documents.BETWEEN_PARTS / 2;

  /** How much it counts that words stand near each other. */
  private static final float BY_NEARNESS = 0.5f;

  /** A shorter sound has too many meanings. */
  private static final int SHORTEST_SOUND = 5;

  static WordTerms of(String text, Analysis analysis) {
    boolean japanese = Script.isJapanese(text);
    List<Word> ja = analysis.words(text, Cut.JAPANESE, MOST_TERMS);
    List<Word> en = analysis.words(text, Cut.ENGLISH, MOST_TERMS);
    List<List<Word>> cuts = new ArrayList<>();
    if (japanese) {
      add(cuts, ja);
    } else if (!en.isEmpty()) {
      add(cuts, en);
      add(cuts, ja);
    }
    List<Word> pairs = japanese ? analysis.words(text, Cut.PAIRS, MOST_TERMS) : List.of();
    Set<String> sounds = new LinkedHashSet<>();
    Romaji.of(Normalizer.normalize(text, Normalizer.Form.NFKC))
        .ifPresent(
            sound -> {
              sounds.add(Sounds.READ + sound);
              sounds.add(Sounds.WRITTEN + sound);
            });
    if (Script.hasKanji(text)) {
      Analysis.sound(ja)
          .filter(sound -> sound.length() >= SHORTEST_SOUND)
          .ifPresent(sound -> sounds.add(Sounds.WRITTEN + sound));
    }
    return new WordTerms(text, cuts, pairs, sounds);
  }

  private static void add(List<List<Word>> cuts, List<Word> words) {
    List<String> terms = words.stream().map(Word::term).toList();
    if (!words.isEmpty()
        && cuts.stream().noneMatch(cut -> cut.stream().map(Word::term).toList().equals(terms))) {
      cuts.add(words);
    }
  }

  /** Whether there is nothing to look for: only punctuation, or words such as "the". */
  boolean isEmpty() {
    return cuts.isEmpty() && pairs.isEmpty() && sounds.isEmpty();
  }

  /** Number of terms, a measure of what it costs to look for them. */
  int size() {
    return cuts.stream().mapToInt(List::size).sum() + pairs.size() + sounds.size();
  }

  /** The queries for all words of it in one part of a description, whichever it is. */
  List<Query> described() {
    return cuts.stream().map(cut -> described(cut, IN_ONE_PART)).toList();
  }

  /** The queries for its words side by side in a description. */
  List<Query> describedPhrases() {
    return cuts.stream().map(cut -> described(cut, 0)).toList();
  }

  private static Query described(List<Word> words, int slop) {
    if (words.size() == 1) {
      return term(Fields.ALL, words.get(0).term());
    }
    BooleanQuery.Builder all = new BooleanQuery.Builder();
    words.forEach(word -> all.add(term(Fields.ALL, word.term()), Occur.MUST));
    all.add(new BoostQuery(phrase(Fields.RUNNING, words, slop), BY_NEARNESS), Occur.MUST);
    return all.build();
  }

  /** The queries for all words of it in a field, as they are written or sound. */
  List<Query> inField(String field) {
    List<Query> queries = new ArrayList<>(writtenIn(field));
    queries.addAll(heardIn(field));
    return queries;
  }

  /** The queries for how it sounds. */
  List<Query> heardIn(String field) {
    return sounds.stream().map(sound -> term(field, sound)).toList();
  }

  /** The queries for all words of it in a field, those that stand together before others. */
  List<Query> writtenIn(String field) {
    List<Query> queries = new ArrayList<>();
    for (List<Word> cut : cuts) {
      if (cut.size() == 1) {
        queries.add(term(field, cut.get(0).term()));
      } else {
        BooleanQuery.Builder all = new BooleanQuery.Builder();
        cut.forEach(word -> all.add(term(field, word.term()), Occur.MUST));
        all.add(phrase(field, cut, 0), Occur.SHOULD);
        queries.add(all.build());
      }
    }
    return queries;
  }

  /** The queries for its words side by side in a field. */
  List<Query> phrases(String field) {
    return cuts.stream().map(cut -> phrase(field, cut, 0)).toList();
  }

  /** The query for its characters side by side. */
  List<Query> inPairs() {
    return pairs.isEmpty() ? List.of() : List.of(phrase(Fields.PAIRS, pairs, 0));
  }

  /** What is marked where it is found. */
  void collect(Set<String> terms, Set<String> heard, Set<String> written) {
    cuts.forEach(cut -> cut.forEach(word -> terms.add(word.term())));
    sounds.forEach(sound -> heard.add(sound.substring(1)));
    written.add(written(text));
  }

  static String written(String text) {
    return text.toLowerCase(Locale.ROOT);
  }

  private static Query phrase(String field, List<Word> words, int slop) {
    if (words.size() == 1) {
      return term(field, words.get(0).term());
    }
    PhraseQuery.Builder phrase = new PhraseQuery.Builder().setSlop(slop);
    int first = words.get(0).position();
    words.forEach(word -> phrase.add(new Term(field, word.term()), word.position() - first));
    return phrase.build();
  }

  private static Query term(String field, String term) {
    return new TermQuery(new Term(field, term));
  }
}
