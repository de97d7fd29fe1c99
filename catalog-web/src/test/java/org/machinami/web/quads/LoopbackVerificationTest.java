package org.machinami.web.quads;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.URI;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.eclipse.jetty.client.HttpClient;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.util.Callback;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.machinami.store.StoreException;
import org.machinami.store.quads.QuadVerification;
import org.machinami.web.sparql.LoopbackClients;

/** What is made of each answer that a query process can give. */
final class LoopbackVerificationTest {
  private final Server server = new Server();
  private final HttpClient client = LoopbackClients.start("test", 1, 1, Duration.ofSeconds(20));
  private volatile int status;
  private volatile String body;

  @BeforeEach
  void start() throws Exception {
    ServerConnector connector = new ServerConnector(server, 1, 1);
    connector.setHost("127.0.0.1");
    server.addConnector(connector);
    server.setHandler(
        new Handler.Abstract() {
          @Override
          public boolean handle(Request request, Response response, Callback callback) {
            if (!Request.getPathInContext(request).equals("/$/verify")) {
              return false;
            }
            response.setStatus(status);
            response.write(true, ByteBuffer.wrap(body.getBytes(StandardCharsets.UTF_8)), callback);
            return true;
          }
        });
    server.start();
  }

  @AfterEach
  void stop() throws Exception {
    LoopbackClients.stop(client);
    server.stop();
  }

  private QuadVerification.Report answered(int status, String body) {
    this.status = status;
    this.body = body;
    return new LoopbackVerification(() -> Optional.of(server.getURI()), client).verify();
  }

  @Test
  void verify_report_isReadWhole() {
    QuadVerification.Report report =
        answered(
            200,
            """
            {"applied":7,"head":8,"graphs":2,"quads":30,"findings":
             [{"where":"https://x/g","fault":"QUADS_DIFFER","missing":1,"examples":["<a> <b> <c> ."]}]}
            """);
    assertEquals(
        new QuadVerification.Report(
            7,
            8,
            2,
            30,
            List.of(
                new QuadVerification.Finding(
                    "https://x/g",
                    QuadVerification.Fault.QUADS_DIFFER,
                    1,
                    List.of("<a> <b> <c> .")))),
        report);
  }

  @Test
  void verify_underWayForSomebodyElse_isUnavailable() {
    QueryProcessUnavailable e =
        assertThrows(QueryProcessUnavailable.class, () -> answered(409, "{}"));
    assertTrue(e.getMessage().contains("another verification"), e.getMessage());
  }

  @Test
  void verify_failedOnTheQuads_saysWhyAsDamage() {
    StoreException e =
        assertThrows(
            StoreException.class, () -> answered(500, "{\"detail\":\"Impossible block 7\"}"));
    assertEquals(StoreException.Code.UNREADABLE, e.code());
    assertTrue(e.getMessage().contains("Impossible block 7"), e.getMessage());
  }

  @Test
  void verify_brokenAnswer_isUnavailable() {
    assertThrows(QueryProcessUnavailable.class, () -> answered(200, "{\"applied\":"));
  }

  @Test
  void verify_nobodyListens_isUnavailable() throws Exception {
    URI address = server.getURI();
    server.stop();
    QueryProcessUnavailable e =
        assertThrows(
            QueryProcessUnavailable.class,
            () -> new LoopbackVerification(() -> Optional.of(address), client).verify());
    assertTrue(e.getMessage().contains("broke off"), e.getMessage());
  }
}
