package org.machinami.web.dataset;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import org.machinami.ontology.Iris;
import org.machinami.store.state.GraphState;
import org.machinami.web.problem.Problem;

/**
 * {@code /datasets/{id}/recipe/{name}}: a mapping that the data which are served were made with.
 * The settings beside it say nothing of the data and are not given.
 */
@Path("datasets/{id}/recipe/{name}")
public final class RecipeResource {
  private static final String TURTLE = "text/turtle;charset=utf-8";

  private final DatasetReader reader;

  public RecipeResource(DatasetReader reader) {
    this.reader = reader;
  }

  @GET
  public Response mapping(
      @Context ContainerRequestContext request,
      @PathParam("id") String id,
      @PathParam("name") String name) {
    Problem none = Problem.notFound("datasets/" + id + "/recipe/" + Iris.encode(name));
    GraphState state =
        reader
            .requireServed(id)
            .data()
            .flatMap(data -> reader.findMapping(id, name))
            .orElseThrow(() -> none);
    return new StoredFile(reader.versions(), state, name).answer(request.getRequest(), TURTLE);
  }
}
