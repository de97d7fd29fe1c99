package org.machinami.web.dataset;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import java.time.Instant;
import java.util.Optional;
import org.machinami.store.Store;
import org.machinami.store.search.SearchIndex;
import org.machinami.web.negotiation.Asked;
import org.machinami.web.negotiation.Representation;
import org.machinami.web.negotiation.Version;
import org.machinami.web.page.Answers;
import org.machinami.web.page.SearchVersion;
import org.machinami.web.rdf.Labels;
import org.machinami.web.usage.Usage;

/** {@code /datasets}: search with filters. */
@Path("datasets")
public final class DatasetListResource {
  private final SearchVersion version;
  private final ListViews views;
  private final Usage usage;
  private final Answers answers;

  public DatasetListResource(
      Store store, SearchIndex search, Labels labels, Usage usage, Answers answers) {
    this.version = new SearchVersion(store, search);
    this.views = new ListViews(store, search, labels);
    this.usage = usage;
    this.answers = answers;
  }

  @GET
  public Response list(@Context ContainerRequestContext request) {
    ListQuery query = ListParameters.read(request.getUriInfo().getQueryParameters());
    Asked asked = Asked.of(request);
    String order = query.sort() == ListQuery.Sort.USED ? " " + usage.version() : "";
    Version state = version.of(asked.query() + order);
    boolean page = asked.choose(Representation.OF_LISTS).equals(Optional.of(Representation.HTML));
    Instant changed = state.modified().orElse(Instant.EPOCH);
    return answers.answerIn(
        Representation.OF_LISTS,
        request,
        state,
        language -> page ? views.page(query, language) : views.data(query, language, changed));
  }
}
