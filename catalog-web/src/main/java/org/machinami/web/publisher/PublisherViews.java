package org.machinami.web.publisher;

import java.util.ArrayList;
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
import org.machinami.store.search.SearchIndex;
import org.machinami.store.search.SearchRequest;
import org.machinami.store.search.SearchResults;
import org.machinami.web.dataset.DatasetCard;
import org.machinami.web.dataset.ListQuery;
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
  private final String base;
  private final NamedGraphs graphs;

  PublisherViews(Store store, SearchIndex search, Labels labels) {
    this.store = store;
    this.search = search;
    this.labels = labels;
    this.base = store.base();
    this.graphs = new NamedGraphs(base);
  }

  PublisherListView list(Language language) {
    Graph graph = GraphFactory.createDefaultGraph();
    List<PublisherListView.Entry> entries = new ArrayList<>();
    SearchResults all = search.search(new SearchRequest("", Map.of(), Order.RELEVANCE, 0, 0));
    for (SearchResults.Count count : all.of(Facet.PUBLISHER)) {
      List<Literal> names =
          search.findBy(Facet.PUBLISHER, count.value()).map(Hit::publisherNames).orElse(List.of());
      boolean ours = !count.value().contains(":");
      String iri = ours ? base + "publishers/" + count.value() : count.value();
      graph.add(iri(iri), iri(Terms.type), iri(Terms.FOAF + "Agent"));
      names.forEach(name -> graph.add(iri(iri), iri(Terms.name), literal(name)));
      entries.add(
          new PublisherListView.Entry(
              DatasetCard.best(names, language)
                  .orElseGet(() -> new Text(Labels.localName(count.value()), "zxx")),
              count.hits(),
              ours
                  ? "publishers/" + count.value()
                  : ListQuery.pathFor(Facet.PUBLISHER, count.value())));
    }
    return new PublisherListView(graph, entries);
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
    String iri = base + "publishers/" + id;
    Described publisher = describe(iri, results.hits().get(0).id());
    Text name =
        publisher
            .text(language, Terms.name, Terms.title, Terms.label)
            .orElseGet(() -> new Text(id, "zxx"));
    Optional<Text> otherName =
        publisher.texts(Terms.name).stream()
            .filter(t -> t.tag().equals(language.other().tag()) && !t.value().equals(name.value()))
            .findFirst();
    for (Hit hit : results.hits()) {
      publisher.graph().add(iri(hit.iri()), iri(Terms.DCT + "publisher"), publisher.node());
    }
    return new PublisherView(
        publisher.graph(),
        iri,
        name,
        otherName,
        facts(publisher, language),
        results.total(),
        results.hits().stream().map(hit -> DatasetCard.of(hit, labels, language)).toList(),
        ListQuery.pathFor(Facet.PUBLISHER, id));
  }

  /** What the newest of its descriptions says of the publisher itself. */
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
