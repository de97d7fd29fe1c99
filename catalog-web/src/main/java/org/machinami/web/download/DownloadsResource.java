package org.machinami.web.download;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import java.util.List;
import org.machinami.web.dataset.DatasetReader;
import org.machinami.web.dataset.DatasetState;
import org.machinami.web.dataset.Distributions;
import org.machinami.web.page.Answers;
import org.machinami.web.rdf.Labels;
import org.machinami.web.rows.DataTables;

/** {@code /datasets/{id}/downloads}: every file of a dataset, with size and checksum. */
@Path("datasets/{id}/downloads")
public final class DownloadsResource {
  private final DatasetReader reader;
  private final DataTables tables;
  private final Downloads downloads;
  private final Answers answers;

  private DownloadsResource(
      DatasetReader reader, DataTables tables, Downloads downloads, Answers answers) {
    this.reader = reader;
    this.tables = tables;
    this.downloads = downloads;
    this.answers = answers;
  }

  /** The page and the files that it leads to. */
  public static List<Object> resources(
      DatasetReader reader, DataTables tables, Labels labels, String base, Answers answers) {
    Measures measures = new Measures();
    Downloads downloads = new Downloads(tables, new Distributions(labels), measures);
    return List.of(
        new DownloadsResource(reader, tables, downloads, answers),
        new ExportResource(reader, tables, measures),
        new TableMetadataResource(reader, tables, new TableMetadata(tables)),
        new CroissantResource(reader, new Croissant(tables, measures, base)));
  }

  @GET
  public Response downloads(@Context ContainerRequestContext request, @PathParam("id") String id) {
    DatasetState state = reader.requireServed(id);
    return answers.answer(
        request,
        state.version().with(tables.names().state()),
        language -> downloads.of(state, reader.describe(state), language));
  }
}
