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

/** {@code /datasets/{id}}: a dataset. */
@Path("datasets/{id}")
public final class DatasetResource {
  private final DatasetReader reader;
  private final SearchIndex search;
  private final DatasetViews views;
  private final Answers answers;

  public DatasetResource(
      Store store,
      SearchIndex search,
      DatasetReader reader,
      DataTables tables,
      Labels labels,
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
    this.answers = answers;
  }

  @GET
  public Response dataset(@Context ContainerRequestContext request, @PathParam("id") String id) {
    DatasetState state = reader.require(id);
    Version version = state.version();
    // The page names related datasets, which any commit may change.
    Version with = new Version(version.tag() + "." + search.applied(), version.modified());
    return answers.answer(request, with, language -> views.of(state, language));
  }
}
