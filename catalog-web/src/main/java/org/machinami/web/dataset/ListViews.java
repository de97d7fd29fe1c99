package org.machinami.web.dataset;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.machinami.store.search.Facet;
import org.machinami.store.search.SearchIndex;
import org.machinami.store.search.SearchResults;
import org.machinami.web.language.Language;
import org.machinami.web.language.Messages;
import org.machinami.web.language.Text;
import org.machinami.web.rdf.Labels;

/** From search results to a page of the list. */
final class ListViews {
  private static final int SHOWN = 10;
  private static final int MOST_OPTIONS = 60;

  /** In the order in which they stand beside the list. */
  private static final Map<Facet, String> GROUPS =
      new TreeMap<>(
          Map.of(
              Facet.SECTOR, "facet.sector",
              Facet.SERVICE_FIELD, "facet.service-field",
              Facet.PUBLISHER, "facet.publisher",
              Facet.LICENCE, "facet.licence",
              Facet.FORMAT, "facet.format"));

  private final SearchIndex search;
  private final Labels labels;
  private final ListGraph graph;

  ListViews(SearchIndex search, Labels labels, String base) {
    this.search = search;
    this.labels = labels;
    this.graph = new ListGraph(base);
  }

  ListView of(ListQuery query, Language language) {
    SearchResults results = search.search(query.request(language));
    int pages =
        (int)
            Math.min(
                ListQuery.LAST_PAGE,
                Math.max(1, (results.total() + ListQuery.PAGE_SIZE - 1) / ListQuery.PAGE_SIZE));
    List<ListView.Group> groups = new ArrayList<>();
    List<ListView.Option> chosen = new ArrayList<>();
    GROUPS.forEach(
        (facet, key) -> {
          List<ListView.Option> options = options(facet, results, query, language);
          options.stream().filter(ListView.Option::chosen).forEach(chosen::add);
          int shown = Math.min(SHOWN, options.size());
          if (!options.isEmpty()) {
            groups.add(
                new ListView.Group(
                    key, options.subList(0, shown), options.subList(shown, options.size())));
          }
        });
    return new ListView(
        graph.of(query, results),
        query,
        results.total(),
        pages,
        results.hits().stream().map(hit -> DatasetCard.of(hit, labels, language)).toList(),
        groups,
        chosen,
        orders(query, language),
        pageLinks(query, pages),
        hidden(query));
  }

  private List<ListView.Option> options(
      Facet facet, SearchResults results, ListQuery query, Language language) {
    List<ListView.Option> options = new ArrayList<>();
    Set<String> missing = new TreeSet<>(query.filters().getOrDefault(facet, Set.of()));
    for (SearchResults.Count count : results.of(facet)) {
      if (options.size() < MOST_OPTIONS || query.has(facet, count.value())) {
        options.add(option(facet, count.value(), count.hits(), query, language));
      }
      missing.remove(count.value());
    }
    // What is chosen can be taken back, also when nothing has it.
    missing.forEach(value -> options.add(option(facet, value, 0, query, language)));
    return options;
  }

  private ListView.Option option(
      Facet facet, String value, long count, ListQuery query, Language language) {
    return new ListView.Option(
        label(facet, value, language),
        count,
        query.toggled(facet, value).path(),
        query.has(facet, value));
  }

  private Text label(Facet facet, String value, Language language) {
    return switch (facet) {
      case SECTOR -> labels.concept("sector", value, language);
      case SERVICE_FIELD -> labels.concept("service-field", value, language);
      case LICENCE -> labels.of(value, language);
      case FORMAT -> new Text(DatasetViews.badge(value), "");
      case LANGUAGE -> new Text(value, "");
      case PUBLISHER ->
          search
              .findBy(Facet.PUBLISHER, value)
              .flatMap(hit -> DatasetCard.best(hit.publisherNames(), language))
              .orElseGet(() -> new Text(Labels.localName(value), "zxx"));
    };
  }

  private static List<ListView.Option> orders(ListQuery query, Language language) {
    Messages m = Messages.in(language);
    List<ListView.Option> orders = new ArrayList<>();
    for (ListQuery.Sort sort : ListQuery.Sort.values()) {
      // Without words there is nothing to be relevant to: the default is the newest first.
      if (sort == ListQuery.Sort.RELEVANCE && query.words().isEmpty()) {
        continue;
      }
      boolean current =
          query.sort() == sort
              || (query.words().isEmpty()
                  && query.sort() == ListQuery.Sort.RELEVANCE
                  && sort == ListQuery.Sort.MODIFIED);
      String key =
          switch (sort) {
            case RELEVANCE -> "sort.relevance";
            case MODIFIED -> "sort.modified";
            case TITLE -> "sort.title";
          };
      orders.add(
          new ListView.Option(
              new Text(m.text(key), language.tag()), 0, query.sorted(sort).path(), current));
    }
    return orders;
  }

  private static List<ListView.PageLink> pageLinks(ListQuery query, int pages) {
    List<ListView.PageLink> links = new ArrayList<>();
    TreeSet<Integer> numbers = new TreeSet<>(List.of(1, pages));
    for (int n = query.page() - 1; n <= query.page() + 1; n++) {
      if (n >= 1 && n <= pages) {
        numbers.add(n);
      }
    }
    int last = 0;
    for (int number : numbers) {
      if (number > last + 1 && last > 0) {
        links.add(new ListView.PageLink(0, "", false));
      }
      links.add(new ListView.PageLink(number, query.onPage(number).path(), number == query.page()));
      last = number;
    }
    return links;
  }

  private static List<ListView.Hidden> hidden(ListQuery query) {
    List<ListView.Hidden> hidden = new ArrayList<>();
    query
        .filters()
        .forEach(
            (facet, values) ->
                values.forEach(v -> hidden.add(new ListView.Hidden(facet.parameter(), v))));
    if (query.sort() != ListQuery.Sort.RELEVANCE) {
      hidden.add(new ListView.Hidden("sort", query.sort().parameter()));
    }
    return hidden;
  }
}
