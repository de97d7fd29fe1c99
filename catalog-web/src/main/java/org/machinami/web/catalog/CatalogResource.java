package org.machinami.web.catalog;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import java.util.List;
import org.machinami.store.Store;
import org.machinami.store.search.SearchIndex;
import org.machinami.web.dataset.DatasetReader;
import org.machinami.web.language.Language;
import org.machinami.web.language.Text;
import org.machinami.web.page.Answers;
import org.machinami.web.rdf.GraphWriting;
import org.machinami.web.rdf.Terms;

/** {@code /catalog}: a page of the catalogue, or of what changed. */
@Path("catalog")
public final class CatalogResource {
  private final Store store;
  private final CatalogReader reader;
  private final CatalogGraph graphs;
  private final Answers answers;

  private CatalogResource(Store store, CatalogReader reader, CatalogGraph graphs, Answers answers) {
    this.store = store;
    this.reader = reader;
    this.graphs = graphs;
    this.answers = answers;
  }

  /** The pages of the catalogue and its stream of versions. */
  public static List<Object> resources(
      Store store,
      SearchIndex search,
      DatasetReader datasets,
      GraphWriting writing,
      Answers answers) {
    CatalogGraph graphs = new CatalogGraph(store.versions(), datasets, store.base());
    return List.of(
        new CatalogResource(store, new CatalogReader(store, search::documents), graphs, answers),
        new LdesResource(store, datasets, writing));
  }

  @GET
  public Response catalog(@Context ContainerRequestContext request) {
    CatalogQuery query =
        CatalogQuery.read(request.getUriInfo().getQueryParameters(), store.ledger()::sequenceAt);
    CatalogPage page = reader.read(query);
    Response answer = answers.answer(request, page.version(), language -> view(page, language));
    Response.ResponseBuilder linked = Response.fromResponse(answer);
    page.next().ifPresent(next -> linked.header("Link", link(next, "next")));
    page.previous().ifPresent(previous -> linked.header("Link", link(previous, "prev")));
    return linked.build();
  }

  private String link(CatalogQuery query, String relation) {
    return "<" + store.base() + query.path() + ">; rel=\"" + relation + "\"";
  }

  private CatalogView view(CatalogPage page, Language language) {
    return new CatalogView(
        graphs.of(page),
        page.entries().stream().map(entry -> line(entry, language)).toList(),
        page.previous().map(CatalogQuery::path).orElse(""),
        page.next().map(CatalogQuery::path).orElse(""),
        page.query().last().path(),
        page.query().since().isPresent(),
        page.total(),
        page.reached());
  }

  private CatalogView.Line line(Entry entry, Language language) {
    Text id = new Text(entry.id(), "zxx");
    if (entry instanceof Entry.Present present) {
      Text title = graphs.described(present).text(language, Terms.title).orElse(id);
      return new CatalogView.Line(entry.id(), title, false);
    }
    return new CatalogView.Line(entry.id(), id, true);
  }
}
