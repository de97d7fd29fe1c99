package org.machinami.web.publisher;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import org.machinami.store.Store;
import org.machinami.store.search.SearchIndex;
import org.machinami.web.page.Answers;
import org.machinami.web.page.SearchVersion;
import org.machinami.web.rdf.Labels;

/** {@code /publishers} and {@code /publishers/{id}}. */
@Path("publishers")
public final class PublisherResource {
  private final SearchVersion version;
  private final PublisherViews views;
  private final Answers answers;

  public PublisherResource(Store store, SearchIndex search, Labels labels, Answers answers) {
    this.version = new SearchVersion(store, search);
    this.views = new PublisherViews(store, search, labels);
    this.answers = answers;
  }

  @GET
  public Response publishers(@Context ContainerRequestContext request) {
    return answers.answer(request, version.of("publishers"), views::list);
  }

  @GET
  @Path("{id}")
  public Response publisher(@Context ContainerRequestContext request, @PathParam("id") String id) {
    return answers.answer(
        request, version.of("publishers/" + id), language -> views.of(id, language));
  }
}
