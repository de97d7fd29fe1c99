package org.machinami.query;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What hostile queries get; each leaves the server as it was. */
class QueryBoundsTest {
  private static final QuerySettings TIGHT =
      new QuerySettings(
          Duration.ofSeconds(3),
          200_000,
          2_000_000,
          100_000,
          100_000,
          1_000,
          50_000,
          10,
          2,
          1,
          Duration.ofMinutes(10));

  @TempDir static Path temporary;
  private static Catalogue catalogue;
  private static QueryServer server;
  private static Asking asking;

  @BeforeAll
  static void start() {
    catalogue = new Catalogue(temporary.resolve("data"));
    catalogue.fill();
    server =
        QueryServer.start(catalogue.directory(), 0, TIGHT, failure -> failure.printStackTrace());
    asking = new Asking(server.port());
  }

  @AfterAll
  static void stop() {
    server.close();
    catalogue.close();
  }

  @AfterEach
  void stillAnswersAndKeepsNothing() throws Exception {
    assertEquals(200, asking.get("ASK { ?s ?p ?o }").statusCode());
    // A spooled answer is deleted when it is sent: whoever has read it may be a moment early.
    long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(20);
    while (spooled() > 0) {
      assertTrue(System.nanoTime() < end, "a spooled answer was not deleted");
      Thread.onSpinWait();
    }
  }

  private static long spooled() throws IOException {
    try (Stream<Path> left = Files.list(catalogue.directory().resolve("quads/answers"))) {
      return left.count();
    }
  }

  private static void assertProblem(int status, String type, HttpResponse<String> answer) {
    assertEquals(status, answer.statusCode(), answer.body());
    assertTrue(answer.body().contains("/problems/" + type + "\""), answer.body());
    assertEquals(
        "application/problem+json", answer.headers().firstValue("Content-Type").orElse(""));
  }

  @ParameterizedTest
  @ValueSource(strings = {"SERVICE", "SERVICE SILENT"})
  void service_isRefusedAndNotCalled(String service) throws Exception {
    AtomicInteger calls = new AtomicInteger();
    HttpServer other =
        HttpServer.create(new InetSocketAddress(java.net.InetAddress.getLoopbackAddress(), 0), 0);
    other.createContext(
        "/",
        exchange -> {
          calls.incrementAndGet();
          exchange.sendResponseHeaders(200, -1);
          exchange.close();
        });
    other.start();
    String address = "http://127.0.0.1:" + other.getAddress().getPort() + "/sparql";
    for (String pattern :
        new String[] {
          "{ " + service + " <" + address + "> { ?s ?p ?o } }",
          "{ ?s ?p ?o FILTER EXISTS { " + service + " <" + address + "> { ?s ?p ?o } } }",
          "{ { SELECT * { " + service + " <" + address + "> { ?s ?p ?o } } } }",
          "{ BIND(<" + address + "> AS ?e) " + service + " ?e { ?s ?p ?o } }"
        }) {
      assertProblem(403, "service-refused", asking.get("SELECT * " + pattern));
    }
    for (String from : new String[] {"FROM", "FROM NAMED"}) {
      HttpResponse<String> answer =
          asking.get(
              "ASK "
                  + from
                  + " <"
                  + address
                  + "> { { ?s ?p ?o } UNION { GRAPH ?g { ?s ?p ?o } } }");
      assertEquals(200, answer.statusCode());
      assertTrue(answer.body().contains("false"), answer.body());
    }
    other.stop(0);
    assertEquals(0, calls.get());
  }

