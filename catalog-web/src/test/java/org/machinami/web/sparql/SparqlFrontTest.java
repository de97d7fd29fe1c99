package org.machinami.web.sparql;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.apache.jena.fuseki.main.FusekiServer;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.core.DatasetGraphFactory;
import org.apache.jena.sparql.sse.SSE;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.machinami.web.config.SparqlSettings;

/** The front before a real Fuseki that names a sequence number with each answer. */
final class SparqlFrontTest {
  private static final String JSON = "application/sparql-results+json";
  private static final AtomicLong sequence = new AtomicLong(1);
  private static final AtomicInteger asked = new AtomicInteger();
  private static final DatasetGraph quads = DatasetGraphFactory.createTxnMem();
  private static volatile CountDownLatch gate = new CountDownLatch(0);
  private static FusekiServer fuseki;

  private final HttpClient http = HttpClient.newHttpClient();
  private Optional<URI> address = Optional.empty();
  private org.eclipse.jetty.client.HttpClient upstream;
  private Server server;
  private URI endpoint;

  /** Names the sequence number, counts, and holds requests back while the gate is closed. */
  private static final class Sequenced extends HttpFilter {
    private static final long serialVersionUID = 1L;

    @Override
    public void doFilter(ServletRequest request, ServletResponse response, FilterChain chain)
        throws IOException, ServletException {
      asked.incrementAndGet();
      try {
        gate.await();
      } catch (InterruptedException e) {
        throw new ServletException(e);
      }
      ((HttpServletResponse) response)
          .setHeader(SparqlFront.SEQUENCE, Long.toString(sequence.get()));
      chain.doFilter(request, response);
    }
  }

  @BeforeAll
  static void startFuseki() {
    fuseki =
        FusekiServer.create()
            .loopback(true)
            .port(0)
            .addFilter("/*", new Sequenced())
            .add("/sparql", quads)
            .build()
            .start();
    quads.begin(org.apache.jena.query.TxnType.WRITE);
    quads.add(SSE.parseQuad("(_ <http://x/s> <http://x/p> 1)"));
    quads.commit();
    quads.end();
  }

  @AfterAll
  static void stopFuseki() {
    fuseki.stop();
  }

  @BeforeEach
  void start() throws Exception {
    address = Optional.of(URI.create("http://127.0.0.1:" + fuseki.getPort() + "/"));
    upstream = LoopbackClients.start("test", 4, 8, Duration.ofSeconds(20));
    SparqlFront front =
        new SparqlFront(
            new SparqlSettings(4, 2, 1 << 20, 64 * 1024),
            4_096,
            () -> address,
            upstream,
            sequence::get);
    server = new Server();
    ServerConnector connector = new ServerConnector(server);
    connector.setHost("127.0.0.1");
    server.addConnector(connector);
    server.setHandler(front);
    server.start();
    endpoint = URI.create("http://127.0.0.1:" + connector.getLocalPort() + "/sparql");
  }

  @AfterEach
  void stop() throws Exception {
    gate.countDown();
    server.stop();
    upstream.stop();
  }

  @Test
  void get_query_isAnsweredForAnyOrigin() throws Exception {
    HttpResponse<String> response = get("ASK { ?s ?p 1 }", JSON);
    assertEquals(200, response.statusCode());
    assertTrue(response.body().contains("true"), response.body());
    assertEquals("*", header(response, "Access-Control-Allow-Origin"));
    assertTrue(header(response, "Content-Type").startsWith(JSON));
  }

  @Test
  void post_queryAndForm_areAnswered() throws Exception {
    HttpResponse<String> direct =
        post("application/sparql-query", "SELECT ?o { ?s ?p ?o }", "text/csv");
    assertEquals("o\r\n1\r\n", direct.body());
    HttpResponse<String> form =
        post("application/x-www-form-urlencoded", form("ASK { ?s ?p 1 }"), JSON);
    assertTrue(form.body().contains("true"), form.body());
  }

  @Test
  void post_update_is403() throws Exception {
    HttpResponse<String> response =
        post("application/x-www-form-urlencoded", "update=CLEAR+ALL", JSON);
    assertEquals(403, response.statusCode());
    assertTrue(response.body().contains("machinami load"), response.body());
    assertEquals(403, post("application/sparql-update", "CLEAR ALL", JSON).statusCode());
  }

  @Test
  void get_syntaxError_is400FromTheQueryProcess() throws Exception {
    assertEquals(400, get("SELECT WHERE", JSON).statusCode());
  }

  @Test
  void options_isPreflight() throws Exception {
    HttpResponse<String> response =
        http.send(
            HttpRequest.newBuilder(endpoint)
                .method("OPTIONS", HttpRequest.BodyPublishers.noBody())
                .build(),
            HttpResponse.BodyHandlers.ofString());
    assertEquals(204, response.statusCode());
    assertTrue(header(response, "Access-Control-Allow-Methods").contains("POST"));
  }

  @Test
  void put_is405() throws Exception {
    HttpResponse<String> response =
        http.send(
            HttpRequest.newBuilder(endpoint).PUT(HttpRequest.BodyPublishers.ofString("x")).build(),
            HttpResponse.BodyHandlers.ofString());
    assertEquals(405, response.statusCode());
  }

