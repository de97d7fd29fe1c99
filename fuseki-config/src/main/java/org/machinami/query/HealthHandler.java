package org.machinami.query;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;
import org.machinami.store.quads.QuadStore;

/**
 * {@code /$/ready}: 200 when the quads have reached the ledger's head at least once since the
 * start, 503 before; either says how far they are. Runs without waiting for a query.
 */
final class HealthHandler extends Handler.Abstract.NonBlocking {
  static final String PATH = "/$/ready";

  private final QuadStore quads;
  private final LedgerFollowing following;
  private final Admission admission;

  HealthHandler(QuadStore quads, LedgerFollowing following, Admission admission) {
    this.quads = quads;
    this.following = following;
    this.admission = admission;
  }

  @Override
  public boolean handle(Request request, Response response, Callback callback) {
    if (!Request.getPathInContext(request).equals(PATH)) {
      return false;
    }
    boolean ready = following.hasCaughtUp();
    String state =
        String.format(
            "{\"ready\":%b,\"applied\":%d,\"head\":%d,\"quads\":%d,\"running\":%d,\"waiting\":%d}",
            ready,
            quads.applied(),
            following.head(),
            quads.quads(),
            admission.running(),
            admission.waiting());
    response.setStatus(ready ? 200 : 503);
    response.getHeaders().put(HttpHeader.CONTENT_TYPE, "application/json");
    response.getHeaders().put(HttpHeader.CACHE_CONTROL, "no-store");
    response.write(true, ByteBuffer.wrap(state.getBytes(StandardCharsets.UTF_8)), callback);
    return true;
  }
}
