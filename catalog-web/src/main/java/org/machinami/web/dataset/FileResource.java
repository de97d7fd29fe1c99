package org.machinami.web.dataset;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.machinami.ontology.Iris;
import org.machinami.store.Store;
import org.machinami.store.state.GraphState;
import org.machinami.web.problem.Problem;
import org.machinami.web.usage.Downloaded;

/**
 * {@code /datasets/{id}/files/{name}}: an original file, byte for byte. The parameter {@code asOf}
 * names a moment of the past.
 */
@Path("datasets/{id}/files/{name}")
@Downloaded
public final class FileResource {
  /** By the end of the name; others are bytes without a type. Nothing here runs in a browser. */
  private static final Map<String, String> TYPES =
      Map.ofEntries(
          Map.entry("csv", "text/csv"),
          Map.entry("tsv", "text/tab-separated-values"),
          Map.entry("json", "application/json"),
          Map.entry("geojson", "application/geo+json"),
          Map.entry("jsonld", "application/ld+json"),
          Map.entry("ttl", "text/turtle;charset=utf-8"),
          Map.entry("nt", "application/n-triples"),
          Map.entry("nq", "application/n-quads"),
          Map.entry("rdf", "application/rdf+xml"),
          Map.entry("xml", "application/xml"),
          Map.entry("gml", "application/gml+xml"),
          Map.entry("txt", "text/plain"),
          Map.entry("pdf", "application/pdf"),
          Map.entry("zip", "application/zip"),
          Map.entry("gz", "application/gzip"),
          Map.entry("xz", "application/x-xz"),
          Map.entry("xlsx", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"),
          Map.entry("xls", "application/vnd.ms-excel"));

  private final DatasetReader reader;

  public FileResource(Store store) {
    this.reader = new DatasetReader(store);
  }

  @GET
  public Response file(
      @Context ContainerRequestContext request,
      @PathParam("id") String id,
      @PathParam("name") String name) {
    String about = "datasets/" + id + "/files/" + Iris.encode(name);
    Optional<AsOf> moment = AsOf.parse(request.getUriInfo().getQueryParameters().getFirst("asOf"));
    reader.requireServed(id, moment);
    GraphState state = reader.findFile(id, name, moment).orElseThrow(() -> Problem.notFound(about));
    return new StoredFile(reader.versions(), state, name).answer(request.getRequest(), type(name));
  }

  private static String type(String name) {
    String end = name.substring(name.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
    return TYPES.getOrDefault(end, "application/octet-stream");
  }
}
