package org.machinami.web.chart;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import java.util.Optional;
import org.machinami.web.dataset.DatasetReader;
import org.machinami.web.dataset.DatasetState;
import org.machinami.web.page.Answers;
import org.machinami.web.problem.Problem;
import org.machinami.web.rows.DataTables;
import org.machinami.web.rows.Shape;

/** {@code /datasets/{id}/chart}: a drawing of a table. */
@Path("datasets/{id}/chart")
public final class ChartResource {
  private final DatasetReader reader;
  private final DataTables tables;
  private final ChartViews views;
  private final Answers answers;

  public ChartResource(DatasetReader reader, DataTables tables, Answers answers) {
    this.reader = reader;
    this.tables = tables;
    this.views = new ChartViews(tables);
    this.answers = answers;
  }

  @GET
  public Response chart(@Context ContainerRequestContext request, @PathParam("id") String id) {
    DatasetState state = reader.requireServed(id);
    Problem none = Problem.notFound("datasets/" + id + "/chart");
    Shape shape = tables.shapes().read(state.data().orElseThrow(() -> none).version());
    if (shape.tables().isEmpty()) {
      throw none;
    }
    ChartQuery query = ChartQuery.of(request.getUriInfo().getQueryParameters());
    Shape.Table table = query.in(shape);
    Optional<ChartSpec> spec = query.spec(table);
    long names = tables.cellNames().state(spec.map(ChartSpec::along).stream().toList());
    return answers.answer(
        request,
        state.version().with(names),
        language -> views.of(state, reader.describe(state), shape, table, spec, language));
  }
}
