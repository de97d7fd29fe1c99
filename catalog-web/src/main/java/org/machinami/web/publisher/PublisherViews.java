package org.machinami.web.publisher;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.sparql.graph.GraphFactory;
import org.machinami.ontology.NamedGraphs;
import org.machinami.store.Store;
import org.machinami.store.search.Facet;
import org.machinami.store.search.Hit;
import org.machinami.store.search.Literal;
import org.machinami.store.search.Order;
import org.machinami.store.search.PublisherTree;
import org.machinami.store.search.SearchIndex;
import org.machinami.store.search.SearchRequest;
import org.machinami.store.search.SearchResults;
import org.machinami.web.dataset.Cards;
import org.machinami.web.dataset.ListQuery;
import org.machinami.web.dataset.PublisherOptions;
import org.machinami.web.language.Language;
import org.machinami.web.language.Messages;
import org.machinami.web.language.Text;
import org.machinami.web.page.Fact;
import org.machinami.web.page.Value;
import org.machinami.web.problem.Problem;
import org.machinami.web.rdf.Described;
import org.machinami.web.rdf.Labels;
import org.machinami.web.rdf.Terms;

/** From search index and descriptions to the pages of publishers. */
final class PublisherViews {
  private static final int SHOWN = 20;

  private final Store store;
  private final SearchIndex search;
  private final Labels labels;
  private final Cards cards;
  private final String base;
  private final NamedGraphs graphs;

  PublisherViews(Store store, SearchIndex search, Labels labels) {
    this.store = store;
    this.search = search;
    this.labels = labels;
    this.cards = new Cards(store, labels);
    this.base = store.base();
    this.graphs = new NamedGraphs(base);
  }

  PublisherListView list(Language language) {
    SearchResults all = search.search(new SearchRequest("", Map.of(), Order.RELEVANCE, 0, 0));
    PublisherTree tree = search.publishers();
    Map<String, Long> counts = counts(all);
    Graph graph = GraphFactory.createDefaultGraph();
    counts.keySet().forEach(id -> describe(graph, tree, id));
    return new PublisherListView(
        graph,
        entries(
            tree,
            counts.keySet().stream()
                .filter(id -> tree.above(id).stream().noneMatch(counts::containsKey))
                .toList(),
            counts,
            language));
  }

  /** By id, the most datasets first. */
  private static Map<String, Long> counts(SearchResults results) {
    Map<String, Long> counts = new LinkedHashMap<>();
    results.of(Facet.PUBLISHER).forEach(count -> counts.put(count.value(), count.hits()));
    return counts;
  }

  private List<PublisherListView.Entry> entries(
      PublisherTree tree, List<String> ids, Map<String, Long> counts, Language language) {
    return ids.stream()
        .filter(counts::containsKey)
        .sorted(Comparator.comparing(counts::get).reversed())
        .map(
            id ->
                new PublisherListView.Entry(
                    PublisherOptions.name(tree, id, language),
                    counts.get(id),
                    isOurs(id) ? "publishers/" + id : ListQuery.pathFor(Facet.PUBLISHER, id),
                    entries(tree, tree.parts(id), counts, language)))
        .toList();
  }

  private void describe(Graph graph, PublisherTree tree, String id) {
    Node publisher = iri(iriOf(id));
    graph.add(publisher, iri(Terms.type), iri(Terms.FOAF + "Agent"));
    tree.find(id)
        .ifPresent(
            known -> {
              known.names().forEach(name -> graph.add(publisher, iri(Terms.name), literal(name)));
              known
                  .parent()
                  .ifPresent(
                      parent ->
                          graph.add(
                              publisher, iri(Terms.ORG + "subOrganizationOf"), iri(iriOf(parent))));
            });
  }

  private static boolean isOurs(String id) {
    return !id.contains(":");
  }

  private String iriOf(String id) {
    return isOurs(id) ? base + "publishers/" + id : id;
  }

