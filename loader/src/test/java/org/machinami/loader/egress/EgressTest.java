package org.machinami.loader.egress;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.machinami.loader.LoadException;

class EgressTest {

  private static final InetAddress LOOPBACK = InetAddress.getLoopbackAddress();

  @TempDir private Path folder;

  private final List<String> asked = Collections.synchronizedList(new ArrayList<>());
  private final List<String> hosts = Collections.synchronizedList(new ArrayList<>());
  private final CountDownLatch over = new CountDownLatch(1);
  private final ExecutorService threads = Executors.newCachedThreadPool();
  private HttpServer server;
  private int port;

  @BeforeEach
  void serve() throws IOException {
    server = HttpServer.create(new InetSocketAddress(LOOPBACK, 0), 0);
    server.setExecutor(threads);
    server.createContext("/", this::answer);
    server.start();
    port = server.getAddress().getPort();
  }

  @AfterEach
  void stop() {
    over.countDown();
    server.stop(0);
    threads.shutdownNow();
  }

  private void answer(HttpExchange exchange) throws IOException {
    String path = exchange.getRequestURI().getPath();
    asked.add(path);
    hosts.add(exchange.getRequestHeaders().getFirst("Host"));
    if (path.startsWith("/to/")) {
      String to = exchange.getRequestURI().getQuery();
      exchange.getResponseHeaders().add("Location", to);
      exchange.sendResponseHeaders(302, -1);
    } else if (path.equals("/loop")) {
      exchange.getResponseHeaders().add("Location", "/loop");
      exchange.sendResponseHeaders(301, -1);
    } else if (path.equals("/silent")) {
      await();
    } else if (path.equals("/slow")) {
      exchange.sendResponseHeaders(200, 0);
      exchange.getResponseBody().write('a');
      exchange.getResponseBody().flush();
      await();
    } else if (path.equals("/endless")) {
      exchange.sendResponseHeaders(200, 0);
      endless(exchange.getResponseBody());
    } else if (path.equals("/bomb")) {
      byte[] bomb = bomb();
      exchange.getResponseHeaders().add("Content-Encoding", "gzip");
      exchange.sendResponseHeaders(200, bomb.length);
      exchange.getResponseBody().write(bomb);
    } else if (path.equals("/gone")) {
      exchange.sendResponseHeaders(404, -1);
    } else {
      byte[] body = "<s> <p> <o> .".getBytes(StandardCharsets.UTF_8);
      exchange.getResponseHeaders().add("Content-Type", "text/turtle");
      exchange.sendResponseHeaders(200, body.length);
      exchange.getResponseBody().write(body);
    }
    exchange.close();
  }

