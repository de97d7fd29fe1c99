package org.machinami.web.home;

import java.time.Clock;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.sparql.graph.GraphFactory;
import org.machinami.ontology.Vocabularies;
import org.machinami.store.Store;
import org.machinami.store.search.Facet;
import org.machinami.store.search.Hit;
import org.machinami.store.search.SearchIndex;
import org.machinami.store.search.SearchRequest;
import org.machinami.store.search.SearchResults;
import org.machinami.web.dataset.Cards;
import org.machinami.web.dataset.ListQuery;
import org.machinami.web.language.Language;
import org.machinami.web.language.Messages;
import org.machinami.web.language.Text;
import org.machinami.web.rdf.Described;
import org.machinami.web.rdf.Labels;
import org.machinami.web.rdf.Terms;

/** From the search index to the front page, and the tiles that other pages show too. */
public final class HomeViews {
  private static final int NEWEST = 6;
  private static final int MOST_USED = 6;

  private final SearchIndex search;
  private final Labels labels;
  private final Cards cards;
  private final String base;
  private final RecentUpdates updates;
  private final List<String> fields = concepts("service-field");
  private final List<String> sectors = concepts("sector");

  /**
   * @param clock in the time zone of the city
   */
  public HomeViews(Store store, SearchIndex search, Labels labels, Clock clock) {
    this.search = search;
    this.labels = labels;
    this.cards = new Cards(store, labels);
    this.base = store.base();
    this.updates = new RecentUpdates(search, clock);
  }

  /** What the skyline depends on beside the index: windows go dark as days go by. */
  public String day() {
    return updates.today().toString();
  }

  /**
   * The front page.
   *
   * @param used ids of the datasets with the most uses
   */
  HomeView of(List<String> used, Language language) {
    SearchResults results = search.search(SearchRequest.newest(NEWEST));
    return new HomeView(
        graph(results),
        results.total(),
        results.of(Facet.PUBLISHER).size(),
        results.of(Facet.FORMAT).size(),
        skyline(results, language),
        sectors.stream()
            .map(
                id ->
                    tile(
                        "sector",
                        id,
                        counts(results, Facet.SECTOR),
                        ListQuery.pathFor(Facet.SECTOR, id),
                        language))
            .toList(),
        cards.of(results.hits(), language),
        cards.of(
            used.stream().flatMap(id -> search.find(id).stream()).limit(MOST_USED).toList(),
            language));
  }

  /** The ten service fields as buildings, as of now. */
  public Skyline skyline(Language language) {
    return skyline(search.search(SearchRequest.newest(0)), language);
  }

  private Skyline skyline(SearchResults results, Language language) {
    Map<String, Long> updated = updates.byField();
    return Skyline.of(
        fieldTiles(results, language).stream()
            .map(
                field ->
                    new Skyline.Lot(
                        field,
                        // The index may have moved on between the two questions.
                        Math.min(field.datasets(), updated.getOrDefault(field.id(), 0L))))
            .toList());
  }

  /** Ids of the service fields in their order. */
  public List<String> fields() {
    return List.copyOf(fields);
  }

  /** The ten service fields with the counts of the results. */
  public List<HomeView.Tile> fieldTiles(SearchResults results, Language language) {
    Map<String, Long> counts = counts(results, Facet.SERVICE_FIELD);
    return fields.stream()
        .map(id -> tile("service-field", id, counts, "themes/" + id, language))
        .toList();
  }

  private HomeView.Tile tile(
      String list, String id, Map<String, Long> counts, String path, Language language) {
    Text definition =
        labels
            .definition(Vocabularies.concept(list, id), language)
            .orElse(new Text("", language.tag()));
    return new HomeView.Tile(
        id, labels.concept(list, id, language), definition, counts.getOrDefault(id, 0L), path);
  }

  private static Map<String, Long> counts(SearchResults results, Facet facet) {
    return results.of(facet).stream()
        .collect(Collectors.toMap(SearchResults.Count::value, SearchResults.Count::hits));
  }

  private static List<String> concepts(String list) {
    Graph graph = Vocabularies.find(list).orElseThrow().read();
    return Described.of(graph, Vocabularies.NS + list)
        .whichHaveThisAs(Terms.SKOS + "inScheme")
        .stream()
        .sorted(
            Comparator.comparingInt(
                c -> c.value(Terms.SCHEMA + "position").map(Integer::parseInt).orElse(99)))
        .map(c -> Labels.localName(c.iri()))
        .toList();
  }

  private Graph graph(SearchResults results) {
    Graph graph = GraphFactory.createDefaultGraph();
    Node catalogue = iri(base);
    graph.add(catalogue, iri(Terms.type), iri(Terms.DCAT + "Catalog"));
    for (Language language : Language.values()) {
      Messages m = Messages.in(language);
      graph.add(
          catalogue,
          iri(Terms.title),
          NodeFactory.createLiteralLang(m.text("site.title"), language.tag()));
      graph.add(
          catalogue,
          iri(Terms.description),
          NodeFactory.createLiteralLang(m.text("site.description"), language.tag()));
    }
    for (Hit hit : results.hits()) {
      graph.add(catalogue, iri(Terms.DCAT + "dataset"), iri(hit.iri()));
    }
    graph.add(catalogue, iri(Terms.RDFS + "seeAlso"), iri(base + "datasets"));
    graph.add(catalogue, iri(Terms.DCAT + "themeTaxonomy"), iri(Vocabularies.NS + "service-field"));
    return graph;
  }

  private static Node iri(String iri) {
    return NodeFactory.createURI(iri);
  }
}
