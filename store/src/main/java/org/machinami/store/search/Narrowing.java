package org.machinami.store.search;

import java.util.List;
import java.util.Optional;
import org.apache.lucene.document.DoubleRange;
import org.apache.lucene.document.LongRange;
import org.apache.lucene.document.NumericDocValuesField;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.ConstantScoreQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.TermInSetQuery;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.util.BytesRef;

/** The filters of a request as queries. */
final class Narrowing {
  static final Query DATASETS = new TermQuery(new Term(Fields.KIND, Fields.DATASET));

  private Narrowing() {}

  /**
   * Datasets that match the words and the filters of the request.
   *
   * @param but the facet whose filter is left out, so that its other values can be counted
   */
  static Query of(Query words, SearchRequest request, Optional<Facet> but) {
    BooleanQuery.Builder query =
        new BooleanQuery.Builder().add(words, Occur.MUST).add(DATASETS, Occur.FILTER);
    request
        .filters()
        .forEach(
            (facet, values) -> {
              if (but.isEmpty() || facet != but.get()) {
                List<BytesRef> terms = values.stream().map(BytesRef::new).toList();
                query.add(new TermInSetQuery(facet.parameter(), terms), Occur.FILTER);
              }
            });
    if (!request.period().equals(Period.ALWAYS)) {
      query.add(days(request.period()), Occur.FILTER);
    }
    request.extent().ifPresent(box -> query.add(extent(box), Occur.FILTER));
    return query.build();
  }

  /** Datasets that say that they were last changed on one of these days. */
  static Query modifiedIn(Period days) {
    return new ConstantScoreQuery(
        new BooleanQuery.Builder()
            .add(DATASETS, Occur.FILTER)
            .add(
                NumericDocValuesField.newSlowRangeQuery(
                    Fields.MODIFIED, days.firstDay(), days.lastDay()),
                Occur.FILTER)
            .build());
  }

  private static Query days(Period period) {
    return LongRange.newIntersectsQuery(
        Fields.DAYS, new long[] {period.firstDay()}, new long[] {period.lastDay()});
  }

  private static Query extent(Box box) {
    if (!box.crossesDateLine()) {
      return extent(box.west(), box.south(), box.east(), box.north());
    }
    return new BooleanQuery.Builder()
        .add(extent(box.west(), box.south(), 180, box.north()), Occur.SHOULD)
        .add(extent(-180, box.south(), box.east(), box.north()), Occur.SHOULD)
        .build();
  }

  private static Query extent(double west, double south, double east, double north) {
    return DoubleRange.newIntersectsQuery(
        Fields.EXTENT, new double[] {west, south}, new double[] {east, north});
  }
}