  /**
   * The page of one of them.
   *
   * @throws Problem 404 when no dataset names this publisher
   */
  PublisherView of(String id, Language language) {
    SearchResults results =
        search.search(
            new SearchRequest("", Map.of(Facet.PUBLISHER, Set.of(id)), Order.MODIFIED, 0, SHOWN));
    if (results.total() == 0) {
      throw Problem.notFound("publishers/" + id);
    }
    PublisherTree tree = search.publishers();
    Map<String, Long> counts = counts(results);
    Described publisher = described(base + "publishers/" + id, results.hits());
    if (publisher.graph().isEmpty()) {
      describe(publisher.graph(), tree, id);
    }
    tree.parts(id).forEach(part -> describe(publisher.graph(), tree, part));
    Text name =
        publisher
            .text(language, Terms.name, Terms.title, Terms.label)
            .orElseGet(() -> PublisherOptions.name(tree, id, language));
    Optional<Text> otherName =
        publisher.texts(Terms.name).stream()
            .filter(t -> t.tag().equals(language.other().tag()) && !t.value().equals(name.value()))
            .findFirst();
    for (Hit hit : results.hits()) {
      if (hit.values(Facet.PUBLISHER).contains(id)) {
        publisher.graph().add(iri(hit.iri()), iri(Terms.DCT + "publisher"), publisher.node());
      }
    }
    return new PublisherView(
        publisher.graph(),
        publisher.iri(),
        name,
        otherName,
        facts(publisher, language),
        tree.above(id).stream()
            .map(above -> new Value(PublisherOptions.name(tree, above, language), iriOf(above)))
            .toList(),
        entries(tree, tree.parts(id), counts, language),
        results.total(),
        cards.of(results.hits(), language),
        ListQuery.pathFor(Facet.PUBLISHER, id));
  }

  /** What the newest description that speaks of the publisher says of it. */
  private Described described(String iri, List<Hit> hits) {
    return hits.stream()
        .map(hit -> describe(iri, hit.id()))
        .filter(found -> !found.graph().isEmpty())
        .findFirst()
        .orElseGet(() -> Described.of(GraphFactory.createDefaultGraph(), iri));
  }

  /** What the description of a dataset says of the publisher itself. */
  private Described describe(String iri, String datasetId) {
    Graph own = GraphFactory.createDefaultGraph();
    store
        .states()
        .find(graphs.metadata(datasetId))
        .ifPresent(
            state ->
                store
                    .versions()
                    .graph(state.version())
                    .find(iri(iri), Node.ANY, Node.ANY)
                    .forEach(own::add));
    return Described.of(own, iri);
  }

  private List<Fact> facts(Described publisher, Language language) {
    Messages m = Messages.in(language);
    List<Fact> facts = new ArrayList<>();
    add(facts, m, "publisher.homepage", publisher.all(Terms.FOAF + "homepage"));
    add(facts, m, "publisher.mail", publisher.all(Terms.FOAF + "mbox"));
    List<Value> kinds =
        publisher.all(Terms.DCT + "type").stream()
            .map(t -> new Value(labels.of(t.iri(), language), t.iri()))
            .toList();
    if (!kinds.isEmpty()) {
      facts.add(new Fact(new Text(m.text("publisher.kind"), language.tag()), kinds));
    }
    facts.add(
        new Fact(
            new Text(m.text("publisher.iri"), language.tag()),
            List.of(Value.plain(publisher.iri()))));
    return facts;
  }

  private static void add(List<Fact> facts, Messages m, String key, List<Described> links) {
    if (!links.isEmpty()) {
      facts.add(
          new Fact(
              new Text(m.text(key), m.language().tag()),
              links.stream()
                  .map(l -> new Value(new Text(l.iri().replaceFirst("^mailto:", ""), ""), l.iri()))
                  .toList()));
    }
  }

  private static Node literal(Literal literal) {
    return literal.tag().isEmpty()
        ? NodeFactory.createLiteralString(literal.value())
        : NodeFactory.createLiteralLang(literal.value(), literal.tag());
  }

  private static Node iri(String iri) {
    return NodeFactory.createURI(iri);
  }
}
