package org.machinami.web.ledger;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.EntityTag;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.StreamingOutput;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.machinami.store.Store;
import org.machinami.store.graph.GraphDifference;
import org.machinami.store.graph.GraphLines;
import org.machinami.store.ledger.Hash;
import org.machinami.store.state.GraphState;

/**
 * {@code /ledger/graph} and {@code /ledger/file}: contents as they were right after a commit, or
 * what changed in a graph between two, streamed from the blobs.
 *
 * @see <a href="https://afs.github.io/rdf-delta/rdf-patch.html">RDF Patch</a>
 */
@Path("ledger")
public final class ContentResource {
  private static final int BUFFER = 64 * 1024;
  private static final byte[] ADDED = "A ".getBytes(StandardCharsets.US_ASCII);
  private static final byte[] DELETED = "D ".getBytes(StandardCharsets.US_ASCII);

  private final Store store;
  private final Contents contents;

  ContentResource(Store store, Contents contents) {
    this.store = store;
    this.contents = contents;
  }

  /** The commit whose state is asked for: the last one where none is named. */
  private long at(MultivaluedMap<String, String> parameters) {
    return LedgerParameters.number(parameters, "at", store.ledger().head(), 1, Long.MAX_VALUE);
  }

  @GET
  @Path("graph")
  public Response graph(@Context ContainerRequestContext request) {
    MultivaluedMap<String, String> parameters = request.getUriInfo().getQueryParameters();
    String name = LedgerParameters.name(parameters);
    long at = at(parameters);
    Hash version = contents.require(name, at, true).version();
    if (!parameters.containsKey("since")) {
      StreamingOutput lines = out -> lines(version, out);
      return answer(request, version.hex(), version, lines, "application/n-triples").build();
    }
    long since = LedgerParameters.number(parameters, "since", 0, 0, at);
    Optional<Hash> before = store.states().findAsOf(name, since).map(GraphState::version);
    StreamingOutput patch = out -> patch(before, version, out);
    String tag = before.map(Hash::hex).orElse("nothing") + "-" + version.hex();
    Response.ResponseBuilder response =
        answer(request, tag, version, patch, "application/rdf-patch");
    before.ifPresent(hash -> response.header("Machinami-Base-Version", hash.hex()));
    return response.build();
  }

  @GET
  @Path("file")
  public Response file(@Context ContainerRequestContext request) {
    MultivaluedMap<String, String> parameters = request.getUriInfo().getQueryParameters();
    String name = LedgerParameters.name(parameters);
    long at = at(parameters);
    Hash version = contents.require(name, at, false).version();
    StreamingOutput bytes =
        out -> {
          try (InputStream in = store.versions().file(version)) {
            in.transferTo(out);
          }
        };
    return answer(request, version.hex(), version, bytes, "application/octet-stream")
        .header("Content-Disposition", "attachment")
        .build();
  }

  private static Response.ResponseBuilder answer(
      ContainerRequestContext request,
      String tag,
      Hash version,
      StreamingOutput output,
      String type) {
    EntityTag entity = new EntityTag(tag);
    Response.ResponseBuilder unchanged = request.getRequest().evaluatePreconditions(entity);
    return (unchanged != null ? unchanged : Response.ok(output, type))
        .tag(entity)
        .header("Machinami-Version", version.hex())
        .header("Cache-Control", "no-cache")
        .header("Access-Control-Allow-Origin", "*")
        .header("Access-Control-Expose-Headers", "Machinami-Version, Machinami-Base-Version");
  }

  private void lines(Hash version, OutputStream out) throws IOException {
    BufferedOutputStream buffered = new BufferedOutputStream(out, BUFFER);
    try (GraphLines lines = store.versions().lines(version)) {
      while (lines.next()) {
        buffered.write(lines.buffer(), lines.offset(), lines.length());
      }
    }
    buffered.flush();
  }

  private void patch(Optional<Hash> from, Hash to, OutputStream out) throws IOException {
    BufferedOutputStream buffered = new BufferedOutputStream(out, BUFFER);
    try (GraphDifference lines = store.versions().difference(from, Optional.of(to))) {
      while (lines.next()) {
        buffered.write(lines.added() ? ADDED : DELETED);
        buffered.write(lines.buffer(), lines.offset(), lines.length());
      }
    }
    buffered.flush();
  }
}
