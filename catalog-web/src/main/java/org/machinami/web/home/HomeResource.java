package org.machinami.web.home;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import org.machinami.store.Store;
import org.machinami.store.search.SearchIndex;
import org.machinami.web.page.Answers;
import org.machinami.web.page.SearchVersion;

/** {@code /}: the front page; as RDF the catalogue. */
@Path("/")
public final class HomeResource {
  private final SearchVersion version;
  private final HomeViews views;
  private final Answers answers;

  public HomeResource(Store store, SearchIndex search, HomeViews views, Answers answers) {
    this.version = new SearchVersion(store, search);
    this.views = views;
    this.answers = answers;
  }

  @GET
  public Response home(@Context ContainerRequestContext request) {
    return answers.answer(request, version.of("home " + views.day()), views::of);
  }
}
