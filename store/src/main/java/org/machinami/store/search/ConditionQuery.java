package org.machinami.store.search;

import java.time.Instant;
import java.util.Collection;
import java.util.Set;
import java.util.function.Function;
import org.apache.lucene.document.LongField;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.FieldExistsQuery;
import org.apache.lucene.search.MatchAllDocsQuery;
import org.apache.lucene.search.PrefixQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.TermInSetQuery;
import org.apache.lucene.util.BytesRef;
import org.machinami.store.search.text.Typed;

/** From conditions to queries. */
final class ConditionQuery {
  private final PublisherTree publishers;
  private final Function<Typed, Query> words;

  /**
   * @param words makes the query for typed words
   */
  ConditionQuery(PublisherTree publishers, Function<Typed, Query> words) {
    this.publishers = publishers;
    this.words = words;
  }

  Query of(Condition condition) {
    if (condition instanceof Condition.Has has) {
      Set<String> values =
          has.facet() == Facet.PUBLISHER ? publishers.withParts(has.values()) : has.values();
      return oneOf(has.facet().parameter(), values);
    } else if (condition instanceof Condition.HasAny any) {
      return new FieldExistsQuery(any.facet().parameter());
    } else if (condition instanceof Condition.Begins begins) {
      return new PrefixQuery(new Term(begins.facet().parameter(), begins.beginning()));
    } else if (condition instanceof Condition.Named named) {
      return oneOf(Fields.ID, named.ids());
    } else if (condition instanceof Condition.NameBegins begins) {
      return new PrefixQuery(new Term(Fields.ID, begins.beginning()));
    } else if (condition instanceof Condition.Words typed) {
      return words.apply(Typed.parse(typed.typed()));
    } else if (condition instanceof Condition.Changed changed) {
      return range(Fields.CHANGED, changed.from(), changed.to());
    } else if (condition instanceof Condition.Created created) {
      return range(Fields.CREATED, created.from(), created.to());
    } else if (condition instanceof Condition.All all) {
      return joined(all.parts(), Occur.MUST);
    } else if (condition instanceof Condition.Any any) {
      return joined(any.parts(), Occur.SHOULD);
    } else if (condition instanceof Condition.Not not) {
      return new BooleanQuery.Builder()
          .add(new MatchAllDocsQuery(), Occur.MUST)
          .add(of(not.part()), Occur.MUST_NOT)
          .build();
    }
    return new MatchAllDocsQuery();
  }

  private static Query range(String field, Instant from, Instant to) {
    return LongField.newRangeQuery(field, milliseconds(from), milliseconds(to));
  }

  private static long milliseconds(Instant time) {
    if (time.equals(Instant.MIN)) {
      return Long.MIN_VALUE;
    }
    return time.equals(Instant.MAX) ? Long.MAX_VALUE : time.toEpochMilli();
  }

  private Query joined(Collection<Condition> parts, Occur occur) {
    BooleanQuery.Builder query = new BooleanQuery.Builder();
    parts.forEach(part -> query.add(of(part), occur));
    return query.build();
  }

  private static Query oneOf(String field, Collection<String> values) {
    return new TermInSetQuery(field, values.stream().map(BytesRef::new).toList());
  }
}
