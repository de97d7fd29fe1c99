package org.machinami.web.map;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.Optional;
import org.machinami.store.Store;
import org.machinami.store.ledger.Hash;
import org.machinami.web.contents.ContentsIndex;
import org.machinami.web.dataset.DatasetReader;
import org.machinami.web.dataset.DatasetState;
import org.machinami.web.page.Answers;
import org.machinami.web.problem.Problem;
import org.machinami.web.rows.Column;
import org.machinami.web.rows.DataTables;
import org.machinami.web.rows.Placing;
import org.machinami.web.rows.Shape;

/** {@code /datasets/{id}/map}: the data on a map. */
@Path("datasets/{id}/map")
public final class MapResource {
  private final DatasetReader reader;
  private final DataTables tables;
  private final MapViews views;
  private final Answers answers;

  private MapResource(DatasetReader reader, DataTables tables, MapViews views, Answers answers) {
    this.reader = reader;
    this.tables = tables;
    this.views = views;
    this.answers = answers;
  }

  /** The page and what its map asks for. */
  public static List<Object> resources(
      Store store,
      ContentsIndex contents,
      DatasetReader reader,
      DataTables tables,
      Answers answers) {
    Grounds grounds = new Grounds(tables);
    return List.of(
        new MapResource(reader, tables, new MapViews(tables, store.base()), answers),
        new FeaturesResource(reader, tables, new MapFeatures(tables, grounds), answers),
        new BackgroundResource(new Background(contents, tables, grounds), answers));
  }

  @GET
  public Response map(@Context ContainerRequestContext request, @PathParam("id") String id) {
    DatasetState state = reader.requireServed(id);
    Problem none = Problem.notFound("datasets/" + id + "/map");
    Hash version = state.data().orElseThrow(() -> none).version();
    MapQuery query = MapQuery.of(request.getUriInfo().getQueryParameters());
    Shape first =
        query.isFirstLook() ? tables.shapes().soon(version) : tables.shapes().read(version);
    boolean enough = first.whole() || !tables.placings().placed(version, first).isEmpty();
    Shape shape = enough ? first : tables.shapes().read(version);
    List<Shape.Table> placed = tables.placings().placed(version, shape);
    if (placed.isEmpty()) {
      throw none;
    }
    Shape.Table table = query.in(placed);
    boolean cells = tables.placings().of(version, table) instanceof Placing.ByCell;
    Optional<Column> colour = query.column(table, cells);
    return answers.answer(
        request,
        state.version().with(shape.lines()).with(tables.names().state()),
        language ->
            views.of(state, reader.describe(state), placed, table, query, colour, language));
  }
}
