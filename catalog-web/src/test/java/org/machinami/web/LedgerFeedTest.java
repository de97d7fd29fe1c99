package org.machinami.web;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.net.URLEncoder;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.machinami.loader.decision.Stop;
import org.machinami.store.Store;
import org.machinami.store.graph.GraphWriter;
import org.machinami.store.ledger.Hash;

/** The ledger feed over HTTP, as another catalogue reads it. */
final class LedgerFeedTest {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final String BASE = PagesServer.BASE;
  private static final String SECRET = "graph/activity/0123456789abcdef0123456789abcdef";

  @TempDir private Path directory;
  private PagesServer pages;

  private static String dataset(String title) {
    return "PREFIX dcat: <http://www.w3.org/ns/dcat#> PREFIX dct: <http://purl.org/dc/terms/>\n"
        + "<datasets/parks> a dcat:Dataset ; dct:title \""
        + title
        + "\"@ja .";
  }

  private static String rows(int from, int to) {
    StringBuilder turtle =
        new StringBuilder("PREFIX rdfs: <http://www.w3.org/2000/01/rdf-schema#>\n");
    for (int i = from; i < to; i++) {
      turtle.append("<id/park/%06d> rdfs:label \"公園%d\"@ja .\n".formatted(i, i));
    }
    return turtle.toString();
  }

  @BeforeEach
  void start() throws Exception {
    pages = new PagesServer(directory.resolve("data"));
    pages.commit(
        "parks", Map.of("graph/metadata/parks", dataset("公園"), "graph/data/parks", rows(0, 5_000)));
    pages.commitFile("datasets/parks/files/parks.csv", "名称\n公園\n".getBytes(StandardCharsets.UTF_8));
    pages.commit("a secret decision", Map.of(SECRET, "<x> <http://a.example/says> \"内密\" ."));
    pages.commit(
        "mixed",
        Map.of(
            "graph/metadata/parks",
            dataset("公園、改"),
            "graph/activity/mixed",
            "<y> <http://a.example/says> \"内密\" ."));
    pages.commit("more", Map.of("graph/data/parks", rows(0, 5_010)));
  }

  @AfterEach
  void stop() {
    pages.close();
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }

  private static String content(String kind, String name, String rest) {
    return "/ledger/" + kind + "?name=" + encoded(BASE + name) + rest;
  }

  @Test
  void lines_areThoseOfTheLedger_orSayThatSomethingIsWithheld() throws Exception {
    List<String> own = Files.readAllLines(directory.resolve("data/ledger/ledger.jsonl"));
    String feed = pages.get("/ledger?after=0").body();
    List<String> lines = feed.lines().toList();
    assertEquals(own.size(), lines.size());
    JsonNode about = JSON.readTree(pages.get("/ledger", "Accept", "application/json").body());
    String previous = about.get("genesis").asText();
    for (int i = 0; i < lines.size(); i++) {
      JsonNode line = JSON.readTree(lines.get(i));
      assertEquals(i + 1, line.get("sequence").asInt());
      assertEquals(previous, line.get("previous").asText());
      previous = line.get("hash").asText();
      assertEquals(JSON.readTree(own.get(i)).get("time"), line.get("time"));
      if (line.has("withheld")) {
        assertFalse(line.has("key"));
      } else {
        assertEquals(own.get(i), lines.get(i));
        String hashed = lines.get(i).substring(0, lines.get(i).indexOf(",\"hash\":"));
        assertEquals(previous, Hash.of(hashed.getBytes(StandardCharsets.UTF_8)).hex());
      }
    }
    assertEquals(previous, about.get("hash").asText());
    assertEquals("[]", JSON.readTree(lines.get(2)).get("changes").toString());
    assertFalse(JSON.readTree(lines.get(2)).has("reason"));
    assertEquals("mixed", JSON.readTree(lines.get(3)).get("reason").asText());
    assertEquals(1, JSON.readTree(lines.get(3)).get("changes").size());
    assertFalse(feed.contains("activity/"), feed);
    assertFalse(feed.contains("secret"), feed);
  }

