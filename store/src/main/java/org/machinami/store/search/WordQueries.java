package org.machinami.store.search;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
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
 * is excluded. Made for one search.
 */
final class WordQueries {
  /** Bounds the work for one search, whatever is typed. */
  private static final int MOST_TERMS = 80;

  private static final int MOST_SYNONYMS = 12;
  private static final int LONGEST_NAME = 4;
  private static final float AS_SYNONYM = 0.5f;
  private static final float AS_HEARD = 2f;
  private static final float WITHOUT_SUFFIX = 0.4f;
  private static final float BY_PLACE = 2f;
  private static final float BY_STATION = 1.5f;

  /** What follows the name of a place and is often left out. */
  private static final String SUFFIXES = "都道府県区市町村駅";

  private static final List<TypedField> SYNONYM_FIELDS =
      List.of(TypedField.TITLE, TypedField.KEYWORD, TypedField.DESCRIPTION, TypedField.COLUMN);

  private final Analysis analysis;
  private final Synonyms synonyms;
  private final Things things;
  private final IndexSearcher searcher;
  private final Set<String> terms = new HashSet<>();
  private final Set<String> sounds = new HashSet<>();
  private final Set<String> written = new HashSet<>();
  private final Set<String> typedWords = new HashSet<>();
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
      if (!word.excluded() && word.field().isEmpty()) {
        all.add(Prefilter.of(query), Occur.FILTER);
      }
      wanted |= !word.excluded();
      excluded |= word.excluded();
    }
    if (!wanted && excluded) {
      all.add(new MatchAllDocsQuery(), Occur.MUST);
      wanted = true;
    }
    return wanted ? all.build() : new MatchNoDocsQuery("no word to look for");
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
    List<Query> any = new ArrayList<>(synonyms(joined(words)));
    any.add(each.build());
    return new DisjunctionMaxQuery(any, 0);
  }

  /** The query for one word or phrase; null where there is nothing to look for. */
  private Query one(TypedWord word) {
    WordTerms wanted = WordTerms.of(word.text(), analysis);
    if (wanted.isEmpty()) {
      return null;
    }
    size += wanted.size();
    if (!word.excluded()) {
      wanted.collect(terms, sounds, written);
      typedWords.add(WordTerms.written(word.text()));
    }
    List<Query> any = new ArrayList<>();
    Map<TypedField, Float> fields =
        word.field().map(field -> Map.of(field, 1f)).orElse(Fields.WEIGHTS);
    boolean anywhere = word.field().isEmpty();
    fields.forEach(
        (field, weight) -> {
          String name = field.field();
          List<Query> queries =
              word.phrase()
                  ? wanted.phrases(name)
                  : anywhere ? wanted.writtenIn(name) : wanted.inField(name);
          queries.forEach(query -> any.add(new BoostQuery(query, weight)));
        });
    if (anywhere) {
      if (!word.phrase()) {
        wanted.heard().forEach(query -> any.add(new BoostQuery(query, AS_HEARD)));
      }
      wanted.inPairs().forEach(query -> any.add(new BoostQuery(query, Fields.PAIRS_WEIGHT)));
    }
    if (!word.phrase() && !word.excluded()) {
      if (anywhere) {
        any.addAll(synonyms(word.text()));
      }
      any.addAll(withoutSuffix(word, fields));
    }
    if (anywhere || word.field().get() == TypedField.PLACE) {
      any.addAll(inSet(Fields.PLACE_IRI, things.areas(searcher, word.text()), BY_PLACE));
    }
    if (!word.excluded() && (anywhere || word.field().get() == TypedField.THING)) {
      any.addAll(inSet(Fields.ID, things.datasetsOfStation(searcher, word.text()), BY_STATION));
    }
    return new DisjunctionMaxQuery(any, 0.1f);
  }

  private List<Query> synonyms(String name) {
    List<Query> queries = new ArrayList<>();
    for (String other : synonyms.of(name)) {
      if (synonymsUsed < MOST_SYNONYMS) {
        synonymsUsed++;
        WordTerms wanted = WordTerms.of(other, analysis);
        wanted.collect(terms, sounds, written);
        for (TypedField field : SYNONYM_FIELDS) {
          float weight = AS_SYNONYM * Fields.WEIGHTS.get(field);
          wanted.phrases(field.field()).forEach(q -> queries.add(new BoostQuery(q, weight)));
        }
      }
    }
    return queries;
  }

  /** 新宿区 finds 新宿, too; not in the names of things, of which there are too many. */
  private List<Query> withoutSuffix(TypedWord word, Map<TypedField, Float> fields) {
    String text = word.text();
    int rest = text.length() - 1;
    if (rest < 2 || !isSuffix(text.charAt(rest)) || isSuffix(text.charAt(rest - 1))) {
      return List.of();
    }
    WordTerms wanted = WordTerms.of(text.substring(0, rest), analysis);
    size += wanted.size();
    List<Query> queries = new ArrayList<>();
    fields.forEach(
        (field, weight) -> {
          if (field != TypedField.THING) {
            wanted
                .writtenIn(field.field())
                .forEach(query -> queries.add(new BoostQuery(query, WITHOUT_SUFFIX * weight)));
          }
        });
    return queries;
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
