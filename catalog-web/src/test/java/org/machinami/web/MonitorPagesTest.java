package org.machinami.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFParser;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.machinami.loader.decision.Stop;
import org.machinami.ontology.City;
import org.machinami.store.checkpoint.SignedCheckpoint;
import org.machinami.store.checkpoint.VerifyingKey;
import org.machinami.web.language.Messages;

/** The figures of the committee, and what is behind them. */
final class MonitorPagesTest {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final String PREFIXES =
      """
      PREFIX city: <https://machinami.org/vocab/city#>
      PREFIX dcat: <http://www.w3.org/ns/dcat#>
      PREFIX dct: <http://purl.org/dc/terms/>
      PREFIX outcome: <https://machinami.org/vocab/outcome/>
      PREFIX prov: <http://www.w3.org/ns/prov#>
      PREFIX sector: <https://machinami.org/vocab/sector/>
      PREFIX shape: <https://machinami.org/vocab/shapes#>
      PREFIX stage: <https://machinami.org/vocab/personal-data-stage/>
      """;
  private static final String REFUSED_NAME = "secret-plans";

  @TempDir static Path directory;
  private static PagesServer server;

  @BeforeAll
  static void start() throws Exception {
    server = new PagesServer(directory);
    admit("parks", "bureau", "public", "admitted", "");
    admit(
        "buses",
        "tobus",
        "utility",
        "admitted-with-warnings",
        "city:warnedBy shape:DatasetKeyword ;");
    admit(
        "shops",
        "acme",
        "private",
        "admitted-with-warnings",
        "city:warnedBy shape:DatasetTitleEnglish ;");
    server.commit(
        "refusal of " + REFUSED_NAME,
        Map.of(
            "graph/activity/0123456789abcdef0123456789abcdef",
            PREFIXES
                + "<graph/activity/0123456789abcdef0123456789abcdef#decision> a prov:Activity ,"
                + " city:Verdict ; city:outcome outcome:refused ; city:policy <policy/1> ;"
                + " city:sector sector:private ; city:verdictOn <datasets/"
                + REFUSED_NAME
                + "> ; dct:publisher <publishers/acme> ; city:clause <policy/1/clauses/2.2> ."));
    admit("gone", "acme", "private", "admitted", "");
    server.delete("graph/metadata/gone");
    Stop.begin(server.store(), "buses", "committee", "座標の誤りを調べるため", "Coordinates are checked");
    server.catchUp();
  }

  @AfterAll
  static void stop() throws Exception {
    server.close();
  }

  private static void admit(
      String id, String publisher, String sector, String outcome, String more) {
    server.commit(
        "load dataset " + id,
        Map.of(
            "graph/metadata/" + id,
            PREFIXES
                + "<datasets/ID> a dcat:Dataset ; dct:title \"題 ID\"@ja , \"Title ID\"@en ; dct:publisher <publishers/P> ;"
                    .replace("ID", id)
                    .replace("<publishers/P>", "<publishers/" + publisher + ">")
                + " city:sector sector:"
                + sector
                + " ; city:personalDataStage stage:0 .",
            "graph/verdict/" + id,
            PREFIXES
                + "<graph/verdict/"
                + id
                + "#verdict> a city:Verdict ; "
                + more
                + " city:policy <policy/1> ; city:outcome outcome:"
                + outcome
                + " ; city:verdictOn <datasets/"
                + id
                + "> ."));
  }

  private static String page(String path) throws Exception {
    HttpResponse<String> answer = server.get(path, "Accept-Language", "ja");
    assertEquals(200, answer.statusCode(), path + " " + answer.body());
    return answer.body();
  }

  private static JsonNode json(String path) throws Exception {
    return JSON.readTree(page(path));
  }

  private static long sum(JsonNode rows, String key) {
    long sum = 0;
    for (JsonNode row : rows) {
      sum += row.get(key).asLong();
    }
    return sum;
  }

  @Test
  void figures_countWhatTheLedgerSays() throws Exception {
    JsonNode all = json("/monitor.json");
    JsonNode time = all.get("over-time");
    assertEquals(2, sum(time, "admitted"));
    assertEquals(2, sum(time, "warned"));
    assertEquals(1, sum(time, "refused"));
    assertEquals(1, sum(time, "stopped"));
    assertEquals(1, sum(time, "withdrawn"));
    for (JsonNode row : all.get("by-sector")) {
      if (row.get("sector").asText().equals("private")) {
        assertEquals(1, row.get("refused").asLong());
        assertEquals(1, row.get("withdrawn").asLong());
      }
    }
    assertEquals(3, sum(all.get("today"), "datasets"));
    Set<String> withoutOpen = Set.of("2.2", "9.1"); // what was refused, and what was stopped
    for (JsonNode row : all.get("by-clause")) {
      assertEquals(
          withoutOpen.contains(row.get("clause").asText()) ? 0 : 1,
          row.get("open").asLong(),
          row.toString());
    }
  }

