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
import org.machinami.web.usage.Usage;

/** {@code /}: the front page; as RDF the catalogue. */
@Path("/")
public final class HomeResource {
  /** More than are shown, since some may have been withdrawn. */
  private static final int MOST_USED = 20;

  private final SearchVersion version;
  private final HomeViews views;
  private final Usage usage;
  private final Answers answers;

  public HomeResource(
      Store store, SearchIndex search, HomeViews views, Usage usage, Answers answers) {
    this.version = new SearchVersion(store, search);
    this.views = views;
    this.usage = usage;
    this.answers = answers;
  }

  @GET
  public Response home(@Context ContainerRequestContext request) {
    return answers.answer(
        request,
        version.of("home " + views.day() + " " + usage.version()),
        language -> views.of(usage.most(MOST_USED), language));
  }
}
