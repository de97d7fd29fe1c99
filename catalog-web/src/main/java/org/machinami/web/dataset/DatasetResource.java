package org.machinami.web.dataset;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import org.machinami.store.Store;
import org.machinami.web.page.Answers;
import org.machinami.web.rdf.Labels;
import org.machinami.web.rows.DataTables;

/** {@code /datasets/{id}}: a dataset. */
@Path("datasets/{id}")
public final class DatasetResource {
  private final DatasetReader reader;
  private final DatasetViews views;
  private final Answers answers;

  public DatasetResource(Store store, DataTables tables, Labels labels, Answers answers) {
    this.reader = new DatasetReader(store);
    this.views =
        new DatasetViews(reader, new History(store), new Previews(tables), labels, store.base());
    this.answers = answers;
  }

  @GET
  public Response dataset(@Context ContainerRequestContext request, @PathParam("id") String id) {
    DatasetState state = reader.require(id);
    return answers.answer(request, state.version(), language -> views.of(state, language));
  }
}
