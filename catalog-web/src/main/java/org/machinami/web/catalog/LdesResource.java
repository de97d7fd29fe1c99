package org.machinami.web.catalog;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.EntityTag;
import jakarta.ws.rs.core.Response;
import org.machinami.store.Store;
import org.machinami.store.ledger.Hash;
import org.machinami.web.dataset.DatasetReader;
import org.machinami.web.negotiation.Asked;
import org.machinami.web.negotiation.Representation;
import org.machinami.web.page.ProgramVersion;
import org.machinami.web.problem.Kind;
import org.machinami.web.problem.Problem;
import org.machinami.web.rdf.GraphWriting;

/** {@code /catalog/ldes}: every version of every description as an event stream. */
@Path("catalog/ldes")
public final class LdesResource {
  private static final String FOR_EVER = "public, max-age=31536000, immutable";

  private final Store store;
  private final LdesReader reader;
  private final LdesGraph graphs;
  private final GraphWriting writing;
  private final String program = ProgramVersion.read();

  LdesResource(Store store, DatasetReader datasets, GraphWriting writing) {
    this.store = store;
    this.reader = new LdesReader(store);
    this.graphs = new LdesGraph(store.versions(), datasets, store.base());
    this.writing = writing;
  }

  @GET
  public Response fragment(@Context ContainerRequestContext request) {
    Asked asked = Asked.of(request);
    String from = request.getUriInfo().getQueryParameters().getFirst("from");
    Place place =
        from == null
            ? Place.START
            : Place.parse(from)
                .orElseThrow(() -> Problem.badParameter("from", from, "problem.catalog.from"));
    if (place.after() > store.ledger().head()) {
      throw Problem.notFound("catalog/ldes?from=" + place.text());
    }
    Representation representation =
        asked
            .choose(Representation.RDF)
            .or(
                () ->
                    asked.prefersPage()
                        ? java.util.Optional.of(Representation.TURTLE)
                        : java.util.Optional.empty())
            .orElseThrow(() -> Problem.of(Kind.NOT_ACCEPTABLE, "/" + asked.requestPath()));
    LdesFragment fragment = reader.read(place);
    EntityTag tag = new EntityTag(tag(fragment) + "-" + representation.suffix() + program, true);
    Response.ResponseBuilder unchanged = request.getRequest().evaluatePreconditions(tag);
    Response.ResponseBuilder response =
        unchanged != null
            ? unchanged
            : Response.ok(
                writing.write(graphs.of(fragment), representation), representation.contentType());
    fragment
        .next()
        .ifPresent(
            next ->
                response.header(
                    "Link", "<" + store.base() + LdesGraph.path(next) + ">; rel=\"next\""));
    return response
        .tag(tag)
        .header("Vary", "Accept")
        .header("Cache-Control", fragment.isImmutable() ? FOR_EVER : "no-cache")
        .header("Access-Control-Allow-Origin", "*")
        .build();
  }

  /** The commits that it shows decide what it says. */
  private String tag(LdesFragment fragment) {
    StringBuilder members = new StringBuilder(fragment.from().text());
    fragment.members().forEach(m -> members.append(' ').append(m.change().next().text()));
    members.append(' ').append(fragment.next());
    return Hash.of(members.toString().getBytes(java.nio.charset.StandardCharsets.UTF_8))
        .hex()
        .substring(0, 20);
  }
}
