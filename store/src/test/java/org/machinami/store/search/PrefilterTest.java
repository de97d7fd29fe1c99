package org.machinami.store.search;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.BoostQuery;
import org.apache.lucene.search.DisjunctionMaxQuery;
import org.apache.lucene.search.MatchAllDocsQuery;
import org.apache.lucene.search.PhraseQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.TermQuery;
import org.junit.jupiter.api.Test;
import org.machinami.store.search.text.TypedField;

final class PrefilterTest {
  private static final String TITLE = TypedField.TITLE.field();
  private static final String KEYWORD = TypedField.KEYWORD.field();

  private static Query term(String field, String text) {
    return new TermQuery(new Term(field, text));
  }

  @Test
  void aWordInAnyField_isOneTerm() {
    Query anywhere =
        new DisjunctionMaxQuery(
            List.of(new BoostQuery(term(TITLE, "公園"), 4), new BoostQuery(term(KEYWORD, "公園"), 2)),
            0.1f);
    assertEquals(term(Fields.ALL, "公園"), Prefilter.of(anywhere));
  }

  @Test
  void words_areThoseThatMustBeThere() {
    Query phrase = new PhraseQuery(TITLE, "区", "役所");
    BooleanQuery together =
        new BooleanQuery.Builder()
            .add(term(TITLE, "区"), Occur.MUST)
            .add(term(TITLE, "役所"), Occur.MUST)
            .add(phrase, Occur.SHOULD)
            .build();
    BooleanQuery both =
        new BooleanQuery.Builder()
            .add(term(Fields.ALL, "区"), Occur.FILTER)
            .add(term(Fields.ALL, "役所"), Occur.FILTER)
            .build();
    assertEquals(both, Prefilter.of(together));
    assertEquals(both, Prefilter.of(phrase));
  }

  @Test
  void whatIsNoWord_staysAsItIs() {
    assertEquals(term(Fields.PAIRS, "公園"), Prefilter.of(term(Fields.PAIRS, "公園")));
    assertEquals(new MatchAllDocsQuery(), Prefilter.of(new MatchAllDocsQuery()));
  }
}
