package org.machinami.web.map;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.Optional;
import org.machinami.store.ledger.Hash;
import org.machinami.web.dataset.DatasetReader;
import org.machinami.web.dataset.DatasetState;
import org.machinami.web.page.Answers;
import org.machinami.web.problem.Problem;
import org.machinami.web.rows.Column;
import org.machinami.web.rows.DataTables;
import org.machinami.web.rows.Placing;
import org.machinami.web.rows.Shape;

/**
 * {@code /datasets/{id}/map.geojson}: what a map shows of a rectangle, {@link
 * MapFeatures#MOST_FEATURES} features and {@link MapFeatures#MOST_BYTES} bytes at most. {@code
 * data.geojson} is the whole.
 */
@Path("datasets/{id}/map.geojson")
public final class FeaturesResource {
  private final DatasetReader reader;
  private final DataTables tables;
  private final MapFeatures features;
  private final Answers answers;

  FeaturesResource(DatasetReader reader, DataTables tables, MapFeatures features, Answers answers) {
    this.reader = reader;
    this.tables = tables;
    this.features = features;
    this.answers = answers;
  }

  @GET
  public Response features(@Context ContainerRequestContext request, @PathParam("id") String id) {
    DatasetState state = reader.requireServed(id);
    Problem none = Problem.notFound("datasets/" + id + "/map.geojson");
    Hash version = state.data().orElseThrow(() -> none).version();
    MapQuery query = MapQuery.of(request.getUriInfo().getQueryParameters());
    List<Shape.Table> placed = tables.placings().placed(version, tables.shapes().read(version));
    if (placed.isEmpty()) {
      throw none;
    }
    Shape.Table table = query.in(placed);
    boolean cells = tables.placings().of(version, table) instanceof Placing.ByCell;
    Optional<Column> colour = query.column(table, cells);
    return answers.document(
        request,
        state.version().with(tables.names().state()),
        "application/geo+json",
        language ->
            features.of(version, table, query, colour, reader.describe(state).graph(), language));
  }
}