  @Test
  void post_bodyBeyondTheBound_is413() throws Exception {
    String query = "ASK { ?s ?p \"" + "x".repeat(5_000) + "\" }";
    assertEquals(413, post("application/sparql-query", query, JSON).statusCode());
  }

  @Test
  void get_processDown_is503WithRetryAfter() throws Exception {
    address = Optional.empty();
    HttpResponse<String> response = get("ASK { ?s ?p 2 }", JSON);
    assertEquals(503, response.statusCode());
    assertEquals("5", header(response, "Retry-After"));
    assertEquals("application/problem+json", header(response, "Content-Type"));
  }

  @Test
  void get_sameQueryAgain_isRememberedUntilTheNextCommit() throws Exception {
    String query = "ASK { ?s ?p 17 }";
    get(query, JSON);
    int before = asked.get();
    get(query, JSON);
    assertEquals(before, asked.get());
    sequence.incrementAndGet();
    get(query, JSON);
    assertEquals(before + 1, asked.get());
  }

  @Test
  void get_tooManyFromOneAddress_is429WithRetryAfter() throws Exception {
    gate = new CountDownLatch(1);
    List<CompletableFuture<HttpResponse<String>>> running = new ArrayList<>();
    int before = asked.get();
    for (int i = 0; i < 2; i++) {
      running.add(
          http.sendAsync(
              request("ASK { ?s ?p " + (100 + i) + " }", JSON),
              HttpResponse.BodyHandlers.ofString()));
    }
    await(() -> asked.get() == before + 2);
    HttpResponse<String> third = get("ASK { ?s ?p 102 }", JSON);
    assertEquals(429, third.statusCode());
    assertEquals("1", header(third, "Retry-After"));
    gate.countDown();
    for (CompletableFuture<HttpResponse<String>> one : running) {
      assertEquals(200, one.get(10, TimeUnit.SECONDS).statusCode());
    }
    assertEquals(200, get("ASK { ?s ?p 102 }", JSON).statusCode());
  }

  @Test
  void get_sameQueryAtTheSameTime_asksOnce() throws Exception {
    gate = new CountDownLatch(1);
    int before = asked.get();
    List<CompletableFuture<HttpResponse<String>>> running = new ArrayList<>();
    for (int i = 0; i < 6; i++) {
      running.add(
          http.sendAsync(request("ASK { ?s ?p 200 }", JSON), HttpResponse.BodyHandlers.ofString()));
    }
    await(() -> asked.get() == before + 1);
    gate.countDown();
    for (CompletableFuture<HttpResponse<String>> one : running) {
      assertEquals(200, one.get(10, TimeUnit.SECONDS).statusCode());
    }
    assertEquals(before + 1, asked.get());
  }

  @Test
  void get_answerBrokenOff_isNeverACompleteAnswer() throws Exception {
    try (ServerSocket breaking = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      address = Optional.of(URI.create("http://127.0.0.1:" + breaking.getLocalPort() + "/"));
      Thread once = new Thread(() -> breakOff(breaking));
      once.start();
      assertThrows(
          IOException.class, () -> get("SELECT * { ?s ?p ?o }", "text/tab-separated-values"));
      once.join();
    }
  }

  /** Sends half of a chunked answer larger than what is remembered, then closes. */
  private static void breakOff(ServerSocket breaking) {
    try (Socket socket = breaking.accept()) {
      byte[] request = new byte[4_096];
      int read = socket.getInputStream().read(request);
      String piece = "x".repeat(100_000);
      String answer =
          "HTTP/1.1 200 OK\r\nContent-Type: text/tab-separated-values\r\n"
              + "Transfer-Encoding: chunked\r\n\r\n"
              + Integer.toHexString(piece.length())
              + "\r\n"
              + piece
              + "\r\n";
      socket
          .getOutputStream()
          .write(answer.getBytes(StandardCharsets.ISO_8859_1), 0, answer.length());
      assertTrue(read > 0);
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }

  private HttpResponse<String> get(String query, String accept)
      throws IOException, InterruptedException {
    return http.send(request(query, accept), HttpResponse.BodyHandlers.ofString());
  }

  private HttpRequest request(String query, String accept) {
    return HttpRequest.newBuilder(URI.create(endpoint + "?" + form(query)))
        .header("Accept", accept)
        .build();
  }

  private HttpResponse<String> post(String type, String body, String accept)
      throws IOException, InterruptedException {
    return http.send(
        HttpRequest.newBuilder(endpoint)
            .header("Content-Type", type)
            .header("Accept", accept)
            .POST(HttpRequest.BodyPublishers.ofString(body))
            .build(),
        HttpResponse.BodyHandlers.ofString());
  }

  private static String form(String query) {
    return "query=" + URLEncoder.encode(query, StandardCharsets.UTF_8);
  }

  private static String header(HttpResponse<?> response, String name) {
    return response.headers().firstValue(name).orElse("");
  }

  private static void await(java.util.function.BooleanSupplier condition) {
    long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(10);
    while (!condition.getAsBoolean()) {
      assertTrue(System.nanoTime() < end, "condition not met within 10 s");
      Thread.onSpinWait();
    }
  }
}
