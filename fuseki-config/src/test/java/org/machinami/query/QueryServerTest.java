package org.machinami.query;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.List;
import org.apache.jena.graph.Graph;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFParser;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The protocol, asked of a real server over a real store. */
class QueryServerTest {
  @TempDir static Path temporary;
  private static Catalogue catalogue;
  private static QueryServer server;
  private static Asking asking;

  @BeforeAll
  static void start() {
    catalogue = new Catalogue(temporary.resolve("data"));
    catalogue.fill();
    server =
        QueryServer.start(
            catalogue.directory(), 0, QuerySettings.DEFAULT, failure -> failure.printStackTrace());
    asking = new Asking(server.port());
  }

  @AfterAll
  static void stop() {
    server.close();
    catalogue.close();
  }

  private static final String LABEL = "<" + Catalogue.BASE + "label>";

  @Test
  void get_select_answersFromTheUnionOfGraphs() {
    HttpResponse<String> answer =
        asking.get("SELECT ?l { ?s " + LABEL + " ?l } ORDER BY ?l", "Accept", "text/csv");
    assertEquals(200, answer.statusCode());
    assertEquals("l\r\n千代田区\r\n新宿\r\n新宿区\r\n東京\r\n", answer.body());
    assertEquals("3", answer.headers().firstValue("Machinami-Applied").orElse(""));
    assertEquals("*", answer.headers().firstValue("Access-Control-Allow-Origin").orElse(""));
  }

  @Test
  void post_formAndBody_answerAlike() {
    String query = "ASK { ?s " + LABEL + " \"新宿\"@ja }";
    HttpResponse<String> form = asking.ask(query);
    HttpResponse<String> body =
        asking.send(
            asking
                .request("/sparql")
                .header("Content-Type", "application/sparql-query")
                .POST(HttpRequest.BodyPublishers.ofString(query)));
    assertEquals(200, form.statusCode());
    assertTrue(form.body().contains("true"));
    assertEquals(form.body(), body.body());
  }

  @ParameterizedTest
  @CsvSource({
    "application/sparql-results+json, application/sparql-results+json",
    "application/sparql-results+xml, application/sparql-results+xml",
    "text/csv, text/csv;charset=utf-8",
    "text/tab-separated-values, text/tab-separated-values;charset=utf-8",
    "application/json, application/json",
    "'text/html,*/*;q=0.5', application/sparql-results+json",
    "'text/csv;q=0.2,application/sparql-results+xml', application/sparql-results+xml"
  })
  void get_select_comesInTheFormatThatIsAccepted(String accept, String type) {
    HttpResponse<String> answer = asking.get("SELECT ?l { ?s " + LABEL + " ?l }", "Accept", accept);
    assertEquals(200, answer.statusCode());
    assertEquals(type, answer.headers().firstValue("Content-Type").orElse(""));
    assertTrue(answer.body().contains("新宿"));
  }

  @ParameterizedTest
  @CsvSource({"text/turtle", "application/n-triples", "application/ld+json", "application/rdf+xml"})
  void get_construct_comesInTheFormatThatIsAccepted(String accept) {
    HttpResponse<String> answer =
        asking.get("CONSTRUCT WHERE { ?s " + LABEL + " ?l }", "Accept", accept);
    assertEquals(200, answer.statusCode(), answer.body());
    Graph graph = parsed(answer);
    assertEquals(4, graph.size());
  }

  @Test
  void get_construct_inRdfXml_leavesOutWhatItCannotSay() {
    HttpResponse<String> answer =
        asking.get(
            "CONSTRUCT { ?s <https://x.example/f/2024> 1 ; <urn:x:note> \"a\\u000Bb\" } WHERE { ?s "
                + LABEL
                + " \"新宿\"@ja }",
            "Accept",
            "application/rdf+xml");
    assertEquals(200, answer.statusCode(), answer.body());
    assertEquals(
        "a\uFFFDb",
        parsed(answer).find().toList().get(0).getObject().getLiteralLexicalForm(),
        answer.body());
    assertEquals(1, parsed(answer).size());
  }

