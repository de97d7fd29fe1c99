package org.machinami.web.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.machinami.store.StoreException;
import org.machinami.store.quads.QuadStore;

/** A server in a process of its own, with its query process, and verbs that go to it. */
final class ServedTest {
  private static final String BASE = "https://data.example.org/";

  @TempDir private static Path directory;
  private static ServerProcess server;
  private static CapturedSession session;
  private static ServerAsking asking;

  @BeforeAll
  static void start() throws Exception {
    session = new CapturedSession(directory);
    server = ServerProcess.start(directory.resolve("d"), List.of("--base", BASE));
    asking = new ServerAsking(server.address());
    CapturedSession.Ended loaded =
        session.run("load", CapturedSession.sample("parks"), "--data", "d");
    assertEquals(0, loaded.exit(), loaded.out() + loaded.err());
    assertTrue(loaded.out().contains("parks: loaded"), loaded.out());
  }

  @AfterAll
  static void stop() throws Exception {
    server.close();
  }

  @Test
  void verbs_onAHeldDirectory_runInTheServer() throws Exception {
    asking.awaitReady();
    CapturedSession.Ended exported = session.run("export", "parks", "--data", "d");
    assertEquals(0, exported.exit(), exported.err());
    assertTrue(exported.out().contains("<" + BASE + "datasets/parks>"));
    CapturedSession.Ended verified = session.run("verify", "--data", "d");
    assertEquals(0, verified.exit(), verified.out() + verified.err());
    assertTrue(verified.out().contains("quads and search index hold"), verified.out());
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
    HttpResponse<String> page = asking.get("datasets/parks", "text/html");
    assertEquals(200, page.statusCode());
    HttpResponse<String> turtle = asking.get("datasets/parks", "application/n-triples");
    assertTrue(turtle.body().contains("<" + BASE + "datasets/parks>"), turtle.body());
  }

  @Test
  void get_sparql_answersFromWhatWasLoaded() throws Exception {
    asking.awaitReady();
    String query = "ASK { GRAPH <" + BASE + "graph/data/parks> { ?s ?p ?o } }";
    HttpResponse<String> answer = asking.sparql(query);
    assertEquals(200, answer.statusCode());
    assertTrue(answer.body().contains("true"), answer.body());
    assertEquals(200, asking.get(".well-known/void", "text/turtle").statusCode());
    HttpResponse<String> table =
        asking.get(
            "sparql?view=table&query=" + ServerAsking.encoded("SELECT ?s { ?s ?p ?o } LIMIT 1"),
            "text/html");
    assertTrue(table.body().contains("<table>"), table.body());
  }

  @ParameterizedTest
  @ValueSource(strings = {"parks", "libraries", "railway-lines", "station-crowding"})
  void dataset_leadsToAQueryThatGetsRowsOfIt(String id) throws Exception {
    CapturedSession.Ended loaded = session.run("load", CapturedSession.sample(id), "--data", "d");
    assertEquals(0, loaded.exit(), loaded.out() + loaded.err());
    asking.awaitReady();
    String page = asking.get("datasets/" + id, "text/html").body();
    Matcher link = Pattern.compile("href=\"[^\"]*sparql(\\?query=[^\"]+)\"").matcher(page);
    assertTrue(link.find(), page);
    HttpResponse<String> answer =
        asking.get("sparql" + link.group(1), "application/sparql-results+json");
    assertEquals(200, answer.statusCode(), answer.body());
    JsonNode rows = new ObjectMapper().readTree(answer.body()).at("/results/bindings");
    assertEquals(50, rows.size(), answer.body());
  }

  @Test
  void get_editor_hasExamplesInTheLanguageOfThePage() throws Exception {
    assertTrue(asking.get("sparql", "text/html").body().contains("data-query="));
    assertTrue(asking.get("en/sparql", "text/html").body().contains("stations"));
  }

