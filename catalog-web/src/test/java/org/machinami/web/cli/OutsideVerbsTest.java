package org.machinami.web.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Verbs that ask other servers: {@code load} of an API, {@code check-links}. */
final class OutsideVerbsTest {
  private static final Path RESOURCES =
      Path.of(System.getProperty("machinami.home"))
          .resolve("loader/src/test/resources/org/machinami/loader/LoaderTest");

  @TempDir private Path directory;
  private HttpServer elsewhere;
  private final List<String> asked = Collections.synchronizedList(new ArrayList<>());
  private CapturedSession session;

  @BeforeEach
  void start() throws IOException {
    elsewhere = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    elsewhere.createContext("/", this::answer);
    elsewhere.start();
    session = new CapturedSession(directory, "en", Map.of("MACHINAMI_EGRESS_ALLOW", authority()));
    Path folder = Files.createDirectory(directory.resolve("wards"));
    Files.writeString(
        folder.resolve("dataset.ttl"),
        Files.readString(RESOURCES.resolve("dataset.ttl"))
            .replace(
                "dcat:downloadURL <datasets/wards/files/wards.csv>",
                "dcat:accessURL <http://" + authority() + "/gone>"));
    Files.writeString(
        folder.resolve("wards.rml.ttl"),
        Files.readString(RESOURCES.resolve("wards.rml.ttl"))
            .replace(
                "rml:source \"wards.csv\" ; rml:referenceFormulation ql:CSV",
                "rml:source \"wards.api\" ; rml:referenceFormulation ql:JSONPath ; rml:iterator \"$[*]\""));
    Files.writeString(folder.resolve("wards.api"), "url=http://" + authority() + "/wards\n");
  }

  @AfterEach
  void stop() {
    elsewhere.stop(0);
  }

  private String authority() {
    return "127.0.0.1:" + elsewhere.getAddress().getPort();
  }

  private void answer(HttpExchange exchange) throws IOException {
    try (exchange) {
      asked.add(exchange.getRequestMethod() + " " + exchange.getRequestURI());
      if (exchange.getRequestURI().getPath().equals("/wards")) {
        byte[] body =
            "[{\"コード\":\"13101\",\"名称\":\"千代田区\",\"数\":1}]".getBytes(StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(200, body.length);
        exchange.getResponseBody().write(body);
      } else {
        exchange.sendResponseHeaders(404, -1);
      }
    }
  }

  @Test
  void load_api_isFetched_andItsLinksAreChecked() {
    CapturedSession.Ended loaded = session.run("load", "wards", "--data", "d", "--json");
    assertEquals(0, loaded.exit(), loaded.out() + loaded.err());
    assertEquals(List.of("GET /wards"), List.copyOf(asked));
    CapturedSession.Ended checked = session.run("check-links", "--data", "d", "--json");
    assertEquals(0, checked.exit(), checked.err());
    assertTrue(checked.out().contains("\"failing\":1"), checked.out());
    assertEquals(
        List.of("GET /wards", "GET /robots.txt", "HEAD /gone", "GET /gone"), List.copyOf(asked));
    CapturedSession.Ended again = session.run("check-links", "--data", "d");
    assertTrue(again.out().contains("1 links: 0 asked for"), again.out());
  }

  @Test
  void validate_api_saysThatOnlyLoadFetches() {
    CapturedSession.Ended ended = session.run("validate", "wards");
    assertEquals(2, ended.exit(), ended.out());
    assertTrue((ended.out() + ended.err()).contains("load --dry-run"), ended.out() + ended.err());
    assertEquals(List.of(), asked);
  }
}