  private static Graph parsed(HttpResponse<String> answer) {
    String type = answer.headers().firstValue("Content-Type").orElse("").split(";", 2)[0];
    Lang lang = org.apache.jena.riot.RDFLanguages.contentTypeToLang(type);
    return RDFParser.fromString(answer.body(), lang).toGraph();
  }

  @Test
  void get_describe_isWhatIsSaidOfTheResource() {
    HttpResponse<String> answer = asking.get("DESCRIBE <" + Catalogue.BASE + "id/station/tokyo>");
    assertEquals(2, parsed(answer).size());
  }

  @Test
  void get_formatParameter_goesBeforeAccept() {
    HttpResponse<String> answer =
        asking.send(
            asking
                .request(
                    "/sparql?format=csv&query=" + Asking.encoded("SELECT (1 AS ?n) {}"),
                    "Accept",
                    "application/sparql-results+json")
                .GET());
    assertEquals("n\r\n1\r\n", answer.body());
  }

  @Test
  void get_unacceptableFormat_is406() {
    HttpResponse<String> answer = asking.get("ASK {}", "Accept", "image/png");
    assertEquals(406, answer.statusCode());
    assertTrue(answer.body().contains("text/csv"), answer.body());
  }

  @Test
  void head_answersWithoutBody() {
    HttpResponse<String> answer =
        asking.send(
            asking
                .request("/sparql?query=" + Asking.encoded("ASK {}"))
                .method("HEAD", HttpRequest.BodyPublishers.noBody()));
    assertEquals(200, answer.statusCode());
    assertEquals("", answer.body());
  }

  @Test
  void options_allowsOtherOrigins() {
    HttpResponse<String> answer =
        asking.send(
            asking.request("/sparql").method("OPTIONS", HttpRequest.BodyPublishers.noBody()));
    assertEquals(204, answer.statusCode());
    assertTrue(
        answer.headers().firstValue("Access-Control-Allow-Methods").orElse("").contains("POST"));
  }

  @Test
  void put_isNotAllowed() {
    HttpResponse<String> answer =
        asking.send(asking.request("/sparql").PUT(HttpRequest.BodyPublishers.ofString("x")));
    assertEquals(405, answer.statusCode());
  }

  @Test
  void get_withoutQuery_describesTheService() {
    HttpResponse<String> answer =
        asking.send(asking.request("/sparql", "Accept", "text/turtle").GET());
    assertEquals(200, answer.statusCode());
    String said = answer.body();
    assertTrue(said.contains("UnionDefaultGraph"), said);
    assertTrue(said.contains(Catalogue.STATIONS), said);
    assertTrue(said.contains("4006"), "the number of triples: " + said);
  }

  @Test
  void get_withoutQueryForHtml_saysWhatToSend() {
    HttpResponse<String> answer =
        asking.send(asking.request("/sparql", "Accept", "text/html").GET());
    assertEquals(400, answer.statusCode());
    assertTrue(answer.body().contains("/problems/no-query"));
  }

  @Test
  void get_malformedQuery_saysWhereInTheCallersLanguage() {
    HttpResponse<String> answer =
        asking.get("SELECT * {\n ?s ?p", "Accept-Language", "ja,en;q=0.5");
    assertEquals(400, answer.statusCode());
    assertTrue(answer.body().contains("2 行"), answer.body());
    assertEquals(
        "application/problem+json", answer.headers().firstValue("Content-Type").orElse(""));
  }

