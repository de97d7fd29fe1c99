package org.machinami.web.dataset;

import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.machinami.store.Store;
import org.machinami.store.search.Hit;
import org.machinami.store.search.Literal;
import org.machinami.store.search.Marker;
import org.machinami.store.search.Period;
import org.machinami.store.search.SearchIndex;
import org.machinami.store.search.SearchResults;
import org.machinami.store.search.text.TypedField;
import org.machinami.web.language.Language;
import org.machinami.web.language.Messages;
import org.machinami.web.language.Text;
import org.machinami.web.page.Value;
import org.machinami.web.rdf.Labels;

/** From search results to a page of the list. */
final class ListViews {
  private static final int LONGEST_TITLE = 300;
  private static final int LONGEST_SNIPPET = 240;
  private static final int MOST_THINGS = 3;
  private static final int MOST_BOXES = 5;

  private final SearchIndex search;
  private final String base;
  private final Stops stops;
  private final Cards cards;
  private final ListGraph graph;
  private final FacetOptions facets;

  ListViews(Store store, SearchIndex search, Labels labels) {
    this.search = search;
    this.base = store.base();
    this.stops = new Stops(store);
    this.cards = new Cards(store, labels);
    this.graph = new ListGraph(base, stops);
    this.facets = new FacetOptions(search, labels, base);
  }

  /**
   * The hits of a query for programs.
   *
   * @param changed when the index last changed
   */
  ListData data(ListQuery query, Language language, Instant changed) {
    SearchResults results = search.search(query.request(language).unadvised());
    return new ListData(
        graph.of(query, results),
        query,
        new HitExport(search, stops, base, query, results, changed));
  }

  /** The page for a query. */
  ListView page(ListQuery query, Language language) {
    SearchResults results = search.search(query.request(language));
    int pages =
        (int)
            Math.min(
                ListQuery.LAST_PAGE,
                Math.max(1, (results.total() + ListQuery.PAGE_SIZE - 1) / ListQuery.PAGE_SIZE));
    List<ListView.Group> groups = facets.groups(results, query, language);
    List<ListView.Option> chosen = new ArrayList<>();
    groups.forEach(
        group -> {
          group.options().stream().filter(ListView.Option::chosen).forEach(chosen::add);
          group.more().stream().filter(ListView.Option::chosen).forEach(chosen::add);
        });
    chosen.addAll(timeAndPlace(query, language));
    return new ListView(
        query,
        results.total(),
        pages,
        results.typed().cut(),
        found(query, results, language),
        results.things().stream().map(thing -> named(thing, language)).toList(),
        results.correction().map(words -> option(words, 0, query.corrected(words), language)),
        results
            .looser()
            .map(
                looser ->
                    option(looser.words(), looser.total(), query.asking(looser.words()), language)),
        groups,
        chosen,
        orders(query, language),
        pageLinks(query, pages),
        hidden(query, Set.of(ListParameters.WORDS)),
        time(query),
        place(query));
  }

  /** The hits; of those that show no mark, it is looked up where the words stand. */
  private List<ListView.Found> found(ListQuery query, SearchResults results, Language language) {
    List<ListView.Found> found =
        results.hits().stream().map(hit -> found(hit, results, language)).toList();
    Set<String> unmarked =
        found.stream()
            .filter(hit -> !hit.isMarked())
            .map(hit -> hit.card().id())
            .collect(Collectors.toSet());
    if (unmarked.isEmpty() || results.typed().words().isEmpty()) {
      return found;
    }
    Map<String, Set<TypedField>> parts = search.foundIn(query.words(), unmarked);
    return found.stream()
        .map(hit -> hit.in(parts.getOrDefault(hit.card().id(), Set.of())))
        .toList();
  }

  private ListView.Found found(Hit hit, SearchResults results, Language language) {
    DatasetCard card = cards.of(hit, language);
    Marker marker = results.marker();
    List<Text> things =
        results.things().stream()
            .filter(thing -> thing.datasets().contains(hit.id()))
            .map(thing -> named(thing, language).name().text())
            .distinct()
            .limit(MOST_THINGS)
            .toList();
    return new ListView.Found(
        card,
        marker.name(literal(card.title()), LONGEST_TITLE),
        Cards.best(hit.descriptions(), language)
            .map(description -> marker.text(literal(description), LONGEST_SNIPPET)),
        things,
        List.of(),
        hit.extents().stream()
            .limit(MOST_BOXES)
            .map(BoxParameter::text)
            .collect(Collectors.joining(";")));
  }

