package org.machinami.web.dataset;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import org.machinami.store.Store;
import org.machinami.store.search.SearchIndex;
import org.machinami.web.negotiation.Version;
import org.machinami.web.page.Answers;
import org.machinami.web.rdf.Labels;
import org.machinami.web.rows.DataTables;
import org.machinami.web.usage.Usage;
import org.machinami.web.usage.Viewed;

/** {@code /datasets/{id}}: a dataset. */
@Path("datasets/{id}")
@Viewed
public final class DatasetResource {
  private final DatasetReader reader;
  private final SearchIndex search;
  private final DatasetViews views;
  private final Usage usage;
  private final Answers answers;

  public DatasetResource(
      Store store,
      SearchIndex search,
      DatasetReader reader,
      DataTables tables,
      Labels labels,
      Usage usage,
      Answers answers) {
    this.reader = reader;
    this.search = search;
    this.views =
        new DatasetViews(
            reader,
            new History(store),
            new Previews(tables),
            new RelatedDatasets(store, search, labels),
            labels,
            store.base());
    this.usage = usage;
    this.answers = answers;
  }

  @GET
  public Response dataset(@Context ContainerRequestContext request, @PathParam("id") String id) {
    DatasetState state = reader.require(id);
    Version version = state.version();
    DatasetView.Usage used = new DatasetView.Usage(usage.of(id), usage.lastDay());
    // The page names related datasets, which any commit may change, and how often it was used.
    Version with =
        new Version(
            version.tag() + "." + search.applied() + "." + used.version(), version.modified());
    return answers.answer(request, with, language -> views.of(state, used, language));
  }
}
