package org.machinami.web.request;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.machinami.store.search.Hit;
import org.machinami.store.search.Order;
import org.machinami.store.search.SearchIndex;
import org.machinami.store.search.SearchRequest;
import org.machinami.store.search.SearchResults;

/** What there is already that may be what somebody asks for. */
final class SimilarFinder {
  private static final int MOST_SHOWN = 3;
  private static final int MOST_COMPARED = 1_000;
  private static final double LIKE = 0.6;

  private final RequestRecords records;
  private final SearchIndex search;

  SimilarFinder(RequestRecords records, SearchIndex search) {
    this.records = records;
    this.search = search;
  }

  /** Datasets and open requests, the most similar first. */
  record Similar(List<Hit> datasets, List<DataRequest> requests) {
    Similar {
      datasets = List.copyOf(datasets);
      requests = List.copyOf(requests);
    }

    static Similar none() {
      return new Similar(List.of(), List.of());
    }

    boolean isEmpty() {
      return datasets.isEmpty() && requests.isEmpty();
    }
  }

  /** Nothing is similar to no words, or to more of them than a request may have. */
  Similar to(RequestDraft draft) {
    String words = draft.wanted();
    return words.isEmpty() || words.length() > 2 * RequestDraft.MOST_WANTED
        ? Similar.none()
        : new Similar(datasets(words), requests(words));
  }

  /** Those with all words, else those that the nearest looser search finds. */
  private List<Hit> datasets(String words) {
    SearchResults results = search(words);
    return results.hits().isEmpty() && results.looser().isPresent()
        ? search(results.looser().get().words()).hits()
        : results.hits();
  }

  private SearchResults search(String words) {
    return search.search(new SearchRequest(words, Map.of(), Order.RELEVANCE, 0, MOST_SHOWN));
  }

  private List<DataRequest> requests(String words) {
    Likeness likeness = new Likeness(words);
    return records.list(RequestFilter.SHOWN, 0, MOST_COMPARED).stream()
        .filter(request -> likeness.to(request.wanted()) >= LIKE)
        .sorted(Comparator.comparingDouble((DataRequest r) -> likeness.to(r.wanted())).reversed())
        .limit(MOST_SHOWN)
        .toList();
  }
}
