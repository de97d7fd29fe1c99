package org.machinami.query;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.http.HttpClient;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.channels.SelectableChannel;
import java.nio.channels.SelectionKey;
import java.nio.channels.SocketChannel;
import java.nio.file.Path;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;
import org.eclipse.jetty.io.ManagedSelector;
import org.eclipse.jetty.io.SocketChannelEndPoint;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.machinami.store.quads.QuadStore;
import org.machinami.store.quads.QuadVerification;

/**
 * Verifications of real quads that are kept waiting, over a connection that soon counts as idle.
 */
class VerifyHandlerTest {
  @TempDir private Path temporary;
  private final CountDownLatch begun = new CountDownLatch(1);
  private final CountDownLatch goOn = new CountDownLatch(1);
  private final CountDownLatch idle = new CountDownLatch(2);
  private Catalogue catalogue;
  private QuadStore quads;
  private Server server;
  private Asking asking;

  @BeforeEach
  void open() {
    catalogue = new Catalogue(temporary.resolve("data"));
    catalogue.fill();
    quads = QuadStore.open(catalogue.directory());
    quads.catchUp(catalogue.store().ledger(), catalogue.store().versions());
  }

  @AfterEach
  void close() throws Exception {
    server.stop();
    quads.close();
    catalogue.close();
  }

  @Test
  void get_whileAnotherIsUnderWay_is409AndThenAnswersAgain() throws Exception {
    serve(
        60_000,
        () -> {
          begun.countDown();
          await(goOn);
          return verified();
        });
    CompletableFuture<HttpResponse<String>> first = asked();
    await(begun);
    HttpResponse<String> second = asking.send(asking.request("/$/verify").GET());
    assertEquals(409, second.statusCode(), second.body());
    assertTrue(second.body().contains("/problems/verifying"), second.body());
    goOn.countDown();
    assertEquals(200, first.get(30, TimeUnit.SECONDS).statusCode());
    HttpResponse<String> third = asking.send(asking.request("/$/verify").GET());
    assertEquals(200, third.statusCode(), third.body());
  }

  @Test
  void get_longerThanAConnectionMayBeIdle_isAnswered() throws Exception {
    serve(
        400,
        () -> {
          await(idle);
          return verified();
        });
    HttpResponse<String> answer = asked().get(30, TimeUnit.SECONDS);
    assertEquals(200, answer.statusCode(), answer.body());
    assertTrue(answer.body().contains("\"findings\":[]"), answer.body());
  }

  @Test
  void get_verificationThatFails_saysWhyAndMayBeAskedAgain() throws Exception {
    serve(
        60_000,
        () -> {
          throw new IllegalStateException("Impossible block 7");
        });
    for (int i = 0; i < 2; i++) {
      HttpResponse<String> answer = asking.send(asking.request("/$/verify").GET());
      assertEquals(500, answer.statusCode());
      assertTrue(answer.body().contains("Impossible block 7"), answer.body());
    }
  }

  private QuadVerification.Report verified() {
    return QuadVerification.verify(quads, catalogue.store().ledger(), catalogue.store().versions());
  }

  private CompletableFuture<HttpResponse<String>> asked() {
    return HttpClient.newHttpClient()
        .sendAsync(asking.request("/$/verify").build(), BodyHandlers.ofString());
  }

  private static void await(CountDownLatch latch) {
    try {
      assertTrue(latch.await(30, TimeUnit.SECONDS), "not after 30 s");
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  private void serve(long idleMillis, Supplier<QuadVerification.Report> verification)
      throws Exception {
    server = new Server();
    ServerConnector connector =
        new ServerConnector(server, 1, 1) {
          @Override
          protected SocketChannelEndPoint newEndPoint(
              SocketChannel channel, ManagedSelector selector, SelectionKey key) {
            Watched connection = new Watched(channel, selector, key);
            connection.setIdleTimeout(getIdleTimeout());
            return connection;
          }
        };
    connector.setHost("127.0.0.1");
    connector.setIdleTimeout(idleMillis);
    server.addConnector(connector);
    server.setHandler(new VerifyHandler(verification));
    server.start();
    asking = new Asking(connector.getLocalPort());
  }

  /** Counts how often the connection was found idle. */
  private final class Watched extends SocketChannelEndPoint {
    Watched(SelectableChannel channel, ManagedSelector selector, SelectionKey key) {
      super((SocketChannel) channel, selector, key, server.getScheduler());
    }

    @Override
    protected void onIdleExpired(TimeoutException timeout) {
      super.onIdleExpired(timeout);
      idle.countDown();
    }
  }
}
