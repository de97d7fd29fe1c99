package org.machinami.web.card;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import java.util.Optional;
import java.util.Set;
import org.machinami.ontology.Iris;
import org.machinami.ontology.NamedGraphs;
import org.machinami.store.Store;
import org.machinami.store.search.Facet;
import org.machinami.store.search.Hit;
import org.machinami.store.search.SearchIndex;
import org.machinami.store.state.GraphState;
import org.machinami.web.dataset.Cards;
import org.machinami.web.dataset.DatasetCard;
import org.machinami.web.home.HomeViews;
import org.machinami.web.language.Language;
import org.machinami.web.language.Messages;
import org.machinami.web.language.Text;
import org.machinami.web.negotiation.Version;
import org.machinami.web.page.Answers;
import org.machinami.web.problem.Problem;
import org.machinami.web.rdf.Labels;

/** {@code /datasets/{id}/card.png}: the share card of a dataset. */
@Path("datasets/{id}/card.png")
public final class CardResource {
  private final Store store;
  private final SearchIndex search;
  private final HomeViews home;
  private final Cards datasets;
  private final ShareCards cards;
  private final Answers answers;
  private final NamedGraphs graphs;

  public CardResource(
      Store store,
      SearchIndex search,
      HomeViews home,
      Labels labels,
      ShareCards cards,
      Answers answers) {
    this.store = store;
    this.search = search;
    this.home = home;
    this.datasets = new Cards(store, labels);
    this.cards = cards;
    this.answers = answers;
    this.graphs = new NamedGraphs(store.base());
  }

  @GET
  public Response card(@Context ContainerRequestContext request, @PathParam("id") String id) {
    String path = "datasets/" + id + "/card.png";
    CardDrawing drawing = cards.drawing().orElseThrow(() -> Problem.notFound(path));
    Optional<Hit> hit = Iris.isId(id) ? search.find(id) : Optional.empty();
    Hit dataset = hit.orElseThrow(() -> Problem.notFound(path));
    GraphState state =
        store.states().find(graphs.metadata(id)).orElseThrow(() -> Problem.notFound(path));
    return answers.document(
        request,
        new Version(
            "card-" + state.version().hex().substring(0, 16), Optional.of(state.modified())),
        "image/png",
        language -> drawing.png(card(dataset, language)));
  }

  private Card card(Hit hit, Language language) {
    DatasetCard words = datasets.of(hit, language);
    return new Card(
        language.tag(),
        Messages.in(language).text("site.title"),
        words.title().value(),
        words.publisher().map(Text::value).orElse(""),
        home.skyline(language),
        Set.copyOf(hit.values(Facet.SERVICE_FIELD)));
  }
}
