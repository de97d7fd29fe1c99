package org.machinami.web.steward;

import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.machinami.store.search.Facet;
import org.machinami.store.search.Order;
import org.machinami.store.search.SearchIndex;
import org.machinami.store.search.SearchRequest;
import org.machinami.store.search.SearchResults;
import org.machinami.web.account.SignedIn;
import org.machinami.web.dataset.Cards;
import org.machinami.web.language.Language;
import org.machinami.web.request.Typed;

/** What is published by the organisations that somebody works for. Thread-safe. */
final class PublishedDatasets {
  private static final int MOST = 100;
  private static final int LONGEST = 200;

  private final SearchIndex search;
  private final StewardDesk desk;

  PublishedDatasets(SearchIndex search, StewardDesk desk) {
    this.search = search;
    this.desk = desk;
  }

  /**
   * Those that match, the latest changed first.
   *
   * @param words as typed; empty for all
   */
  StewardHomeView.Listed find(SignedIn signedIn, String words, Language language) {
    String typed = Typed.line(words);
    String asked = typed.substring(0, Math.min(LONGEST, typed.length()));
    Set<String> publishers = publishers(signedIn);
    if (publishers.isEmpty()) {
      return StewardHomeView.Listed.NOTHING;
    }
    Order order = asked.isEmpty() ? Order.MODIFIED : Order.RELEVANCE;
    SearchResults results =
        search.search(
            new SearchRequest(asked, Map.of(Facet.PUBLISHER, publishers), order, 0, MOST));
    return new StewardHomeView.Listed(
        asked,
        results.total(),
        results.hits().stream()
            .map(
                hit ->
                    new StewardHomeView.Published(
                        hit.id(),
                        Cards.title(hit, language),
                        desk.stoppedSince(hit.id()).isPresent()))
            .toList());
  }

  /** Who works for all organisations works for none that is of another catalogue. */
  private Set<String> publishers(SignedIn signedIn) {
    Set<String> publishers = new TreeSet<>(signedIn.publishers());
    publishers.addAll(signedIn.decidesFor());
    if (signedIn.worksForAll()) {
      search
          .search(new SearchRequest("", Map.of(), Order.RELEVANCE, 0, 0))
          .of(Facet.PUBLISHER)
          .forEach(count -> publishers.add(count.value()));
      publishers.removeIf(publisher -> publisher.contains(":"));
    }
    return publishers;
  }
}