  private void await() {
    try {
      over.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private static void endless(OutputStream out) {
    byte[] block = new byte[1 << 16];
    try {
      while (!Thread.currentThread().isInterrupted()) {
        out.write(block);
      }
    } catch (IOException e) {
      // the client has hung up, as it should
    }
  }

  private static byte[] bomb() throws IOException {
    ByteArrayOutputStream packed = new ByteArrayOutputStream();
    try (GZIPOutputStream out = new GZIPOutputStream(packed)) {
      byte[] block = new byte[1 << 20];
      for (int i = 0; i < 64; i++) {
        out.write(block);
      }
    }
    return packed.toByteArray();
  }

  private EgressLimits limits(String... allowed) {
    return new EgressLimits(Set.of(allowed), Set.of(80, 443, port), 1 << 20, Duration.ofSeconds(5));
  }

  private String at(String host, String path) {
    return "http://" + host + ":" + port + path;
  }

  private String key(Egress egress, String address) {
    return assertThrows(LoadException.class, () -> egress.fetch(address, folder)).key();
  }

  @Test
  void fetch_allowedHost_givesTheFileAndWhatItIs() throws IOException {
    try (Egress egress = Egress.open(limits("city.example"), host -> List.of(LOOPBACK))) {
      Fetched fetched = egress.fetch(at("city.example", "/d/dataset.ttl#x"), folder);
      assertEquals("<s> <p> <o> .", Files.readString(fetched.file()));
      assertEquals("dataset.ttl", fetched.name());
      assertEquals("text/turtle", fetched.mediaType());
      assertEquals(List.of("city.example:" + port), hosts, "the name stays in the request");
    }
  }

  /** Names, and the spellings of addresses that the platform's parser takes for inner ones. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "127.0.0.1",
        "localhost",
        "127.1",
        "2130706433",
        "0",
        "[::1]",
        "[::ffff:127.0.0.1]",
        "[::ffff:7f00:1]",
        "10.0.0.1",
        "169.254.169.254",
        "[64:ff9b::7f00:1]",
        "[fd00:ec2::254]"
      })
  void fetch_inside_isRefusedBeforeAnythingIsSent(String host) {
    try (Egress egress = Egress.open(limits())) {
      String key = key(egress, at(host, "/"));
      assertTrue(Set.of("egress.inside", "egress.no-address").contains(key), host + " " + key);
      assertEquals(List.of(), asked);
    }
  }

  @Test
  void fetch_nameWithOneInnerAddressAmongOuterOnes_isRefused() throws UnknownHostException {
    InetAddress outer = InetAddress.getByName("192.0.32.8");
    try (Egress egress = Egress.open(limits(), host -> List.of(outer, LOOPBACK))) {
      assertEquals("egress.inside", key(egress, at("mixed.example", "/")));
      assertEquals(List.of(), asked);
    }
  }

  /** A name that is outer when it is checked and inner when it is connected to. */
  @Test
  void fetch_rebinding_nameIsLookedUpOnceAConnection() throws IOException {
    Deque<InetAddress> answers = new ArrayDeque<>(List.of(LOOPBACK));
    Resolver once =
        host -> {
          if (answers.isEmpty()) {
            throw new UnknownHostException("asked twice: " + host);
          }
          return List.of(answers.pop());
        };
    try (Egress egress = Egress.open(limits("once.example"), once)) {
      Fetched fetched = egress.fetch(at("once.example", "/a.ttl"), folder);
      assertEquals("<s> <p> <o> .", Files.readString(fetched.file()));
      assertTrue(answers.isEmpty());
    }
  }

  @Test
  void fetch_rebinding_secondConnectionIsCheckedAgain() {
    Deque<InetAddress> answers = new ArrayDeque<>(List.of(LOOPBACK, LOOPBACK));
    EgressLimits limits = limits("first.example");
    Resolver resolver = host -> List.of(answers.pop());
    try (Egress egress = Egress.open(limits, resolver)) {
      String to = "/to/?" + at("second.example", "/secret");
      assertEquals("egress.inside", key(egress, at("first.example", to)));
      assertEquals(List.of("/to/"), asked);
    }
  }

  @ParameterizedTest
  @CsvSource({
    "http://127.0.0.1/,egress.inside",
    "http://[::1]/,egress.inside",
    "http://127.0.0.1:22/,egress.port",
    "file:///etc/passwd,egress.scheme",
    "ftp://city.example/a,egress.scheme",
    "gopher://127.0.0.1:80/,egress.scheme",
    "http://user:pw@city.example/,egress.no-address"
  })
  void fetch_redirectToInside_isRefused(String to, String key) {
    Resolver resolver =
        host -> host.equals("city.example") ? List.of(LOOPBACK) : Resolver.system().resolve(host);
    try (Egress egress = Egress.open(limits("city.example"), resolver)) {
      assertEquals(key, key(egress, at("city.example", "/to/?" + to)));
      assertEquals(List.of("/to/"), asked);
    }
  }

  @Test
  void fetch_redirectWithin_isFollowedThreeTimesAtMost() throws IOException {
    try (Egress egress = Egress.open(limits("city.example"), host -> List.of(LOOPBACK))) {
      Fetched fetched = egress.fetch(at("city.example", "/to/?/b.ttl"), folder);
      assertEquals("b.ttl", fetched.name());
      asked.clear();
      assertEquals("egress.redirects", key(egress, at("city.example", "/loop")));
      assertEquals(4, asked.size());
    }
  }

  @ParameterizedTest
  @CsvSource({
    "city.example:22,egress.port",
    "city.example:6379,egress.port",
  })
  void fetch_otherPort_isRefused(String authority, String key) {
    try (Egress egress = Egress.open(limits("city.example"), host -> List.of(LOOPBACK))) {
      assertEquals(key, key(egress, "http://" + authority + "/"));
    }
  }

  @Test
  void fetch_hostAllowedWithItsPort_needsNoOther() throws IOException {
    EgressLimits limits =
        new EgressLimits(Set.of("localhost:" + port), Set.of(443), 1 << 20, Duration.ofSeconds(5));
    try (Egress egress = Egress.open(limits)) {
      assertEquals("a.ttl", egress.fetch(at("localhost", "/a.ttl"), folder).name());
      assertEquals("egress.port", key(egress, at("127.0.0.1", "/a.ttl")));
    }
  }

  @ParameterizedTest
  @CsvSource({
    "/silent,1500,egress.slow",
    "/slow,1500,egress.slow",
    "/endless,60000,egress.bytes",
    "/bomb,60000,egress.bytes",
    "/gone,60000,egress.status"
  })
  void fetch_hostileServer_isStoppedAndNothingIsLeft(String path, long millis, String key)
      throws IOException {
    EgressLimits limits =
        new EgressLimits(Set.of("city.example"), Set.of(port), 1 << 20, Duration.ofMillis(millis));
    try (Egress egress = Egress.open(limits, host -> List.of(LOOPBACK))) {
      LoadException stopped =
          assertThrows(LoadException.class, () -> egress.fetch(at("city.example", path), folder));
      assertEquals(key, stopped.key());
      assertFalse(stopped.text(Locale.JAPANESE).equals(stopped.text(Locale.ENGLISH)));
      assertTrue(stopped.text(Locale.JAPANESE).contains("city.example"));
      try (Stream<Path> left = Files.list(folder)) {
        assertEquals(0, left.count());
      }
    }
  }

  @Test
  void fetch_nobodyThere_saysSo() {
    server.stop(0);
    try (Egress egress = Egress.open(limits("city.example"), host -> List.of(LOOPBACK))) {
      assertEquals("egress.unreachable", key(egress, at("city.example", "/")));
    }
    Resolver none =
        host -> {
          throw new UnknownHostException(host);
        };
    try (Egress egress = Egress.open(limits("city.example"), none)) {
      assertEquals("egress.unknown-host", key(egress, at("city.example", "/")));
    }
  }
}
