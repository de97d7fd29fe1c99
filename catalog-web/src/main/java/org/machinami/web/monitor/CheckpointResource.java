package org.machinami.web.monitor;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;
import java.time.Instant;
import org.machinami.store.Store;
import org.machinami.store.checkpoint.SignedCheckpoint;
import org.machinami.store.checkpoint.SigningKey;
import org.machinami.store.ledger.Checkpoint;

/**
 * {@code /checkpoint}: how far the ledger has come, signed; {@code /checkpoint/key}: the key to
 * check it with. Signed once for each state of the ledger.
 */
@Path("checkpoint")
public final class CheckpointResource {
  private final Store store;
  private volatile SignedCheckpoint last;

  CheckpointResource(Store store) {
    this.store = store;
  }

  @GET
  public Response checkpoint() {
    SignedCheckpoint known = last;
    Checkpoint reached = store.reached();
    if (known == null || !known.reached().equals(reached)) {
      known = key().checkpoint(store.base(), reached, Instant.now());
      last = known;
    }
    return text(known.text(), "machinami-" + reached.sequence() + ".checkpoint");
  }

  @GET
  @Path("key")
  public Response publicKey() {
    return text(key().verifying().pem(), "machinami-checkpoint-key.pem");
  }

  private SigningKey key() {
    return SigningKey.of(store.directory().path());
  }

  private static Response text(String text, String name) {
    return Response.ok(text, "text/plain;charset=utf-8")
        .header("Content-Disposition", "inline; filename=\"" + name + "\"")
        .header("Cache-Control", "no-cache")
        .build();
  }
}
