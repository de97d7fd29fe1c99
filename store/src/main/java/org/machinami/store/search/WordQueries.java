package org.machinami.store.search;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.BoostQuery;
import org.apache.lucene.search.ConstantScoreQuery;
import org.apache.lucene.search.DisjunctionMaxQuery;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.MatchAllDocsQuery;
import org.apache.lucene.search.MatchNoDocsQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.TermInSetQuery;
import org.apache.lucene.util.BytesRef;
import org.machinami.store.search.text.Analysis;
import org.machinami.store.search.text.Synonyms;
import org.machinami.store.search.text.Typed;
import org.machinami.store.search.text.TypedField;
import org.machinami.store.search.text.TypedWord;

/**
 * From what is typed to a query: every word must match, in any field of any language, and none that
 * is excluded. Made for one search, or for all parts of descriptions in which one is looked for.
 */
final class WordQueries {
  /** Bounds the work for one search, whatever is typed. */
  private static final int MOST_TERMS = 80;

  private static final int MOST_SYNONYMS = 12;
  private static final int LONGEST_NAME = 4;

  /**
   * How much what a word also stands for counts beside the word in a title, which reaches about
   * half of the weight of the word.
   */
  private static final float AS_SYNONYM = 0.5f;

  private static final float AS_HEARD = 0.5f;
  private static final float WITHOUT_SUFFIX = 0.4f;
  private static final float IN_THINGS = 0.2f;
  private static final float IN_PAIRS = 0.1f;

  /** Whatever the weight of the word is. */
  private static final float BY_PLACE = 0.5f;

  private static final float BY_STATION = 0.4f;

  /** What follows the name of a place and is often left out. */
  private static final String SUFFIXES = "都道府県区市町村駅";

  private final Analysis analysis;
  private final Synonyms synonyms;
  private final Things things;
  private final IndexSearcher searcher;
  private final Set<String> terms = new HashSet<>();
  private final Set<String> sounds = new HashSet<>();
  private final Set<String> written = new HashSet<>();
  private final Set<String> typedWords = new HashSet<>();
  private final Map<String, WordTerms> cut = new HashMap<>();
  private int size;
  private int synonymsUsed;

  /**
   * @param searcher in which the things are looked up
   */
  WordQueries(Analysis analysis, Synonyms synonyms, Things things, IndexSearcher searcher) {
    this.analysis = analysis;
    this.synonyms = synonyms;
    this.things = things;
    this.searcher = searcher;
  }

  Query query(Typed typed) {
    if (typed.words().isEmpty() && !typed.cut()) {
      return new MatchAllDocsQuery();
    }
    BooleanQuery.Builder all = new BooleanQuery.Builder();
    boolean wanted = false;
    boolean excluded = false;
    List<TypedWord> words = typed.words();
    int next = 0;
    while (next < words.size() && size < MOST_TERMS) {
      TypedWord word = words.get(next);
      int together = named(words, next);
      Query query = together > 1 ? named(words.subList(next, next + together)) : one(word);
      next += together;
      if (query == null) {
        continue;
      }
      all.add(query, word.excluded() ? Occur.MUST_NOT : Occur.MUST);
      wanted |= !word.excluded();
      excluded |= word.excluded();
    }
    if (!wanted && excluded) {
      all.add(new MatchAllDocsQuery(), Occur.MUST);
      wanted = true;
    }
    return wanted ? all.build() : new MatchNoDocsQuery("no word to look for");
  }

  private WordTerms cut(String text) {
    return cut.computeIfAbsent(text, t -> WordTerms.of(t, analysis));
  }

  /** The query for any of the words in one part of a description. */
  Query anyIn(TypedField part, Typed typed) {
    size = 0;
    synonymsUsed = 0;
    BooleanQuery.Builder any = new BooleanQuery.Builder();
    List<TypedWord> words = typed.words();
    for (int i = 0; i < words.size() && size < MOST_TERMS; i++) {
      TypedWord word = words.get(i);
      if (word.excluded() || word.field().orElse(part) != part) {
        continue;
      }
      Query query = one(word.in(part));
      if (query != null) {
        any.add(query, Occur.SHOULD);
      }
      if (word.plain()) {
        String name = joined(words.subList(i, i + named(words, i)));
        synonyms(name, wanted -> wanted.phrases(part.field()))
            .forEach(synonym -> any.add(synonym, Occur.SHOULD));
      }
    }
    return any.build();
  }

  /** Marks what the last query looked for. */
  Marker marker() {
    return new Marker(analysis, terms, sounds, written, typedWords);
  }

