package org.machinami.web.ledger;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import org.machinami.store.Store;
import org.machinami.store.ledger.Checkpoint;
import org.machinami.store.ledger.Commit;
import org.machinami.web.negotiation.Representation;
import org.machinami.web.negotiation.Version;
import org.machinami.web.page.Answers;
import org.machinami.web.problem.Kind;
import org.machinami.web.problem.Problem;

/** {@code /ledger}: the commits after a sequence number, or what can be asked. */
@Path("ledger")
public final class LedgerResource {
  static final String FORMAT = "machinami-ledger-feed 1";

  private static final int USUAL_COMMITS = 1_000;
  private static final int MOST_COMMITS = 10_000;
  private static final int MOST_BYTES = 8 << 20;
  private static final int AT_ONCE = 64;
  private static final int LONGEST_WAIT_SECONDS = 30;

  /** Who waits holds a thread; others are answered at once. */
  private static final int WAITING = 8;

  private final Store store;
  private final PublicResources resources;
  private final Answers answers;
  private final Semaphore waiting = new Semaphore(WAITING);

  LedgerResource(Store store, PublicResources resources, Answers answers) {
    this.store = store;
    this.resources = resources;
    this.answers = answers;
  }

  /** The feed and the contents. */
  public static List<Object> resources(Store store, Answers answers) {
    PublicResources resources = new PublicResources(store);
    Contents contents = new Contents(store, resources);
    return List.of(
        new LedgerResource(store, resources, answers),
        new ContentResource(store, contents),
        new BlobResource(store, contents));
  }

  @GET
  public Response ledger(@Context ContainerRequestContext request) {
    MultivaluedMap<String, String> parameters = request.getUriInfo().getQueryParameters();
    return parameters.containsKey("after") ? feed(parameters) : about(request);
  }

  private Response about(ContainerRequestContext request) {
    Checkpoint reached = store.reached();
    String tag = reached.sequence() + "." + reached.hash().hex().substring(0, 16);
    return answers.answerIn(
        List.of(Representation.JSON, Representation.HTML),
        request,
        new Version(tag, Optional.empty()),
        language -> new LedgerView(description(reached)));
  }

  private ObjectNode description(Checkpoint reached) {
    String base = store.base();
    ObjectNode json = JsonNodeFactory.instance.objectNode();
    json.put("format", FORMAT);
    json.put("base", base);
    json.put("head", reached.sequence());
    json.put("hash", reached.hash().hex());
    json.put("genesis", Checkpoint.ofEmpty(base).hash().hex());
    json.put("commits", base + "ledger{?after,limit,wait}");
    json.put("graph", base + "ledger/graph{?name,at,since}");
    json.put("file", base + "ledger/file{?name,at}");
    json.put("blob", base + "blobs/{sha256}{?name,at}");
    json.put("checkpoint", base + "checkpoint");
    json.put("key", base + "checkpoint/key");
    return json;
  }

  private Response feed(MultivaluedMap<String, String> parameters) {
    long after = LedgerParameters.number(parameters, "after", 0, 0, Long.MAX_VALUE);
    int limit = (int) LedgerParameters.number(parameters, "limit", USUAL_COMMITS, 1, MOST_COMMITS);
    long wait = LedgerParameters.number(parameters, "wait", 0, 0, LONGEST_WAIT_SECONDS);
    long head = store.ledger().head();
    if (after > head) {
      throw Problem.of(Kind.CONFLICT, "ledger?after=" + after);
    }
    if (after == head && wait > 0 && waiting.tryAcquire()) {
      try {
        store.ledger().await(after, Duration.ofSeconds(wait));
      } finally {
        waiting.release();
      }
      head = store.ledger().head();
    }
    ByteArrayOutputStream lines = new ByteArrayOutputStream();
    long last = lines(after, limit, lines);
    Response.ResponseBuilder response =
        Response.ok(lines.toByteArray(), "application/x-ndjson")
            .header("Machinami-Ledger-Head", head)
            .header("Cache-Control", "no-cache")
            .header("Access-Control-Allow-Origin", "*")
            .header("Access-Control-Expose-Headers", "Link, Machinami-Ledger-Head");
    if (last < head) {
      response.header("Link", "<" + store.base() + "ledger?after=" + last + ">; rel=\"next\"");
    }
    return response.build();
  }

  /** Writes lines until there are enough, or enough bytes. */
  private long lines(long after, int limit, ByteArrayOutputStream lines) {
    long last = after;
    while (last - after < limit && lines.size() < MOST_BYTES) {
      int more = (int) Math.min(AT_ONCE, limit - (last - after));
      List<Commit> commits = store.ledger().read(last, more);
      for (Commit commit : commits) {
        lines.writeBytes(FeedLine.of(commit, resources::isNamed));
        last = commit.sequence();
        if (lines.size() >= MOST_BYTES) {
          break;
        }
      }
      if (commits.size() < more) {
        break;
      }
    }
    return last;
  }

  /** The description as a document. */
  static byte[] bytes(ObjectNode json) {
    return (json.toPrettyString() + "\n").getBytes(StandardCharsets.UTF_8);
  }
}