  @Test
  void whatIsNotPublic_isAnsweredAsWhatIsNotThere() {
    String there = content("graph", SECRET, "&at=3");
    String absent = content("graph", SECRET.replace('0', '1'), "&at=3");
    HttpResponse<String> one = pages.get(there, "Accept-Language", "en");
    HttpResponse<String> other = pages.get(absent, "Accept-Language", "en");
    assertEquals(404, one.statusCode());
    assertEquals(404, other.statusCode());
    assertEquals(
        other.body().replace(SECRET.replace('0', '1'), "X"), one.body().replace(SECRET, "X"));
    Hash secret = pages.store().states().find(BASE + SECRET).orElseThrow().version();
    for (String name : List.of(SECRET, "graph/data/parks", "graph/metadata/parks")) {
      assertEquals(
          404,
          pages.get("/blobs/" + secret.hex() + "?name=" + encoded(BASE + name)).statusCode(),
          name);
    }
    assertEquals(400, pages.get("/blobs/" + secret.hex()).statusCode());
  }

  @Test
  void feed_comesInParts_andWaitsForTheNextCommit() throws Exception {
    HttpResponse<String> part = pages.get("/ledger?after=1&limit=2");
    assertEquals(2, part.body().lines().count());
    assertEquals(
        "<" + BASE + "ledger?after=3>; rel=\"next\"",
        part.headers().firstValue("Link").orElseThrow());
    assertEquals("5", part.headers().firstValue("Machinami-Ledger-Head").orElseThrow());
    HttpResponse<String> end = pages.get("/ledger?after=5");
    assertEquals("", end.body());
    assertEquals(Optional.empty(), end.headers().firstValue("Link"));
    CompletableFuture<HttpResponse<String>> waiting =
        CompletableFuture.supplyAsync(() -> pages.get("/ledger?after=5&wait=20"));
    pages.commit("next", Map.of("graph/metadata/parks", dataset("公園、三版")));
    assertEquals(6, JSON.readTree(waiting.get().body()).get("sequence").asInt());
  }

  @ParameterizedTest
  @CsvSource({
    "/ledger?after=x, 400",
    "/ledger?after=-1, 400",
    "/ledger?after=0&limit=0, 400",
    "/ledger?after=0&limit=10001, 400",
    "/ledger?after=0&wait=31, 400",
    "/ledger?after=99999999999999999999, 400",
    "/ledger?after=6, 409",
    "/ledger/graph, 400",
    "/ledger/graph?name=x, 404",
    "/ledger/file?name=http%3A%2F%2Fcity.example%2Fgraph%2Fdata%2Fparks, 404",
    "/ledger/graph?name=http%3A%2F%2Fcity.example%2Fgraph%2Fdata%2Fparks&at=6, 409",
    "/ledger/graph?name=http%3A%2F%2Fcity.example%2Fgraph%2Fdata%2Fparks&at=2&since=3, 400",
    "/blobs/x?name=y, 404",
  })
  void whatCannotBeAnswered_isAProblem(String path, int status) {
    HttpResponse<String> response = pages.get(path, "Accept", "application/json");
    assertEquals(status, response.statusCode(), response.body());
    assertEquals(
        "application/problem+json", response.headers().firstValue("Content-Type").orElseThrow());
  }

  @Test
  void graph_hasTheVersionThatTheLineNames_alsoByItsDifference() throws Exception {
    String first = pages.get(content("graph", "graph/data/parks", "&at=4")).body();
    HttpResponse<String> patch = pages.get(content("graph", "graph/data/parks", "&at=5&since=4"));
    assertEquals(10, patch.body().lines().count());
    assertTrue(patch.body().lines().allMatch(line -> line.startsWith("A <")), patch.body());
    StringBuilder second = new StringBuilder(first);
    patch.body().lines().forEach(line -> second.append(line.substring(2)).append('\n'));
    assertEquals(version(first), named("graph/data/parks", 1));
    assertEquals(version(second.toString()), named("graph/data/parks", 5));
    assertEquals(
        named("graph/data/parks", 5),
        patch.headers().firstValue("Machinami-Version").orElseThrow());
    assertEquals(
        named("graph/data/parks", 1),
        patch.headers().firstValue("Machinami-Base-Version").orElseThrow());
    HttpResponse<String> again =
        pages.get(
            content("graph", "graph/data/parks", "&at=4"),
            "If-None-Match",
            "\"" + named("graph/data/parks", 1) + "\"");
    assertEquals(304, again.statusCode());
  }

  /** The version that another store gives these lines. */
  private String version(String lines) throws Exception {
    Path other = Files.createTempDirectory(directory, "other");
    Store.create(other.resolve("data"), "http://other.example/");
    try (Store store = Store.open(other.resolve("data"));
        GraphWriter writer = store.newGraph()) {
      for (String line : lines.lines().toList()) {
        byte[] bytes = (line + "\n").getBytes(StandardCharsets.UTF_8);
        writer.line(bytes, 0, bytes.length);
      }
      return writer.finish().hash().hex();
    }
  }

