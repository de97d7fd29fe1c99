package org.machinami.store.search;

import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.BoostQuery;
import org.apache.lucene.search.ConstantScoreQuery;
import org.apache.lucene.search.DisjunctionMaxQuery;
import org.apache.lucene.search.PhraseQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.TermQuery;
import org.machinami.store.search.text.TypedField;

/**
 * From a query for a word to one that is cheaper and finds at least the same: a term of any field
 * becomes one of the field that has the terms of all, a phrase becomes its terms. A word is looked
 * for in seven fields, in several forms; where all words are somewhere is found in two or three
 * lists of documents a word, and only there the fields need be looked at.
 */
final class Prefilter {
  private static final Set<String> FIELDS =
      Arrays.stream(TypedField.values()).map(TypedField::field).collect(Collectors.toSet());

  private Prefilter() {}

  /** What every document matches that the query matches. */
  static Query of(Query query) {
    if (query instanceof BoostQuery boost) {
      return of(boost.getQuery());
    }
    if (query instanceof ConstantScoreQuery constant) {
      return of(constant.getQuery());
    }
    if (query instanceof TermQuery term) {
      return of(term.getTerm());
    }
    if (query instanceof PhraseQuery phrase) {
      return all(Arrays.stream(phrase.getTerms()).map(Prefilter::of).toList());
    }
    if (query instanceof DisjunctionMaxQuery any) {
      return any(any.getDisjuncts().stream().map(Prefilter::of).toList());
    }
    return query instanceof BooleanQuery clauses ? of(clauses) : query;
  }

  private static Query of(Term term) {
    return new TermQuery(FIELDS.contains(term.field()) ? new Term(Fields.ALL, term.bytes()) : term);
  }

  private static Query of(BooleanQuery query) {
    List<Query> required =
        query.clauses().stream()
            .filter(BooleanClause::isRequired)
            .map(clause -> of(clause.getQuery()))
            .toList();
    return required.isEmpty()
        ? any(
            query.clauses().stream()
                .filter(clause -> clause.getOccur() == Occur.SHOULD)
                .map(clause -> of(clause.getQuery()))
                .toList())
        : all(required);
  }

  private static Query all(Collection<Query> queries) {
    return joined(queries, Occur.FILTER);
  }

  private static Query any(Collection<Query> queries) {
    return joined(queries, Occur.SHOULD);
  }

  private static Query joined(Collection<Query> queries, Occur occur) {
    Set<Query> distinct = new LinkedHashSet<>(queries);
    if (distinct.size() == 1) {
      return distinct.iterator().next();
    }
    BooleanQuery.Builder joined = new BooleanQuery.Builder();
    distinct.forEach(query -> joined.add(query, occur));
    return joined.build();
  }
}
