package org.machinami.web.table;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import java.util.List;
import org.apache.jena.graph.Graph;
import org.machinami.store.ledger.Hash;
import org.machinami.web.dataset.DatasetReader;
import org.machinami.web.dataset.DatasetState;
import org.machinami.web.language.Language;
import org.machinami.web.language.Messages;
import org.machinami.web.language.Text;
import org.machinami.web.negotiation.Version;
import org.machinami.web.page.Answers;
import org.machinami.web.problem.Problem;
import org.machinami.web.rdf.Described;
import org.machinami.web.rows.Choice;
import org.machinami.web.rows.DataTables;
import org.machinami.web.rows.Selection;
import org.machinami.web.rows.Shape;
import org.machinami.web.rows.TableViews;

/** {@code /datasets/{id}/table}: a page of a table. */
@Path("datasets/{id}/table")
public final class TableResource {
  private static final int MOST_COLUMNS = 60;

  private final DatasetReader reader;
  private final DataTables tables;
  private final Answers answers;

  public TableResource(DatasetReader reader, DataTables tables, Answers answers) {
    this.reader = reader;
    this.tables = tables;
    this.answers = answers;
  }

  @GET
  public Response table(@Context ContainerRequestContext request, @PathParam("id") String id) {
    DatasetState state = reader.requireServed(id);
    Hash version =
        state.data().orElseThrow(() -> Problem.notFound("datasets/" + id + "/table")).version();
    TableQuery query = TableQuery.of(request.getUriInfo().getQueryParameters());
    // The first page of a large table does not wait until all of it has been looked at.
    Shape shape =
        query.isFirstLook() ? tables.shapes().soon(version) : tables.shapes().read(version);
    if (shape.tables().isEmpty()) {
      throw Problem.notFound("datasets/" + id + "/table");
    }
    Shape.Table table = query.in(shape);
    Choice choice = query.choice(table);
    return answers.answer(
        request,
        version(state, shape),
        language -> page(state, query, shape, table, choice, language));
  }

  /**
   * The page also changes when more of the data has been looked at, and when other data name what
   * its cells lead to.
   */
  private Version version(DatasetState state, Shape shape) {
    return state.version().with(shape.lines()).with(tables.names().state());
  }

  private TablePage page(
      DatasetState state,
      TableQuery query,
      Shape shape,
      Shape.Table table,
      Choice choice,
      Language language) {
    Hash version = state.data().orElseThrow().version();
    Described dataset = reader.describe(state);
    Graph about = dataset.graph();
    Selection selection = tables.selector().select(version, table, choice, language);
    List<Selection.Row> all = selection.rows();
    int from = Math.min(all.size(), (query.page() - 1) * TableQuery.ROWS);
    List<Selection.Row> rows = all.subList(from, Math.min(all.size(), from + TableQuery.ROWS));
    Messages m = Messages.in(language);
    return new TablePage(
        TableViews.graph(rows),
        state.id(),
        state.title(dataset, language),
        name(table, m),
        query,
        shape.tables().stream()
            .map(
                t ->
                    new TablePage.Choice(
                        name(t, m),
                        t.rows(),
                        "datasets/" + state.id() + "/table" + query.withTable(t.key()).encoded(),
                        t.equals(table)))
            .toList(),
        tables.views().heads(table, about, language),
        tables.views().of(table, rows, about, language, MOST_COLUMNS),
        selection.matches(),
        selection.matches() > all.size(),
        shape.whole(),
        selection.whole(),
        from + 1L,
        (all.size() + TableQuery.ROWS - 1) / TableQuery.ROWS,
        tables.placings().isPlaced(version, shape));
  }

  private Text name(Shape.Table table, Messages m) {
    return tables
        .views()
        .name(table, m.language())
        .orElseGet(() -> new Text(m.text("table.untyped"), m.language().tag()));
  }
}