  @Test
  void sparql_serviceAndUpdate_areRefused() throws Exception {
    asking.awaitReady();
    HttpResponse<String> service =
        asking.sparql("SELECT * { SERVICE SILENT <http://127.0.0.1:9/> { ?s ?p ?o } }");
    assertTrue(service.statusCode() >= 400 && service.statusCode() < 500, service.body());
    int update = asking.sparql("INSERT DATA { <x:s> <x:p> 1 }").statusCode();
    assertTrue(update == 400 || update == 403, "status " + update);
  }

  @Test
  void queryProcess_killed_pagesGoOnAndSparqlIsBackWithin15s() throws Exception {
    asking.awaitReady();
    ProcessHandle query = server.queryProcess();
    query.destroyForcibly();
    query.onExit().get(10, TimeUnit.SECONDS);
    long killed = System.nanoTime();
    boolean unavailableSeen = false;
    int status = 0;
    int n = 0;
    while (status != 200) {
      assertTrue(System.nanoTime() - killed < TimeUnit.SECONDS.toNanos(15), "not back after 15 s");
      assertEquals(200, asking.get("datasets/parks", "text/html").statusCode());
      HttpResponse<String> answer = asking.sparql("ASK { ?s ?p " + n++ + " }");
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
    asking.awaitReady();
    String query = "SELECT (COUNT(*) AS ?n) { ?s ?p ?o }";
    String before = asking.sparql(query).body();
    String list = asking.get("datasets?q=park", "application/ld+json").body();
    assertTrue(list.contains("datasets/parks"), list);
    CapturedSession.Ended rebuilt = session.run("rebuild", "--data", "d");
    assertEquals(0, rebuilt.exit(), rebuilt.err());
    assertTrue(rebuilt.out().contains("Quads and search index"), rebuilt.out());
    assertEquals(before, asking.sparql(query).body());
    assertEquals(list, asking.get("datasets?q=park", "application/ld+json").body());
    CapturedSession.Ended verified = session.run("verify", "--data", "d");
    assertEquals(0, verified.exit(), verified.out() + verified.err());
  }

  @Test
  void verify_queryProcessDown_isExit3AndSaysThatTheQuadsWereNotChecked() throws Exception {
    asking.awaitReady();
    QuadStore taken = takeQuads();
    try {
      CapturedSession.Ended verified = session.run("verify", "--data", "d");
      assertEquals(3, verified.exit(), verified.out() + verified.err());
      assertTrue(verified.out().contains("the quads were not checked"), verified.out());
      assertTrue(verified.out().contains("down or starting"), verified.out());
      CapturedSession.Ended scripted = session.run("verify", "--data", "d", "--json");
      assertEquals(3, scripted.exit(), scripted.out() + scripted.err());
      assertTrue(scripted.out().contains("\"sound\":false"), scripted.out());
      assertTrue(scripted.out().contains("\"UNCHECKED\""), scripted.out());
    } finally {
      taken.close();
    }
    asking.awaitReady();
    assertEquals(0, session.run("verify", "--data", "d").exit());
  }

  @Test
  void get_verifyOfTheQueryProcess_isNotPublic() throws Exception {
    assertEquals(404, asking.get("$/verify", "application/json").statusCode());
    assertEquals(404, asking.get("verify", "application/json").statusCode());
  }

  /** Kills the query process and opens its quads before it is back, so that it stays down. */
  private static QuadStore takeQuads() throws Exception {
    long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(60);
    while (true) {
      Optional<ProcessHandle> query = server.findQueryProcess();
      if (query.isPresent()) {
        query.get().destroyForcibly();
        query.get().onExit().get(10, TimeUnit.SECONDS);
      }
      try {
        return QuadStore.open(directory.resolve("d"));
      } catch (StoreException e) {
        assertEquals(StoreException.Code.HELD, e.code(), e.getMessage());
        assertTrue(System.nanoTime() < end, "the quads were not free for 60 s");
      }
    }
  }
}
