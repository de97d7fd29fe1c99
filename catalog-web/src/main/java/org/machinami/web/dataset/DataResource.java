package org.machinami.web.dataset;

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
import org.machinami.store.Store;
import org.machinami.store.graph.GraphLines;
import org.machinami.store.state.GraphState;
import org.machinami.web.negotiation.Asked;
import org.machinami.web.negotiation.Representation;
import org.machinami.web.problem.Kind;
import org.machinami.web.problem.Problem;
import org.machinami.web.rdf.LineStreams;
import org.machinami.web.usage.Downloaded;

/**
 * {@code /datasets/{id}/data}: the data graph as linked data, streamed from the blobs. The
 * parameter {@code asOf} names a moment of the past.
 */
@Path("datasets/{id}/data")
@Downloaded
public final class DataResource {
  private final DatasetReader reader;

  public DataResource(Store store) {
    this.reader = new DatasetReader(store);
  }

  @GET
  public Response data(@Context ContainerRequestContext request, @PathParam("id") String id) {
    Asked asked = Asked.of(request);
    Optional<AsOf> moment = AsOf.parse(request.getUriInfo().getQueryParameters().getFirst("asOf"));
    GraphState state =
        reader
            .requireServed(id, moment)
            .data()
            .orElseThrow(() -> Problem.notFound("datasets/" + id + "/data"));
    Representation representation =
        asked
            .choose(Representation.RDF)
            .or(() -> asked.prefersPage() ? Optional.of(Representation.TURTLE) : Optional.empty())
            .orElseThrow(() -> Problem.of(Kind.NOT_ACCEPTABLE, "/" + asked.requestPath()));
    EntityTag tag =
        new EntityTag(state.version().hex().substring(0, 24) + "-" + representation.suffix(), true);
    Response.ResponseBuilder unchanged = request.getRequest().evaluatePreconditions(tag);
    Response.ResponseBuilder response =
        unchanged != null
            ? unchanged
            : Response.ok(
                (StreamingOutput)
                    out -> {
                      try (GraphLines lines = reader.lines(state.version())) {
                        LineStreams.write(lines, representation, out);
                      }
                    },
                representation.contentType());
    return response
        .tag(tag)
        .lastModified(Date.from(state.modified()))
        .header("Vary", "Accept")
        .header("Cache-Control", "no-cache")
        .header("Access-Control-Allow-Origin", "*")
        .header(
            "Content-Disposition",
            "inline; filename=\"" + id + "." + representation.suffix() + "\"")
        .build();
  }
}
