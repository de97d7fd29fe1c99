package org.machinami.web.download;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.EntityTag;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.StreamingOutput;
import java.util.Date;
import java.util.Optional;
import org.apache.jena.graph.Graph;
import org.machinami.store.state.GraphState;
import org.machinami.web.dataset.DatasetReader;
import org.machinami.web.dataset.DatasetState;
import org.machinami.web.language.Language;
import org.machinami.web.negotiation.Asked;
import org.machinami.web.problem.Problem;
import org.machinami.web.rows.DataTables;
import org.machinami.web.rows.Shape;
import org.machinami.web.table.TableQuery;
import org.machinami.web.usage.Downloaded;

/**
 * {@code /datasets/{id}/data.csv}, {@code data.geojson}, {@code data.parquet}, {@code
 * spreadsheet.csv} and {@code spreadsheet-cp932.csv}: a table as a file, streamed from the blobs.
 * The parameter {@code class} names the table where there are several.
 */
@Path(
    "datasets/{id}/{file:"
        + " data\\.csv|data\\.geojson|data\\.parquet|spreadsheet\\.csv|spreadsheet-cp932\\.csv}")
@Downloaded
public final class ExportResource {
  private final DatasetReader reader;
  private final DataTables tables;
  private final Measures measures;

  ExportResource(DatasetReader reader, DataTables tables, Measures measures) {
    this.reader = reader;
    this.tables = tables;
    this.measures = measures;
  }

  @GET
  public Response file(
      @Context ContainerRequestContext request,
      @PathParam("id") String id,
      @PathParam("file") String file) {
    Form form =
        Form.ofPath(file).orElseThrow(() -> Problem.notFound("datasets/" + id + "/" + file));
    DatasetState state = reader.requireServed(id);
    GraphState data =
        state.data().orElseThrow(() -> Problem.notFound("datasets/" + id + "/" + file));
    Shape shape = tables.shapes().read(data.version());
    TableQuery query = TableQuery.of(request.getUriInfo().getQueryParameters());
    if (shape.tables().isEmpty()) {
      throw Problem.notFound("datasets/" + id + "/" + file);
    }
    Shape.Table table =
        form == Form.GEOJSON && query.table().isEmpty()
            ? tables.placings().placed(data.version(), shape).stream()
                .findFirst()
                .orElseGet(() -> query.in(shape))
            : query.in(shape);
    if (form == Form.GEOJSON && !tables.placings().of(data.version(), table).isSomewhere()) {
      throw Problem.badParameter("class", table.key(), "problem.download.no-places");
    }
    Language language = Asked.of(request).language();
    long names = form.hasLanguage() ? tables.cellNames().state(table.columns()) : 0;
    EntityTag tag =
        new EntityTag(
            state.version().with(names).tag()
                + "-"
                + table.key().hashCode()
                + "-"
                + form.path()
                + language.tag(),
            true);
    Response.ResponseBuilder response = request.getRequest().evaluatePreconditions(tag);
    if (response == null) {
      Graph about = reader.describe(state).graph();
      Export export = new Export(tables, data.version(), table, about, form, language);
      response =
          Response.ok((StreamingOutput) export::write).header("Content-Type", form.mediaType());
      Optional<Measures.Measure> measure = measures.of(export, state.metadata().version());
      if (measure.isPresent()) {
        response.header("Content-Length", measure.get().bytes());
        response.header("Repr-Digest", "sha-256=:" + base64(measure.get().sha256()) + ":");
        response.header("Machinami-Replaced-Characters", measure.get().replaced());
      }
      if (form == Form.CSV) {
        response.header("Link", describedBy(query.table().isEmpty() ? "" : table.query()));
      }
      response.header("Content-Disposition", "attachment; filename=\"" + name(id, form) + "\"");
    }
    return response
        .tag(tag)
        .lastModified(Date.from(data.modified()))
        .header("Vary", "Accept-Language")
        .header("Cache-Control", "no-cache")
        .header("Access-Control-Allow-Origin", "*")
        .build();
  }

  /**
   * Leads to what the columns mean.
   *
   * @see <a href="https://www.w3.org/TR/tabular-data-model/#link-header">Link header</a>
   */
  private static String describedBy(String query) {
    return "<"
        + TableMetadata.PATH
        + query
        + ">; rel=\"describedby\"; type=\""
        + TableMetadata.MEDIA_TYPE
        + "\"";
  }

  private static String name(String id, Form form) {
    return form.hasLanguage() ? id + "-" + form.path() : id + "." + form.suffix();
  }

  private static String base64(String hex) {
    return java.util.Base64.getEncoder().encodeToString(java.util.HexFormat.of().parseHex(hex));
  }
}
