package org.machinami.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
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
import org.machinami.loader.DatasetReport;
import org.machinami.loader.LoadOptions;
import org.machinami.loader.Loader;
import org.machinami.loader.Progress;
import org.machinami.loader.Recipe;
import org.machinami.loader.VocabularyLoader;
import org.machinami.loader.decision.PolicyOverride;
import org.machinami.loader.decision.Stop;
import org.machinami.ontology.City;
import org.machinami.shapes.MetadataValidator;
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
    new VocabularyLoader(server.store()).load("test");
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
    server.commit(
        "load dataset stray",
        Map.of(
            "graph/metadata/stray",
            PREFIXES + "<datasets/stray> a dcat:Dataset ; dct:title \"迷子\"@ja , \"Stray\"@en .",
            "graph/verdict/stray",
            PREFIXES
                + "<graph/verdict/stray#verdict> a city:Verdict ; city:policy <policy/1> ;"
                + " city:outcome outcome:admitted ; city:verdictOn <datasets/stray> ."));
    override();
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
            metadata(id, publisher, sector),
            "graph/verdict/" + id,
            verdict(id, outcome, more)));
  }

  private static String metadata(String id, String publisher, String sector) {
    return PREFIXES
        + """
        <datasets/ID> a dcat:Dataset ; dct:title "題 ID"@ja , "Title ID"@en ;
          dct:publisher <publishers/PUBLISHER> ; city:sector sector:SECTOR ;
          city:personalDataStage stage:0 .
        """
            .replace("ID", id)
            .replace("PUBLISHER", publisher)
            .replace("SECTOR", sector);
  }

  private static String verdict(String id, String outcome, String more) {
    return PREFIXES
        + """
        <graph/verdict/ID#verdict> a city:Verdict ; MORE city:policy <policy/1> ;
          city:outcome outcome:OUTCOME ; city:verdictOn <datasets/ID> .
        """
            .replace("ID", id)
            .replace("MORE", more)
            .replace("OUTCOME", outcome);
  }

  /** Takes in a dataset without a title, which somebody has allowed for this once. */
  private static void override() throws Exception {
    Path folder = Files.createDirectory(directory.resolve("flood"));
    Files.writeString(
        folder.resolve("dataset.ttl"),
        PREFIXES
            + "<datasets/flood> a dcat:Dataset ; dct:description \"浸水の範囲\"@ja ;"
            + " city:sector sector:public ; dct:publisher <publishers/bureau> .\n"
            + "<publishers/bureau> a <http://xmlns.com/foaf/0.1/Organization> ;"
            + " <http://xmlns.com/foaf/0.1/name> \"建設局\"@ja .");
    Files.writeString(
        folder.resolve("data.nt"),
        "<http://city.example/id/x/1> <http://www.w3.org/2000/01/rdf-schema#label> \"a\" .\n");
    PolicyOverride leave =
        new PolicyOverride(Set.of("2.2"), "災害時の緊急公開のため", "Urgent after a disaster");
    DatasetReport report =
        new Loader(server.store(), MetadataValidator.bundled(), Progress.none())
            .load(Recipe.read(folder), Optional.empty(), LoadOptions.DEFAULT.with(leave))
            .datasets()
            .get(0);
    assertEquals(DatasetReport.Outcome.COMMITTED, report.outcome(), report.toString());
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
    assertEquals(3, sum(time, "admitted"));
    assertEquals(2, sum(time, "warned"));
    assertEquals(1, sum(time, "refused"));
    assertEquals(1, sum(time, "overridden"));
    assertEquals(1, sum(time, "stopped"));
    assertEquals(1, sum(time, "withdrawn"));
    for (JsonNode row : all.get("by-sector")) {
      if (row.get("sector").asText().equals("private")) {
        assertEquals(1, row.get("refused").asLong());
        assertEquals(1, row.get("withdrawn").asLong());
      }
    }
    assertEquals(5, sum(all.get("today"), "datasets"));
    for (JsonNode row : all.get("by-clause")) {
      boolean ofTheStop = row.get("clause").asText().equals("9.1");
      assertEquals(ofTheStop, row.get("open").asLong() == 0, row.toString());
    }
  }

  @Test
  void overriddenDecision_isSeenAsSuch_withItsReasonAndClause() throws Exception {
    JsonNode decision = json("/monitor/decisions.json?kind=overridden").get("decisions").get(0);
    assertEquals("flood", decision.get("dataset").asText());
    assertTrue(decision.get("clauses").asText().contains("2.2"), decision.toString());
    assertEquals("災害時の緊急公開のため", decision.get("reason").asText());
    assertEquals(1, json("/monitor/datasets.json?kind=overridden").get("total").asLong());
    assertTrue(page("/monitor/decisions?kind=overridden").contains("特例受入"));
    String english = server.get("/en/monitor/decisions?kind=overridden").body();
    assertTrue(english.contains("Urgent after a disaster"), english);
    String report = page("/monitor/reports/" + quarter());
    assertTrue(report.contains("災害時の緊急公開のため"), report);
  }

  @Test
  void commitOfADecision_opensItsLineOfTheLedger() throws Exception {
    for (String language : List.of("", "/en")) {
      String list = page(language + "/monitor/decisions?kind=overridden");
      var link =
          Pattern.compile("href=\"[./]*((?:en/)?ledger\\?after=([0-9]+)&amp;limit=1)\"")
              .matcher(list);
      assertTrue(link.find(), list);
      JsonNode line = JSON.readTree(page("/" + link.group(1).replace("&amp;", "&")));
      assertEquals(Long.parseLong(link.group(2)) + 1, line.get("sequence").asLong());
      assertEquals("override", line.get("activity").asText());
    }
  }

  @Test
  void clausePage_countsFindingsAndRefusals_asTheMonitorListsThem() throws Exception {
    String clause = page("/policy/1/clauses/2.2");
    assertTrue(clause.contains("指摘のあるデータセット 1 件"), clause);
    assertTrue(clause.contains("この条項による不受理 1 件"), clause);
    assertTrue(clause.contains("monitor/decisions?kind=refused&amp;clause=2.2"), clause);
    assertEquals(1, json("/monitor/decisions.json?kind=refused&clause=2.2").get("total").asLong());
    assertTrue(page("/policy/1/clauses/2.8").contains("この条項による不受理は、まだありません"));
    assertTrue(page("/policy/1").contains("この条項による不受理 1 件"));
  }

  @Test
  void accessGrants_areSaidToBeNone() throws Exception {
    assertTrue(page("/monitor").contains("許可を必要とするデータは、まだ掲載していません"));
    assertTrue(page("/en/monitor").contains("no data yet that would need one"));
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
  void csv_isThereOfEachTable_asThePageLinksIt() throws Exception {
    String body = page("/monitor");
    JsonNode all = json("/monitor.json");
    List<String> tables = new ArrayList<>(fields(all));
    tables.remove("commit");
    assertEquals(8, tables.size(), tables.toString());
    for (String table : tables) {
      List<String> lines = page("/monitor.csv?table=" + table).lines().toList();
      assertEquals(all.get(table).size() + 1, lines.size(), table);
      boolean filled = lines.size() > 1;
      assertEquals(filled, body.contains("monitor.csv?table=" + table + "\""), table);
      if (filled) {
        assertEquals(String.join(",", fields(all.get(table).get(0))), lines.get(0), table);
      }
    }
    assertTrue(page("/monitor?by=week").contains("monitor.csv?table=over-time&amp;by=week"));
    assertTrue(page("/monitor.csv?table=stages").contains("\n,2"), "those without a stage");
  }

  private static List<String> fields(JsonNode object) {
    List<String> names = new ArrayList<>();
    object.fieldNames().forEachRemaining(names::add);
    return names;
  }

  @Test
  void programs_getAllOrganisations_thePageHasTheFirst(@TempDir Path other) throws Exception {
    try (PagesServer many = new PagesServer(other)) {
      Map<String, String> graphs = new HashMap<>();
      for (int i = 0; i < 22; i++) {
        graphs.put("graph/metadata/d" + i, metadata("d" + i, "office-" + i, "public"));
        graphs.put("graph/verdict/d" + i, verdict("d" + i, "admitted", ""));
      }
      many.commit("load", graphs);
      assertEquals(22, JSON.readTree(many.get("/monitor.json").body()).get("by-publisher").size());
      assertEquals(23, many.get("/monitor.csv?table=by-publisher").body().lines().count());
      String page = many.get("/en/monitor", "Accept", "text/html").body();
      assertTrue(page.contains("The first 20 of 22"), page);
      assertEquals(20, page.split("href=\"[^\"]*decisions\\?publisher=[^\"&]*\"", -1).length - 1);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"/monitor", "/monitor?by=week", "/monitor/reports/"})
  void everyFigureThatIsNot0_opensAListOfThatMany(String asked) throws Exception {
    String body = page(asked.endsWith("/") ? asked + quarter() : asked);
    var cells =
        Pattern.compile(
                "<td class=\"number\">\\s*(?:<a href=\"([^\"]+)\">)?\\s*([0-9,]+)\\s*(?:</a>)?\\s*</td>")
            .matcher(body);
    int followed = 0;
    Set<String> unnamed = new TreeSet<>();
    while (cells.find()) {
      if (cells.group(1) == null) {
        assertEquals("0", cells.group(2), "a figure that opens nothing");
        continue;
      }
      String path = "/" + cells.group(1).replace("&amp;", "&").replaceFirst("^(\\.?\\.?/)*", "");
      String list = path.replaceFirst("\\?", ".json?");
      assertEquals(cells.group(2), json(list).get("total").asText(), path);
      followed++;
      Pattern.compile("(sector|publisher|stage)=-")
          .matcher(path)
          .results()
          .forEach(none -> unnamed.add(none.group()));
    }
    assertTrue(followed > 15, followed + " figures lead somewhere");
    assertTrue(unnamed.containsAll(List.of("publisher=-", "sector=-")), unnamed.toString());
    assertEquals(asked.startsWith("/monitor/"), !unnamed.contains("stage=-"));
  }

  @Test
  void listOfThoseThatNameNone_saysSo() throws Exception {
    String list = page("/monitor/datasets?stage=-&publisher=-");
    assertTrue(list.contains("datasets/stray"), list);
    assertFalse(list.contains("datasets/parks"), list);
    assertTrue(list.contains("（記載なし）"), list);
    assertTrue(
        page("/monitor/decisions?sector=-").contains("<option value=\"-\" selected"), "the form");
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
    assertEquals(9, json("/monitor/decisions.json").get("total").asLong());
    assertEquals(1, json("/monitor/decisions.json?kind=withdrawn").get("total").asLong());
    assertEquals(2, json("/monitor/decisions.json?clause=2.2").get("total").asLong());
    assertEquals(0, json("/monitor/decisions.json?to=2020-01-01").get("total").asLong());
    assertTrue(page("/monitor/decisions?kind=withdrawn").contains("withdrawn"));
    assertTrue(page("/monitor/decisions?page=7").contains("該当する記録はありません"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/monitor?by=year",
        "/monitor.csv?table=nothing",
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
    assertTrue(body.contains("受入 3 件、注意付き受入 2 件、不受理 1 件、特例受入 1 件、停止 1 件、取下げ 1 件。"), body);
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
