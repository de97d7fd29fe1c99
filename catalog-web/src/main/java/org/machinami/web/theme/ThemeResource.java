package org.machinami.web.theme;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.sparql.graph.GraphFactory;
import org.machinami.ontology.Vocabularies;
import org.machinami.store.Store;
import org.machinami.store.search.Facet;
import org.machinami.store.search.Hit;
import org.machinami.store.search.Order;
import org.machinami.store.search.SearchIndex;
import org.machinami.store.search.SearchRequest;
import org.machinami.store.search.SearchResults;
import org.machinami.web.dataset.Cards;
import org.machinami.web.dataset.ListQuery;
import org.machinami.web.home.HomeView;
import org.machinami.web.home.HomeViews;
import org.machinami.web.language.Language;
import org.machinami.web.page.Answers;
import org.machinami.web.page.SearchVersion;
import org.machinami.web.problem.Problem;
import org.machinami.web.rdf.Labels;
import org.machinami.web.rdf.Terms;

/** {@code /themes} and {@code /themes/{service field}}. */
@Path("themes")
public final class ThemeResource {
  private static final int SHOWN = 20;

  private final SearchIndex search;
  private final SearchVersion version;
  private final HomeViews tiles;
  private final Labels labels;
  private final Cards cards;
  private final Answers answers;
  private final Graph concepts = Vocabularies.find("service-field").orElseThrow().read();

  public ThemeResource(
      Store store, SearchIndex search, HomeViews tiles, Labels labels, Answers answers) {
    this.search = search;
    this.version = new SearchVersion(store, search);
    this.tiles = tiles;
    this.labels = labels;
    this.cards = new Cards(store, labels);
    this.answers = answers;
  }

  @GET
  public Response themes(@Context ContainerRequestContext request) {
    return answers.answer(
        request,
        version.of("themes"),
        language -> new ThemeListView(concepts, tiles.fieldTiles(results("", 0), language)));
  }

  @GET
  @Path("{id}")
  public Response theme(@Context ContainerRequestContext request, @PathParam("id") String id) {
    Node concept = NodeFactory.createURI(Vocabularies.concept("service-field", id));
    if (!concepts.contains(concept, Node.ANY, Node.ANY)) {
      throw Problem.notFound("themes/" + id);
    }
    return answers.answer(
        request, version.of("themes/" + id), language -> view(id, concept, language));
  }

  private ThemeView view(String id, Node concept, Language language) {
    SearchResults results = results(id, SHOWN);
    Graph graph = GraphFactory.createDefaultGraph();
    concepts.find(concept, Node.ANY, Node.ANY).forEach(graph::add);
    for (Hit hit : results.hits()) {
      graph.add(
          NodeFactory.createURI(hit.iri()), NodeFactory.createURI(Terms.DCAT + "theme"), concept);
    }
    HomeView.Tile tile =
        tiles.fieldTiles(results, language).stream()
            .filter(t -> t.id().equals(id))
            .findFirst()
            .orElseThrow();
    List<ThemeView.SectorCount> sectors =
        results.of(Facet.SECTOR).stream()
            .map(
                count ->
                    new ThemeView.SectorCount(
                        count.value(),
                        labels.concept("sector", count.value(), language),
                        count.hits(),
                        ListQuery.pathFor(Facet.SERVICE_FIELD, id) + "&sector=" + count.value()))
            .toList();
    return new ThemeView(
        graph,
        id,
        tile.label(),
        tile.definition(),
        sectors,
        results.total(),
        cards.of(results.hits(), language),
        ListQuery.pathFor(Facet.SERVICE_FIELD, id));
  }

  private SearchResults results(String field, int limit) {
    Map<Facet, Set<String>> filters =
        field.isEmpty() ? Map.of() : Map.of(Facet.SERVICE_FIELD, Set.of(field));
    return search.search(new SearchRequest("", filters, Order.MODIFIED, 0, limit));
  }
}