  private static Literal literal(Text text) {
    return new Literal(text.value(), text.tag());
  }

  private ListView.NamedThing named(SearchResults.Thing thing, Language language) {
    Text name =
        Cards.best(thing.names(), language)
            .orElseGet(() -> new Text(Labels.localName(thing.iri()), "zxx"));
    String start = base + "id/";
    String key = thing.iri().startsWith(start) ? thing.iri().substring(start.length()) : "";
    return new ListView.NamedThing(new Value(name, thing.iri()), key);
  }

  private static ListView.Option option(
      String words, long count, ListQuery query, Language language) {
    return new ListView.Option(new Text(words, language.tag()), count, query.path(), false);
  }

  /** What is chosen of time and place, each to be taken back. */
  private static List<ListView.Option> timeAndPlace(ListQuery query, Language language) {
    Messages m = Messages.in(language);
    List<ListView.Option> chosen = new ArrayList<>();
    if (!query.period().equals(Period.ALWAYS)) {
      String from = query.period().from().map(m::day).orElse("");
      String to = query.period().to().map(m::day).orElse("");
      chosen.add(chosen(m.text("datasets.period", from, to), query.withoutPeriod(), language));
    }
    query
        .extent()
        .ifPresent(
            box ->
                chosen.add(
                    chosen(
                        m.text("datasets.extent", BoxParameter.text(box)),
                        query.withoutExtent(),
                        language)));
    return chosen;
  }

  private static ListView.Option chosen(String text, ListQuery without, Language language) {
    return new ListView.Option(new Text(text, language.tag()), 0, without.path(), true);
  }

  private static ListView.Time time(ListQuery query) {
    return new ListView.Time(
        query.period().from().map(Object::toString).orElse(""),
        query.period().to().map(Object::toString).orElse(""),
        hidden(query, Set.of(ListParameters.FROM, ListParameters.TO)));
  }

  private static ListView.Place place(ListQuery query) {
    return new ListView.Place(
        query.extent().map(BoxParameter::text).orElse(""),
        hidden(query, Set.of(ListParameters.EXTENT)));
  }

  private static List<ListView.Option> orders(ListQuery query, Language language) {
    Messages m = Messages.in(language);
    Map<ListQuery.Sort, String> names = new EnumMap<>(ListQuery.Sort.class);
    names.put(ListQuery.Sort.RELEVANCE, m.text("sort.relevance"));
    names.put(ListQuery.Sort.MODIFIED, m.text("sort.modified"));
    names.put(ListQuery.Sort.ISSUED, m.text("sort.issued"));
    names.put(ListQuery.Sort.TITLE, m.text("sort.title"));
    names.put(ListQuery.Sort.USED, m.text("sort.used"));
    // Without words there is nothing to be relevant to: the default is the latest changed first.
    boolean wordless = query.words().isEmpty();
    ListQuery.Sort current =
        wordless && query.sort() == ListQuery.Sort.RELEVANCE
            ? ListQuery.Sort.MODIFIED
            : query.sort();
    List<ListView.Option> orders = new ArrayList<>();
    names.forEach(
        (sort, name) -> {
          if (sort != ListQuery.Sort.RELEVANCE || !wordless) {
            Text text = new Text(name, language.tag());
            orders.add(new ListView.Option(text, 0, query.sorted(sort).path(), sort == current));
          }
        });
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

  /** The parameters of the first page, but for some. */
  private static List<ListView.Hidden> hidden(ListQuery query, Set<String> but) {
    List<ListView.Hidden> hidden = new ArrayList<>();
    query
        .onPage(1)
        .parameters()
        .forEach(
            (name, values) -> {
              if (!but.contains(name)) {
                values.forEach(value -> hidden.add(new ListView.Hidden(name, value)));
              }
            });
    return hidden;
  }
}