  private String named(String graph, int sequence) throws Exception {
    String line = pages.get("/ledger?limit=1&after=" + (sequence - 1)).body();
    for (JsonNode change : JSON.readTree(line).get("changes")) {
      if (change.get("graph").asText().equals(BASE + graph)) {
        return change.get("version").asText();
      }
    }
    throw new AssertionError(line);
  }

  @Test
  void blobs_areReachedFromTheVersion_andHaveTheirHashes() throws Exception {
    String name = "?at=5&name=" + encoded(BASE + "graph/data/parks");
    Deque<String> open = new ArrayDeque<>(List.of(named("graph/data/parks", 5)));
    Set<String> seen = new HashSet<>(open);
    long lines = 0;
    while (!open.isEmpty()) {
      String hash = open.pop();
      HttpResponse<byte[]> blob = pages.bytes("/blobs/" + hash + name);
      assertEquals(200, blob.statusCode());
      assertEquals(hash, Hash.of(blob.body()).hex());
      String text = new String(blob.body(), StandardCharsets.UTF_8);
      if (text.startsWith("<")) {
        lines += text.lines().count();
      } else {
        text.lines()
            .skip(1)
            .map(line -> line.substring(0, 64))
            .filter(seen::add)
            .forEach(open::add);
      }
    }
    assertEquals(5_010, lines);
    assertTrue(seen.size() > 10, seen.size() + " blobs");
    assertEquals(404, pages.bytes("/blobs/" + "0".repeat(64) + name).statusCode());
  }

  @Test
  void file_isGivenByteForByte() {
    HttpResponse<byte[]> file = pages.bytes(content("file", "datasets/parks/files/parks.csv", ""));
    assertArrayEquals("名称\n公園\n".getBytes(StandardCharsets.UTF_8), file.body());
    assertEquals(
        404, pages.get(content("file", "datasets/parks/files/parks.csv", "&at=1")).statusCode());
  }

  @Test
  void whatIsStoppedOrWithdrawn_isGivenNoMore_alsoNotAsItWas() {
    Stop.begin(pages.store(), "parks", "test", "理由", "");
    pages.catchUp();
    assertEquals(410, pages.get(content("graph", "graph/data/parks", "&at=1")).statusCode());
    assertEquals(
        410, pages.get(content("file", "datasets/parks/files/parks.csv", "&at=2")).statusCode());
    assertEquals(200, pages.get(content("graph", "graph/metadata/parks", "&at=1")).statusCode());
    assertFalse(pages.get("/ledger?after=5").body().contains("理由の"));
    pages.delete("graph/metadata/parks");
    assertEquals(410, pages.get(content("graph", "graph/metadata/parks", "&at=1")).statusCode());
  }

  @Test
  void secondCatalogue_putsThePublicGraphsTogether() throws Exception {
    Map<String, String> versions = new HashMap<>();
    Map<String, Long> sequences = new HashMap<>();
    for (String text : pages.get("/ledger?after=0").body().lines().toList()) {
      JsonNode line = JSON.readTree(text);
      for (JsonNode change : line.get("changes")) {
        versions.put(change.get("graph").asText(), change.get("version").asText());
        sequences.put(change.get("graph").asText(), line.get("sequence").asLong());
      }
    }
    assertEquals(
        Set.of(
            BASE + "graph/metadata/parks",
            BASE + "graph/data/parks",
            BASE + "datasets/parks/files/parks.csv"),
        versions.keySet());
    for (String graph : List.of("graph/metadata/parks", "graph/data/parks")) {
      String at = "&at=" + sequences.get(BASE + graph);
      assertEquals(
          versions.get(BASE + graph), version(pages.get(content("graph", graph, at)).body()));
    }
  }

  @Test
  void page_saysInBothLanguagesHowItIsRead() throws Exception {
    assertTrue(
        pages.get("/en/ledger", "Accept", "text/html").body().contains("The ledger for programs"));
    String japanese = pages.get("/ledger", "Accept", "text/html").body();
    assertTrue(japanese.contains("プログラム向けの台帳"), japanese);
    assertTrue(japanese.contains("最新のコミットの番号 <code>head</code>"), japanese);
    assertEquals(BASE, JSON.readTree(pages.get("/ledger.json").body()).get("base").asText());
  }
}
