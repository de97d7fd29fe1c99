package org.machinami.web.ledger;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.EntityTag;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;
import org.machinami.store.Store;
import org.machinami.store.ledger.Hash;
import org.machinami.web.problem.Problem;

/**
 * {@code /blobs/{sha256}}: a blob of a version of a public graph or file. Who asks names that, for
 * a hash alone does not say whether its content is public: who can guess a content could find out
 * that it is here.
 */
@Path("blobs/{sha256}")
public final class BlobResource {
  private final Store store;
  private final Contents contents;

  BlobResource(Store store, Contents contents) {
    this.store = store;
    this.contents = contents;
  }

  @GET
  public Response blob(
      @Context ContainerRequestContext request, @PathParam("sha256") String sha256) {
    if (!sha256.matches("[0-9a-f]{64}")) {
      throw Problem.notFound("blobs/" + (sha256.length() > 64 ? "…" : sha256));
    }
    MultivaluedMap<String, String> parameters = request.getUriInfo().getQueryParameters();
    String name = LedgerParameters.name(parameters);
    long at = LedgerParameters.number(parameters, "at", store.ledger().head(), 1, Long.MAX_VALUE);
    Hash blob = Hash.parse(sha256);
    if (!contents.has(contents.require(name, at).version(), blob)) {
      throw Problem.notFound("blobs/" + sha256);
    }
    EntityTag tag = new EntityTag(sha256);
    Response.ResponseBuilder unchanged = request.getRequest().evaluatePreconditions(tag);
    return (unchanged != null
            ? unchanged
            : Response.ok(store.versions().blob(blob), "application/octet-stream")
                .header("Content-Disposition", "attachment"))
        .tag(tag)
        .header("Cache-Control", "no-cache")
        .header("Access-Control-Allow-Origin", "*")
        .build();
  }
}