  @Test
  void fromFile_isNotRead() throws Exception {
    Path file = Files.writeString(temporary.resolve("secret.nt"), "<urn:a> <urn:b> <urn:c> .\n");
    HttpResponse<String> answer = asking.get("ASK FROM <" + file.toUri() + "> { <urn:a> ?p ?o }");
    assertEquals(200, answer.statusCode());
    assertTrue(answer.body().contains("false"), answer.body());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "LOAD <file:///etc/passwd>",
        "INSERT DATA { <urn:a> <urn:b> <urn:c> }",
        "DELETE WHERE { ?s ?p ?o }",
        "CLEAR ALL"
      })
  void update_isRefused(String update) {
    assertProblem(403, "update-refused", asking.get(update));
    assertProblem(403, "update-refused", asking.post("update=" + Asking.encoded(update)));
    assertProblem(
        403,
        "update-refused",
        asking.send(
            asking
                .request("/sparql")
                .header("Content-Type", "application/sparql-update")
                .POST(HttpRequest.BodyPublishers.ofString(update))));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "SELECT (<java:java.lang.System.currentTimeMillis>() AS ?x) {}",
        "SELECT * { ?s ?p ?o FILTER(<java:org.example.Evil>(?s)) }",
        "SELECT * { ?s <java:org.example.Evil> ?o }",
        "SELECT (<http://jena.apache.org/ARQ/function#wait>(10000) AS ?x) {}",
        "SELECT (<http://jena.hpl.hp.com/ARQ/function#wait>(10000) AS ?x) {}",
        "SELECT (<http://jena.apache.org/ARQ/jsFunction#evil>(1) AS ?x) {}",
        "SELECT (COUNT(*) AS ?n) { ?s ?p ?o }"
            + " HAVING(<http://jena.apache.org/ARQ/function#wait>(1))",
        "SELECT * { ?s ?p ?o } ORDER BY <urn:made:up>(?s)",
        "SELECT (SUM(<urn:made:up>(?s)) AS ?n) { ?s ?p ?o }",
        "SELECT * { (?a ?b) <http://jena.apache.org/ARQ/property#splitIRI> ?o }",
        "SELECT * { ?s <http://jena.apache.org/text#query> 'x' }",
        "SELECT * { ?s ?p ?o OPTIONAL { ?s ?q ?x FILTER(<urn:made:up>(?x)) } }",
        "SELECT ?x { ?s ?p ?o } GROUP BY (<urn:made:up>(?s) AS ?x)",
        "SELECT * { ?s ?p ?o } ORDER BY EXISTS { ?s ?q ?x FILTER(<java:a.B>(?x)) }",
        "SELECT * { ?s ?p ?o FILTER NOT EXISTS { ?s ?q ?x FILTER(<java:a.B>(?x)) } }"
      })
  void functionsThatAreNotListed_areRefused(String query) {
    assertProblem(403, "function-refused", asking.get(query));
  }

  @Test
  void hiddenRecord_isNotSeen() {
    for (String query :
        new String[] {
          "ASK { GRAPH <urn:x-arq:DefaultGraph> { ?s ?p ?o } }",
          "ASK FROM <urn:x-arq:DefaultGraph> { ?s ?p ?o }",
          "ASK FROM NAMED <urn:x-arq:DefaultGraph> { GRAPH ?g { ?s ?p ?o } }",
          "DESCRIBE <urn:machinami:quads> FROM <urn:x-arq:DefaultGraph>"
        }) {
      assertProblem(400, "bad-graph", asking.get(query));
    }
    assertTrue(asking.get("ASK { ?s <urn:machinami:applied> ?o }").body().contains("false"));
    assertTrue(
        asking.get("ASK { GRAPH ?g { ?s <urn:machinami:version> ?o } }").body().contains("false"));
    assertTrue(asking.get("ASK { <urn:machinami:quads> !<urn:x> ?o }").body().contains("false"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "ASK { {%{} ?s ?p ?o %}} }",
        "ASK { FILTER(%(1%)) }",
        "ASK { FILTER(%!true) }",
        "ASK { BIND(%-1 AS ?x) }",
        "ASK { ?s <urn:a>%/<urn:a> ?o }"
      })
  void deepNesting_is400AndNotTheEnd(String pattern) {
    StringBuilder query = new StringBuilder();
    int depth = 12_000;
    String repeated =
        pattern
            .replace("%{", "{".repeat(depth))
            .replace("%}", "}".repeat(depth))
            .replace("%(", "(".repeat(depth))
            .replace("%)", ")".repeat(depth))
            .replace("%!", "! ".repeat(depth))
            .replace("%-", "- ".repeat(depth))
            .replace("%/<urn:a>", "/<urn:a>".repeat(depth));
    query.append(repeated);
    HttpResponse<String> answer = asking.ask(query.toString());
    assertTrue(
        answer.statusCode() == 400 || answer.statusCode() == 200,
        answer.statusCode() + " " + answer.body());
  }

  @Test
  void longQuery_is413() {
    assertProblem(413, "query-too-long", asking.ask("ASK { } #" + "x".repeat(300_000)));
  }

  @Test
  void crossProduct_endsWithItsBound() {
    HttpResponse<String> answer =
        asking.get("SELECT (COUNT(*) AS ?n) { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i }");
    assertEquals(422, answer.statusCode(), answer.body());
    assertTrue(
        answer.body().contains("/too-many-rows") || answer.body().contains("/timeout"),
        answer.body());
  }

  @Test
  void giantValues_endWithTheirBound() {
    String numbers =
        IntStream.range(0, 9_000).mapToObj(Integer::toString).collect(Collectors.joining(" "));
    HttpResponse<String> answer =
        asking.ask(
            "SELECT (COUNT(*) AS ?n) { VALUES ?a { "
                + numbers
                + " } VALUES ?b { "
                + numbers
                + " } }");
    assertEquals(422, answer.statusCode(), answer.body());
  }

  @Test
  void sortingEverything_endsWithItsBound() {
    HttpResponse<String> answer =
        asking.get("SELECT * { { ?a ?b ?c } { ?d ?e ?f } } ORDER BY ?c ?d");
    assertEquals(422, answer.statusCode(), answer.body());
    assertTrue(
        answer.body().contains("/too-many-rows") || answer.body().contains("/timeout"),
        answer.body());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "CONCAT(?x%1$d, ?x%1$d)",
        "REPLACE(?x%1$d, 'x', 'xx')",
        "STR(?n%1$d * ?n%1$d)",
        "ENCODE_FOR_URI(CONCAT(?x%1$d, ' ', ?x%1$d))"
      })
  void doublings_endWithTheirBound(String expression) {
    StringBuilder query =
        new StringBuilder("SELECT * { BIND('xxxxxxxxxx' AS ?x0) BIND(99999999999 AS ?n0)");
    for (int i = 0; i < 30; i++) {
      query
          .append(" BIND(")
          .append(String.format(expression, i))
          .append(" AS ?x")
          .append(i + 1)
          .append(") BIND(?n" + i + " * ?n" + i + " AS ?n")
          .append(i + 1)
          .append(")");
    }
    assertProblem(422, "text-too-long", asking.ask(query + " }"));
  }

  @Test
  void groupConcat_endsWithItsBound() {
    assertProblem(
        422, "text-too-long", asking.get("SELECT (GROUP_CONCAT(?o) AS ?all) { ?s ?p ?o }"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"a*a*a*a*a*a*a*a*b", "(a*)*b", "(a|aa)+$b", "^(a+)+\\\\1b$"})
  void regexThatGoesBackAndForth_endsWithTheTime(String pattern) {
    String text = "a".repeat(400);
    long start = System.nanoTime();
    HttpResponse<String> answer =
        asking.ask("ASK { BIND(REGEX('" + text + "', '" + pattern + "') AS ?x) FILTER(?x) }");
    assertTrue(
        Duration.ofNanos(System.nanoTime() - start).toSeconds() < 20, "it ends with the time");
    assertTrue(
        answer.statusCode() == 422 || answer.statusCode() == 200 || answer.statusCode() == 400,
        answer.body());
    assertFalse(answer.body().contains("\"boolean\" : true"), answer.body());
  }

  @Test
  void regexInOrderBy_endsWithTheTime() {
    String text = "a".repeat(400);
    HttpResponse<String> answer =
        asking.ask(
            "SELECT * { ?s ?p ?o } ORDER BY REGEX(CONCAT('"
                + text
                + "', STR(?s)), 'a*a*a*a*a*a*a*a*b')");
    assertProblem(422, "timeout", answer);
  }

  @Test
  void pathOverALongChain_isAnswered() {
    HttpResponse<String> answer =
        asking.get(
            "SELECT (COUNT(*) AS ?n) { <https://city.example/id/link/0>"
                + " <https://city.example/next>+ ?x }");
    assertEquals(200, answer.statusCode(), answer.body());
    assertTrue(answer.body().contains("4000"), answer.body());
  }

  @Test
  void pathFromEverywhere_endsWithItsBound() {
    HttpResponse<String> answer =
        asking.get("SELECT (COUNT(*) AS ?n) { ?a <https://city.example/next>* ?b }");
    assertEquals(422, answer.statusCode(), answer.body());
  }

  @Test
  void timeoutOfTheCaller_lowersTheBound() {
    HttpResponse<String> answer =
        asking.post(
            "timeout=0.2&query="
                + Asking.encoded("SELECT (COUNT(*) AS ?n) { ?a ?b ?c . ?d ?e ?f }"));
    assertProblem(422, "timeout", answer);
    assertTrue(answer.body().contains("200"), answer.body());
    assertProblem(400, "bad-timeout", asking.post("timeout=soon&query=ASK%7B%7D"));
  }

  @Test
  void longAnswer_isNotSentInPart() {
    assertProblem(422, "answer-too-long", asking.get("SELECT * { ?s ?p ?o }"));
    HttpResponse<String> spooled =
        asking.get("SELECT * { ?s ?p ?o } LIMIT 100", "Accept", "text/csv");
    assertEquals(200, spooled.statusCode());
    assertEquals(101, spooled.body().lines().count());
    assertEquals(
        String.valueOf(spooled.body().getBytes(java.nio.charset.StandardCharsets.UTF_8).length),
        spooled.headers().firstValue("Content-Length").orElse(""));
  }

  @Test
  void describe_isBounded() {
    HttpResponse<String> answer =
        asking.get("DESCRIBE ?s { ?s ?p ?o }", "Accept", "application/n-triples");
    assertEquals(200, answer.statusCode());
    assertTrue(answer.body().lines().count() <= 20, answer.body());
  }

  @Test
  void manySlowQueries_areTurnedAwayAndHealthGoesOn() throws Exception {
    String slow = "SELECT (COUNT(*) AS ?n) { ?a ?b ?c . ?d ?e ?f FILTER(?a < ?f) }";
    AtomicInteger turnedAway = new AtomicInteger();
    AtomicInteger stopped = new AtomicInteger();
    Thread[] callers = new Thread[8];
    for (int i = 0; i < callers.length; i++) {
      callers[i] =
          new Thread(
              () -> {
                HttpResponse<String> answer = asking.get(slow);
                if (answer.statusCode() == 503) {
                  assertEquals("2", answer.headers().firstValue("Retry-After").orElse(""));
                  turnedAway.incrementAndGet();
                } else if (answer.statusCode() == 422) {
                  stopped.incrementAndGet();
                }
              });
      callers[i].start();
    }
    while (turnedAway.get() == 0) {
      assertEquals(200, asking.send(asking.request("/$/ready").GET()).statusCode());
      Thread.onSpinWait();
    }
    for (Thread caller : callers) {
      caller.join();
    }
    assertEquals(callers.length, turnedAway.get() + stopped.get());
  }

  @Test
  void callerWhoUsedUpHisTime_is429() {
    Admission admission = new Admission(tightCaller());
    Admission.Place place = admission.enter("somebody");
    long until = System.nanoTime() + Duration.ofMillis(20).toNanos();
    while (System.nanoTime() < until) {
      Thread.onSpinWait();
    }
    place.leave();
    try {
      admission.enter("somebody");
      throw new AssertionError("the second query must not be let in");
    } catch (Problem e) {
      assertEquals(Problem.Kind.CALLER_BUDGET, e.kind());
      assertEquals(429, e.kind().status());
    }
    admission.enter("somebody else").leave();
  }

  private static QuerySettings tightCaller() {
    return new QuerySettings(
        Duration.ofSeconds(1),
        1_000,
        1_000,
        1_000,
        1_000,
        1_000,
        1_000,
        1,
        1,
        0,
        Duration.ofMillis(5));
  }
}
