package org.machinami.store.search;

import org.apache.lucene.document.DoubleRange;
import org.apache.lucene.document.LongRange;
import org.apache.lucene.document.NumericDocValuesField;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.ConstantScoreQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.TermQuery;

/** What narrows a request as queries. */
final class Narrowing {
  static final Query DATASETS = new TermQuery(new Term(Fields.KIND, Fields.DATASET));

  private Narrowing() {}

  /**
   * Datasets that match the words, the period and the rectangle of the request; {@link FacetCounts}
   * looks after the facets.
   *
   * @param places where things are that datasets only name
   */
  static Query of(Query words, SearchRequest request, PlaceExtents places) {
    BooleanQuery.Builder query =
        new BooleanQuery.Builder().add(words, Occur.MUST).add(DATASETS, Occur.FILTER);
    if (!request.period().equals(Period.ALWAYS)) {
      query.add(days(request.period()), Occur.FILTER);
    }
    request.extent().ifPresent(box -> query.add(near(box, places), Occur.FILTER));
    return query.build();
  }

  /** What matches and is a dataset, without scores. */
  static Query datasets(Query query) {
    return new BooleanQuery.Builder().add(query, Occur.FILTER).add(DATASETS, Occur.FILTER).build();
  }

  /** Datasets that say that they were last changed on one of these days. */
  static Query modifiedIn(Period days) {
    return new ConstantScoreQuery(
        datasets(
            NumericDocValuesField.newSlowRangeQuery(
                Fields.MODIFIED, days.firstDay(), days.lastDay())));
  }

  private static Query days(Period period) {
    return LongRange.newIntersectsQuery(
        Fields.DAYS, new long[] {period.firstDay()}, new long[] {period.lastDay()});
  }

  private static Query near(Box box, PlaceExtents places) {
    BooleanQuery.Builder any = new BooleanQuery.Builder().add(extent(box), Occur.SHOULD);
    places.touching(box).ifPresent(named -> any.add(named, Occur.SHOULD));
    return any.build();
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
