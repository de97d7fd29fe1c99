package org.machinami.store.search;

import java.util.ArrayList;
import java.util.List;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.BoostQuery;
import org.apache.lucene.search.DisjunctionMaxQuery;
import org.apache.lucene.search.MatchAllDocsQuery;
import org.apache.lucene.search.MatchNoDocsQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.util.QueryBuilder;

/** From what is typed to a query: every word must match, in any field of any language. */
final class Words {
  /** More than anyone types; the rest is left out. */
  private static final int MOST_WORDS = 16;

  private static final int MOST_CHARACTERS = 400;

  private final QueryBuilder builder;

  Words(Analyzer analyzer) {
    this.builder = new QueryBuilder(analyzer);
  }

  Query query(String typed) {
    String text = typed.strip();
    if (text.isEmpty()) {
      return new MatchAllDocsQuery();
    }
    text = text.substring(0, Math.min(MOST_CHARACTERS, text.length()));
    BooleanQuery.Builder all = new BooleanQuery.Builder();
    int words = 0;
    // U+3000 is the space of Japanese keyboards.
    for (String word : text.split("[\\s\\u3000]+", -1)) {
      List<Query> anywhere = anywhere(word);
      if (!anywhere.isEmpty() && words < MOST_WORDS) {
        all.add(new DisjunctionMaxQuery(anywhere, 0.1f), Occur.MUST);
        words++;
      }
    }
    return words == 0 ? new MatchNoDocsQuery("no word to look for") : all.build();
  }

  private List<Query> anywhere(String word) {
    List<Query> queries = new ArrayList<>();
    Fields.WEIGHTS.forEach(
        (field, weight) -> {
          Query query = builder.createBooleanQuery(field, word, Occur.MUST);
          if (query != null) {
            queries.add(new BoostQuery(query, weight));
          }
        });
    return queries;
  }
}