  @Test
  void get_fromAndGraphParameters_chooseGraphs() {
    String count = "SELECT (COUNT(*) AS ?n) ";
    String all = "{ ?s ?p ?o }";
    String inGraphs = "{ GRAPH ?g { ?s ?p ?o } }";
    assertEquals("4", number(asking.get(count + "FROM <" + Catalogue.STATIONS + "> " + all)));
    assertEquals(
        "6",
        number(
            asking.get(
                count
                    + "FROM <"
                    + Catalogue.STATIONS
                    + "> FROM <"
                    + Catalogue.WARDS
                    + "> "
                    + all)));
    assertEquals(
        "2", number(asking.get(count + "FROM NAMED <" + Catalogue.WARDS + "> " + inGraphs)));
    assertEquals("0", number(asking.get(count + "FROM NAMED <" + Catalogue.WARDS + "> " + all)));
    assertEquals("4006", number(asking.get(count + inGraphs)));
    assertEquals(
        "2",
        number(
            asking.post(
                "query="
                    + Asking.encoded(count + all)
                    + "&default-graph-uri="
                    + Asking.encoded(Catalogue.WARDS))));
  }

  private static String number(HttpResponse<String> answer) {
    assertEquals(200, answer.statusCode(), answer.body());
    String marker = "\"value\": \"";
    int start = answer.body().indexOf(marker) + marker.length();
    return answer.body().substring(start, answer.body().indexOf('"', start));
  }

  @Test
  void get_geoFunctions_areThere() {
    HttpResponse<String> answer =
        asking.get(
            "PREFIX geof: <http://www.opengis.net/def/function/geosparql/>"
                + " SELECT (ROUND(?d / 1000) AS ?km) {"
                + " <https://city.example/id/station/tokyo> <https://city.example/where> ?a ."
                + " <https://city.example/id/station/shinjuku> <https://city.example/where> ?b"
                + " BIND(geof:distance(?a, ?b,"
                + " <http://www.opengis.net/def/uom/OGC/1.0/metre>) AS ?d) }",
            "Accept",
            "text/csv");
    assertTrue(answer.body().startsWith("km\r\n6"), answer.body());
    assertEquals(200, answer.statusCode(), answer.body());
  }

  @Test
  void commit_whileServing_isAnsweredFromSoon() {
    long sequence =
        catalogue.commit(
            Catalogue.BASE + "graph/data/new",
            List.of("<https://city.example/id/new> <https://city.example/is> \"new\" .\n"));
    String query = "ASK { ?s <https://city.example/is> \"new\" }";
    HttpResponse<String> answer = asking.get(query);
    while (Long.parseLong(answer.headers().firstValue("Machinami-Applied").orElseThrow())
        < sequence) {
      answer = asking.get(query);
    }
    assertTrue(answer.body().contains("true"), answer.body());
    catalogue.commit(Catalogue.BASE + "graph/data/new", List.of());
  }

  @Test
  void ready_saysHowFarItIs() {
    HttpResponse<String> answer = asking.send(asking.request("/$/ready").GET());
    assertEquals(200, answer.statusCode());
    assertTrue(answer.body().contains("\"ready\":true"), answer.body());
  }

  @Test
  void verify_soundQuads_saysWhatWasComparedAndFindsNothing() throws Exception {
    HttpResponse<String> answer = asking.send(asking.request("/$/verify").GET());
    assertEquals(200, answer.statusCode(), answer.body());
    JsonNode report = new ObjectMapper().readTree(answer.body());
    assertTrue(report.path("applied").asLong() >= 3, answer.body());
    assertTrue(report.path("quads").asLong() >= 4006, answer.body());
    assertTrue(report.path("findings").isArray(), answer.body());
    assertEquals(0, report.path("findings").size(), answer.body());
  }

  @Test
  void verify_post_isNotAllowed() {
    HttpResponse<String> answer =
        asking.send(asking.request("/$/verify").POST(HttpRequest.BodyPublishers.noBody()));
    assertEquals(405, answer.statusCode());
  }

  @Test
  void otherPaths_areFusekis() {
    assertEquals(200, asking.send(asking.request("/$/ping").GET()).statusCode());
    assertEquals(404, asking.send(asking.request("/nothing").GET()).statusCode());
  }
}
