package org.machinami.web.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A server in a process of its own, with its query process, and verbs that go to it. */
final class ServedTest {
  private static final String BASE = "https://data.example.org/";

  @TempDir private static Path directory;
  private static ServerProcess server;
  private static CapturedSession session;
  private final HttpClient http = HttpClient.newHttpClient();

  @BeforeAll
  static void start() throws Exception {
    session = new CapturedSession(directory);
    server = ServerProcess.start(directory.resolve("d"), List.of("--base", BASE));
    CapturedSession.Ended loaded =
        session.run("load", CapturedSession.sample("parks"), "--data", "d");
    assertEquals(0, loaded.exit(), loaded.out() + loaded.err());
    assertTrue(loaded.out().contains("committed"), loaded.out());
  }

  @AfterAll
  static void stop() throws Exception {
    server.close();
  }

  @Test
  void verbs_onAHeldDirectory_runInTheServer() {
    CapturedSession.Ended exported = session.run("export", "parks", "--data", "d");
    assertEquals(0, exported.exit(), exported.err());
    assertTrue(exported.out().contains("<" + BASE + "datasets/parks>"));
    CapturedSession.Ended verified = session.run("verify", "--data", "d");
    assertEquals(0, verified.exit(), verified.out() + verified.err());
    assertEquals(0, session.run("backup", "b", "--data", "d").exit());
    CapturedSession.Ended wrong = session.run("export", "no-such-dataset", "--data", "d");
    assertEquals(2, wrong.exit());
    assertTrue(wrong.err().contains("no-such-dataset"), wrong.err());
  }

  @Test
  void serve_heldDirectory_isExit3AndNamesTheHolder() {
    CapturedSession.Ended ended = session.run("serve", "--data", "d", "--port", "0");
    assertEquals(3, ended.exit(), ended.out());
    assertTrue(ended.err().contains(Long.toString(server.pid())), ended.err());
  }

  @Test
  void get_iriUnderBase_isAnsweredWhateverTheHost() throws Exception {
    HttpResponse<String> page = get("datasets/parks", "text/html");
    assertEquals(200, page.statusCode());
    HttpResponse<String> turtle = get("datasets/parks", "application/n-triples");
    assertTrue(turtle.body().contains("<" + BASE + "datasets/parks>"), turtle.body());
  }

  @Test
  void get_sparql_answersFromWhatWasLoaded() throws Exception {
    awaitReady();
    String query = "ASK { GRAPH <" + BASE + "graph/data/parks> { ?s ?p ?o } }";
    HttpResponse<String> answer = sparql(query);
    assertEquals(200, answer.statusCode());
    assertTrue(answer.body().contains("true"), answer.body());
    assertEquals(200, get(".well-known/void", "text/turtle").statusCode());
    HttpResponse<String> table =
        get("sparql?view=table&query=" + encoded("SELECT ?s { ?s ?p ?o } LIMIT 1"), "text/html");
    assertTrue(table.body().contains("<table>"), table.body());
  }

  @Test
  void get_editor_hasExamplesInTheLanguageOfThePage() throws Exception {
    assertTrue(get("sparql", "text/html").body().contains("data-query="));
    assertTrue(get("en/sparql", "text/html").body().contains("stations"));
  }

  @Test
  void sparql_serviceAndUpdate_areRefused() throws Exception {
    awaitReady();
    HttpResponse<String> service =
        sparql("SELECT * { SERVICE SILENT <http://127.0.0.1:9/> { ?s ?p ?o } }");
    assertTrue(service.statusCode() >= 400 && service.statusCode() < 500, service.body());
    int update = sparql("INSERT DATA { <x:s> <x:p> 1 }").statusCode();
    assertTrue(update == 400 || update == 403, "status " + update);
  }

  @Test
  void queryProcess_killed_pagesGoOnAndSparqlIsBackWithin15s() throws Exception {
    awaitReady();
    ProcessHandle query = server.queryProcess();
    query.destroyForcibly();
    query.onExit().get(10, TimeUnit.SECONDS);
    long killed = System.nanoTime();
    boolean unavailableSeen = false;
    int status = 0;
    int n = 0;
    while (status != 200) {
      assertTrue(System.nanoTime() - killed < TimeUnit.SECONDS.toNanos(15), "not back after 15 s");
      assertEquals(200, get("datasets/parks", "text/html").statusCode());
      HttpResponse<String> answer = sparql("ASK { ?s ?p " + n++ + " }");
      status = answer.statusCode();
      if (status == 503) {
        unavailableSeen = true;
        assertTrue(answer.headers().firstValue("Retry-After").isPresent());
      }
    }
    assertTrue(unavailableSeen);
    assertFalse(query.isAlive());
  }

  @Test
  void rebuild_whileServed_answersTheSame() throws Exception {
    awaitReady();
    String query = "SELECT (COUNT(*) AS ?n) { ?s ?p ?o }";
    String before = sparql(query).body();
    CapturedSession.Ended rebuilt = session.run("rebuild", "--data", "d");
    assertEquals(0, rebuilt.exit(), rebuilt.err());
    assertEquals(before, sparql(query).body());
  }

  private void awaitReady() throws Exception {
    long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(60);
    String body;
    do {
      assertTrue(System.nanoTime() < end, "not ready after 60 s");
      body = get("readyz", "*/*").body();
    } while (!body.contains("\"ready\":true,\"head\"") || !caughtUp(body));
  }

  private static boolean caughtUp(String report) {
    java.util.regex.Matcher head =
        java.util.regex.Pattern.compile("\"head\":(\\d+)").matcher(report);
    java.util.regex.Matcher query =
        java.util.regex.Pattern.compile("\"query\":\\{[^}]*\"applied\":(\\d+)").matcher(report);
    return head.find() && query.find() && head.group(1).equals(query.group(1));
  }

  private HttpResponse<String> sparql(String query) throws Exception {
    return get("sparql?query=" + encoded(query), "application/sparql-results+json");
  }

  private HttpResponse<String> get(String path, String accept) throws Exception {
    return http.send(
        HttpRequest.newBuilder(URI.create(server.address() + path))
            .header("Accept", accept)
            .build(),
        HttpResponse.BodyHandlers.ofString());
  }

  private static String encoded(String query) {
    return URLEncoder.encode(query, StandardCharsets.UTF_8);
  }
}