  /** How many words from there on are a name that has synonyms; else 1. */
  private int named(List<TypedWord> words, int from) {
    for (int n = Math.min(LONGEST_NAME, words.size() - from); n > 1; n--) {
      List<TypedWord> name = words.subList(from, from + n);
      if (name.stream().allMatch(TypedWord::plain) && !synonyms.of(joined(name)).isEmpty()) {
        return n;
      }
    }
    return 1;
  }

  private static String joined(List<TypedWord> words) {
    return words.stream().map(TypedWord::text).collect(Collectors.joining(" "));
  }

  private Query named(List<TypedWord> words) {
    BooleanQuery.Builder each = new BooleanQuery.Builder();
    for (TypedWord word : words) {
      Query query = one(word);
      if (query != null) {
        each.add(query, Occur.MUST);
      }
    }
    List<Query> any = new ArrayList<>(synonyms(joined(words), WordTerms::describedPhrases));
    any.add(each.build());
    return new DisjunctionMaxQuery(any, 0);
  }

  /** The query for one word or phrase; null where there is nothing to look for. */
  private Query one(TypedWord word) {
    WordTerms wanted = cut(word.text());
    if (wanted.isEmpty()) {
      return null;
    }
    size += wanted.size();
    if (!word.excluded()) {
      wanted.collect(terms, sounds, written);
      typedWords.add(WordTerms.written(word.text()));
    }
    List<Query> any = new ArrayList<>();
    boolean anywhere = word.field().isEmpty();
    if (anywhere) {
      any.addAll(anywhere(wanted, word.phrase()));
    } else {
      String field = word.field().get().field();
      any.addAll(word.phrase() ? wanted.phrases(field) : wanted.inField(field));
    }
    if (!word.phrase() && !word.excluded()) {
      if (anywhere) {
        any.addAll(synonyms(word.text(), WordTerms::describedPhrases));
      }
      any.addAll(withoutSuffix(word));
    }
    if (anywhere || word.field().get() == TypedField.PLACE) {
      any.addAll(inSet(Fields.PLACE_IRI, things.areas(searcher, word.text()), BY_PLACE));
    }
    if (!word.excluded() && (anywhere || word.field().get() == TypedField.THING)) {
      any.addAll(inSet(Fields.ID, things.datasetsOfStation(searcher, word.text()), BY_STATION));
    }
    return new DisjunctionMaxQuery(any, 0.1f);
  }

  private static List<Query> anywhere(WordTerms wanted, boolean phrase) {
    String thing = TypedField.THING.field();
    List<Query> any = new ArrayList<>();
    any.addAll(phrase ? wanted.describedPhrases() : wanted.described());
    any.addAll(weighted(phrase ? wanted.phrases(thing) : wanted.writtenIn(thing), IN_THINGS));
    if (!phrase) {
      any.addAll(weighted(wanted.heardIn(Fields.ALL), AS_HEARD));
      any.addAll(weighted(wanted.heardIn(thing), AS_HEARD * IN_THINGS));
    }
    any.addAll(weighted(wanted.inPairs(), IN_PAIRS));
    return any;
  }

  private static List<Query> weighted(List<Query> queries, float weight) {
    return queries.stream().<Query>map(query -> new BoostQuery(query, weight)).toList();
  }

  private List<Query> synonyms(String name, Function<WordTerms, List<Query>> phrases) {
    List<Query> queries = new ArrayList<>();
    for (String other : synonyms.of(name)) {
      if (synonymsUsed < MOST_SYNONYMS) {
        synonymsUsed++;
        WordTerms wanted = cut(other);
        wanted.collect(terms, sounds, written);
        queries.addAll(weighted(phrases.apply(wanted), AS_SYNONYM));
      }
    }
    return queries;
  }

  /** 新宿区 finds 新宿, too; not in the names of things, of which there are too many. */
  private List<Query> withoutSuffix(TypedWord word) {
    String text = word.text();
    int rest = text.length() - 1;
    if (rest < 2
        || !isSuffix(text.charAt(rest))
        || isSuffix(text.charAt(rest - 1))
        || word.field().equals(Optional.of(TypedField.THING))) {
      return List.of();
    }
    WordTerms wanted = cut(text.substring(0, rest));
    size += wanted.size();
    return weighted(
        word.field().map(field -> wanted.writtenIn(field.field())).orElseGet(wanted::described),
        WITHOUT_SUFFIX);
  }

  private static boolean isSuffix(char c) {
    return SUFFIXES.indexOf(c) >= 0;
  }

  private static List<Query> inSet(String field, Collection<String> values, float weight) {
    List<BytesRef> terms = values.stream().map(BytesRef::new).toList();
    return terms.isEmpty()
        ? List.of()
        : List.of(new BoostQuery(new ConstantScoreQuery(new TermInSetQuery(field, terms)), weight));
  }
}
