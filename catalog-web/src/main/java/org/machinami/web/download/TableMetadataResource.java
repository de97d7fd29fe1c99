package org.machinami.web.download;

import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.EntityTag;
import jakarta.ws.rs.core.Response;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.machinami.store.state.GraphState;
import org.machinami.web.dataset.DatasetReader;
import org.machinami.web.dataset.DatasetState;
import org.machinami.web.problem.Problem;
import org.machinami.web.rdf.Described;
import org.machinami.web.rows.DataTables;
import org.machinami.web.rows.Shape;
import org.machinami.web.table.TableQuery;

/**
 * {@code /datasets/{id}/data.csv-metadata.json}: what the columns of {@code data.csv} mean. The
 * parameter {@code class} names one table; without it all are described.
 */
@Path("datasets/{id}/" + TableMetadata.PATH)
public final class TableMetadataResource {
  private final DatasetReader reader;
  private final DataTables tables;
  private final TableMetadata metadata;

  TableMetadataResource(DatasetReader reader, DataTables tables, TableMetadata metadata) {
    this.reader = reader;
    this.tables = tables;
    this.metadata = metadata;
  }

  @GET
  public Response metadata(@Context ContainerRequestContext request, @PathParam("id") String id) {
    DatasetState state = reader.requireServed(id);
    Optional<Shape> shape = state.data().map(GraphState::version).map(tables.shapes()::read);
    if (shape.isEmpty() || shape.get().tables().isEmpty()) {
      throw Problem.notFound("datasets/" + id + "/" + TableMetadata.PATH);
    }
    TableQuery query = TableQuery.of(request.getUriInfo().getQueryParameters());
    EntityTag tag =
        new EntityTag(
            state.version().tag() + "-csvw-" + Integer.toHexString(query.table().hashCode()), true);
    Response.ResponseBuilder response = request.getRequest().evaluatePreconditions(tag);
    if (response == null) {
      Described dataset = reader.describe(state);
      ObjectNode json =
          query.table().isEmpty()
              ? metadata.group(shape.get(), dataset)
              : metadata.table(query.in(shape.get()), dataset);
      response =
          Response.ok(
              json.toPrettyString().getBytes(StandardCharsets.UTF_8), TableMetadata.MEDIA_TYPE);
    }
    return response
        .tag(tag)
        .header("Cache-Control", "no-cache")
        .header("Access-Control-Allow-Origin", "*")
        .build();
  }
}