  @Test
  void everyRowByClause_hasAFigure_alsoTheOneOfAStop() throws Exception {
    for (String path : List.of("/monitor.json", "/monitor/reports/" + quarter() + ".csv")) {
      assertTrue(page(path).contains("9.1"), path);
    }
    boolean stopSeen = false;
    for (JsonNode row : json("/monitor.json").get("by-clause")) {
      long figures = 0;
      for (JsonNode figure : row) {
        figures += figure.isNumber() ? figure.asLong() : 0;
      }
      assertTrue(figures > 0, row.toString());
      if (row.get("clause").asText().equals("9.1")) {
        assertEquals(1, row.get("stopped").asLong());
        stopSeen = true;
      }
    }
    assertTrue(stopSeen);
    Graph report =
        RDFParser.fromString(page("/monitor/reports/" + quarter() + ".ttl"), Lang.TURTLE).toGraph();
    Node clause = NodeFactory.createURI(PagesServer.BASE + "policy/1/clauses/9.1");
    assertTrue(report.contains(Node.ANY, City.clause.asNode(), clause));
  }

  @Test
  void csv_hasAHeadAndARowForEachMonth() throws Exception {
    List<String> lines = page("/monitor.csv").lines().toList();
    assertEquals("period,admitted,warned,refused,overridden,stopped,withdrawn", lines.get(0));
    assertEquals(13, lines.size());
    assertEquals(27, page("/monitor.csv?by=week").lines().count());
  }

  @Test
  void everyFigureOfThePage_opensAListOfThatMany() throws Exception {
    String body = page("/monitor");
    var links =
        java.util.regex.Pattern.compile(
                "<td class=\"number\">\\s*<a href=\"([^\"]+)\">\\s*([0-9,]+)\\s*</a>")
            .matcher(body);
    int followed = 0;
    while (links.find()) {
      String path = "/" + links.group(1).replace("&amp;", "&").replaceFirst("^(\\.?/)*", "");
      String list = path.replaceFirst("\\?", ".json?");
      assertEquals(links.group(2), json(list).get("total").asText(), path);
      followed++;
    }
    assertTrue(followed > 15, followed + " figures lead somewhere");
  }

  @Test
  void refusedDataset_isNamedNowhere() throws Exception {
    for (String path :
        List.of(
            "/monitor",
            "/monitor.json",
            "/monitor/decisions",
            "/monitor/decisions.csv",
            "/monitor/decisions.json?kind=refused",
            "/monitor/datasets",
            "/monitor/reports/" + quarter(),
            "/feed.atom",
            "/datasets")) {
      assertFalse(page(path).contains(REFUSED_NAME), path);
    }
  }

  private static String quarter() {
    LocalDate today = LocalDate.now(Messages.CITY);
    return today.getYear() + "-Q" + (today.getMonthValue() + 2) / 3;
  }

  @Test
  void decisions_areNarrowedAndPaged() throws Exception {
    assertEquals(7, json("/monitor/decisions.json").get("total").asLong());
    assertEquals(1, json("/monitor/decisions.json?kind=withdrawn").get("total").asLong());
    assertEquals(1, json("/monitor/decisions.json?clause=2.2").get("total").asLong());
    assertEquals(0, json("/monitor/decisions.json?to=2020-01-01").get("total").asLong());
    assertTrue(page("/monitor/decisions?kind=withdrawn").contains("withdrawn"));
    assertTrue(page("/monitor/decisions?page=7").contains("該当する記録はありません"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/monitor?by=year",
        "/monitor/decisions?kind=nothing",
        "/monitor/decisions?from=yesterday",
        "/monitor/decisions?page=0",
        "/monitor/datasets?fresh=very"
      })
  void wrongParameter_isToldSo(String path) throws Exception {
    HttpResponse<String> answer = server.get(path, "Accept-Language", "ja");
    assertEquals(400, answer.statusCode());
    assertTrue(answer.body().contains("使えません"), answer.body());
  }

  @Test
  void report_isAPageATableAndLinkedData() throws Exception {
    String path = "/monitor/reports/" + quarter();
    String body = page(path);
    assertTrue(body.contains("受入 2 件、注意付き受入 2 件、不受理 1 件、特例受入 0 件、停止 1 件、取下げ 1 件。"), body);
    assertTrue(body.contains("許可を必要とするデータは、まだ掲載していません"));
    assertTrue(page(path + ".csv").startsWith("table,of,figure,number\r\n"));
    var graph = RDFParser.fromString(page(path + ".ttl"), Lang.TURTLE).toGraph();
    assertTrue(graph.size() > 20, graph.toString());
    assertTrue(page("/monitor/reports").contains("monitor/reports/" + quarter()));
    assertEquals(404, server.get("/monitor/reports/1999-Q1").statusCode());
    assertEquals(404, server.get("/monitor/reports/x").statusCode());
  }

  @Test
  void checkpoint_isSignedByTheKeyThatIsServed() throws Exception {
    SignedCheckpoint checkpoint = SignedCheckpoint.parse("served", page("/checkpoint"));
    assertTrue(checkpoint.signed());
    assertEquals(checkpoint.key(), VerifyingKey.parse(page("/checkpoint/key")));
    assertEquals(PagesServer.BASE, checkpoint.base());
  }
}
