package org.machinami.web.server;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.eclipse.jetty.server.Handler;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.machinami.web.config.ServerSettings;

/** The listening side alone, with pages of its own. */
final class CatalogueServerTest {
  private static final int THREADS = 16;

  private final HttpClient http = HttpClient.newHttpClient();
  private final CountDownLatch gate = new CountDownLatch(1);
  private final CountDownLatch entered = new CountDownLatch(1);
  private volatile OptionalLong queries = OptionalLong.of(7);
  private CatalogueServer server;

  /** A page that waits for the gate, and one that does not. */
  @Path("/")
  public final class Pages {
    @GET
    @Path("slow")
    public String slow() throws InterruptedException {
      entered.countDown();
      gate.await();
      return "slow";
    }

    @GET
    @Path("quick")
    public String quick() {
      return "quick".repeat(1_000);
    }
  }

  @BeforeEach
  void start() throws Exception {
    server = CatalogueServer.open(settings(0));
    server.serve(
        List.of(new Pages()),
        new Readiness(() -> 7, Map.of("search", () -> OptionalLong.of(7), "query", () -> queries)),
        new Handler.Sequence(),
        new Handler.Sequence());
  }

  @AfterEach
  void stop() {
    gate.countDown();
    server.close();
  }

  private static ServerSettings settings(int port) {
    return new ServerSettings(
        "127.0.0.1",
        port,
        THREADS,
        100,
        Duration.ofSeconds(20),
        Duration.ofSeconds(1),
        8_192,
        10_000,
        Duration.ofSeconds(10),
        false);
  }

  @Test
  void open_portInUse_saysHostAndPort() {
    int taken = server.address().getPort();
    PortInUse failure = assertThrows(PortInUse.class, () -> CatalogueServer.open(settings(taken)));
    assertEquals(taken, failure.port());
    assertTrue(failure.getMessage().contains("127.0.0.1"), failure.getMessage());
  }

  @Test
  void get_ready_isJsonWithEveryPart() throws Exception {
    HttpResponse<String> ready = get("readyz");
    assertEquals(200, ready.statusCode());
    assertTrue(ready.body().contains("\"head\":7"), ready.body());
    queries = OptionalLong.empty();
    HttpResponse<String> unready = get("readyz");
    assertEquals(503, unready.statusCode());
    assertTrue(unready.body().contains("\"answers\":false"), unready.body());
    assertEquals(200, get("healthz").statusCode());
  }

  @Test
  void get_allPagesBusy_healthIsAnswered() throws Exception {
    for (int i = 0; i < THREADS + 8; i++) {
      var unused = getAsync("slow");
    }
    assertTrue(entered.await(10, TimeUnit.SECONDS));
    assertEquals(200, get("healthz").statusCode());
    assertEquals(200, get("readyz").statusCode());
  }

  @Test
  void get_textIsCompressed() throws Exception {
    HttpResponse<byte[]> response =
        http.send(
            HttpRequest.newBuilder(server.address().resolve("quick"))
                .header("Accept-Encoding", "gzip")
                .build(),
            HttpResponse.BodyHandlers.ofByteArray());
    assertEquals("gzip", response.headers().firstValue("Content-Encoding").orElse(""));
    assertTrue(response.body().length < 1_000);
  }

  @Test
  void get_headersTooLarge_is431() throws Exception {
    HttpResponse<String> response =
        http.send(
            HttpRequest.newBuilder(server.address().resolve("en/quick"))
                .header("X-Large", "x".repeat(9_000))
                .build(),
            HttpResponse.BodyHandlers.ofString());
    assertEquals(431, response.statusCode());
    assertTrue(response.body().contains("The headers are too large"), response.body());
    assertFalse(response.body().contains("ヘッダー"), "the path says which language is read");
  }

  @Test
  void get_addressTooLong_isAPageInBothLanguages() throws Exception {
    // At the door that gives a client all the time for its head.
    URI address = server.adminAddress().resolve("quick?q=" + "x".repeat(9_000));
    HttpResponse<String> response =
        http.send(HttpRequest.newBuilder(address).build(), HttpResponse.BodyHandlers.ofString());
    assertEquals(414, response.statusCode());
    assertEquals(
        "text/html;charset=utf-8", response.headers().firstValue("Content-Type").orElse(""));
    assertEquals("ja, en", response.headers().firstValue("Content-Language").orElse(""));
    for (String told :
        List.of("アドレスが長すぎます", "絞り込みを減らして", "The address is too long", "filters of the search")) {
      assertTrue(response.body().contains(told), response.body());
    }
  }

  @Test
  void get_whatNothingAnswers_isToldInTheFormAndLanguageOfTheClient() throws Exception {
    HttpResponse<String> page = atAdminDoor("text/html", "ja");
    assertEquals(404, page.statusCode());
    assertTrue(page.body().contains("<h1>見つかりません</h1>"), page.body());
    assertFalse(page.body().contains("Not found"), page.body());
    HttpResponse<String> problem = atAdminDoor("application/json", "en");
    assertEquals(
        "application/problem+json", problem.headers().firstValue("Content-Type").orElse(""));
    assertTrue(problem.body().contains("\"title\":\"Not found\""), problem.body());
  }

  private HttpResponse<String> atAdminDoor(String accept, String language) throws Exception {
    return http.send(
        HttpRequest.newBuilder(server.adminAddress().resolve("nothing"))
            .header("Accept", accept)
            .header("Accept-Language", language)
            .build(),
        HttpResponse.BodyHandlers.ofString());
  }

  @Test
  void get_headersByteByByte_isClosed() throws Exception {
    URI address = server.address();
    try (Socket socket = new Socket(address.getHost(), address.getPort())) {
      socket.setSoTimeout(100);
      long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(15);
      boolean open = true;
      socket
          .getOutputStream()
          .write("GET /quick HTTP/1.1\r\nX-Slow: ".getBytes(StandardCharsets.US_ASCII));
      while (open) {
        assertTrue(System.nanoTime() < end, "still open after 15 s of a header without an end");
        open = stillOpen(socket);
      }
    }
  }

  /** Sends one byte and looks, for a tenth of a second, whether the other side has closed. */
  private static boolean stillOpen(Socket socket) {
    try {
      socket.getOutputStream().write('x');
      InputStream in = socket.getInputStream();
      return in.read() >= 0;
    } catch (java.net.SocketTimeoutException e) {
      return true;
    } catch (IOException e) {
      return false;
    }
  }

  @Test
  void close_finishesRunningRequests() throws Exception {
    CompletableFuture<HttpResponse<String>> running = getAsync("slow");
    assertTrue(entered.await(10, TimeUnit.SECONDS));
    Thread stopping = new Thread(server::close);
    stopping.start();
    gate.countDown();
    assertEquals("slow", running.get(10, TimeUnit.SECONDS).body());
    stopping.join();
  }

  private HttpResponse<String> get(String path) throws Exception {
    return http.send(request(path), HttpResponse.BodyHandlers.ofString());
  }

  private CompletableFuture<HttpResponse<String>> getAsync(String path) {
    return http.sendAsync(request(path), HttpResponse.BodyHandlers.ofString());
  }

  private HttpRequest request(String path) {
    return HttpRequest.newBuilder(server.address().resolve(path)).build();
  }
}
