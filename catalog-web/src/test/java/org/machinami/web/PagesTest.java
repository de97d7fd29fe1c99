package org.machinami.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import org.apache.jena.datatypes.xsd.XSDDatatype;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFParser;
import org.apache.jena.riot.RDFWriter;
import org.apache.jena.sparql.graph.GraphFactory;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.machinami.ontology.NamedGraphs;
import org.machinami.shapes.ContentRules;
import org.machinami.shapes.Policy;
import org.machinami.shapes.Position;
import org.machinami.shapes.Severity;
import org.machinami.shapes.Verdict;
import org.machinami.web.language.Messages;

/** The page families over HTTP. */
final class PagesTest {
  private static final String PREFIXES =
      """
      PREFIX city: <https://machinami.org/vocab/city#>
      PREFIX dcat: <http://www.w3.org/ns/dcat#>
      PREFIX dct: <http://purl.org/dc/terms/>
      PREFIX foaf: <http://xmlns.com/foaf/0.1/>
      PREFIX geo: <http://www.opengis.net/ont/geosparql#>
      PREFIX rdfs: <http://www.w3.org/2000/01/rdf-schema#>
      PREFIX xsd: <http://www.w3.org/2001/XMLSchema#>
      """;
  private static final String METADATA =
      PREFIXES
          + """
          <datasets/wards> a dcat:Dataset ;
            dct:title "特別区"@ja , "Special wards"@en ;
            dct:description "二十三区の一覧 <script>alert(1)</script>"@ja , "The wards"@en ;
            dcat:keyword "区"@ja , "ward"@en ;
            dct:publisher <publishers/bureau> ;
            city:sector <https://machinami.org/vocab/sector/public> ;
            dcat:theme <https://machinami.org/vocab/service-field/mobility> ;
            dct:license <https://creativecommons.org/licenses/by/4.0/> ;
            dct:spatial <id/prefecture/13> ;
            dct:modified "2026-11-20"^^xsd:date ;
            dcat:distribution <datasets/wards#csv> .
          <datasets/wards#csv> a dcat:Distribution ;
            dct:title "区一覧（CSV）"@ja , "Wards (CSV)"@en ;
            dcat:mediaType <https://www.iana.org/assignments/media-types/text/csv> ;
            dcat:byteSize 7900 ; dcat:downloadURL <datasets/wards/files/wards.csv> .
          <publishers/bureau> a foaf:Agent ; foaf:name "見本局"@ja , "Sample Bureau"@en ;
            foaf:homepage <javascript:alert(1)> .
          """;
  private static final String DATA =
      PREFIXES
          + """
          <id/municipality/13101> a city:Municipality ; rdfs:label "千代田区"@ja , "Chiyoda City"@en ;
            city:municipalityCode "13101" ; geo:hasGeometry <id/municipality/13101#geometry> .
          <id/municipality/13101#geometry> geo:asWKT "POINT(139.7536 35.6939)"^^geo:wktLiteral .
          <id/municipality/13102> a city:Municipality ; rdfs:label "中央区"@ja , "Chuo City"@en ;
            city:municipalityCode "13102" ; geo:hasGeometry <id/municipality/13102#geometry> .
          <id/municipality/13102#geometry> geo:asWKT "POINT(139.7722 35.6708)"^^geo:wktLiteral .
          <id/station/新宿> a city:Station ; rdfs:label "新宿"@ja ;
            city:municipality <id/municipality/13101> .
          """;
  private static final List<String> FAMILIES =
      List.of(
          "/",
          "/datasets",
          "/datasets/wards",
          "/datasets/wards/table",
          "/datasets/wards/map",
          "/datasets/wards/chart",
          "/datasets/wards/downloads",
          "/datasets/wards/versions",
          "/datasets/wards/versions/1",
          "/publishers",
          "/publishers/bureau",
          "/themes",
          "/themes/mobility",
          "/doc/municipality/13101",
          "/vocab",
          "/vocab/city",
          "/vocab/licence",
          "/coverage",
          "/coverage/13101",
          "/coverage/13",
          "/glossary",
          "/policy/1",
          "/policy/1/clauses/2.3",
          "/validate",
          "/catalog");

  @TempDir static Path directory;
  private static PagesServer pages;

  @BeforeAll
  static void start() throws Exception {
    pages = new PagesServer(directory.resolve("data"));
    pages.commit("first", Map.of("graph/metadata/wards", METADATA, "graph/data/wards", DATA));
    pages.commitFile(
        "datasets/wards/files/wards.csv", "a,b\n1,2\n".getBytes(StandardCharsets.UTF_8));
    pages.commit("to be withdrawn", Map.of("graph/metadata/old", METADATA.replace("wards", "old")));
    pages.delete("graph/metadata/old");
    Graph policy = Policy.current().read(PagesServer.BASE);
    pages.commit(
        "the policy", Map.of("graph/policy/1", RDFWriter.source(policy).lang(Lang.TTL).asString()));
  }

  @AfterAll
  static void stop() {
    pages.close();
  }

  @Test
  void policy_leadsToTheVersionInForce_whoseClausesNameTheirRules() throws Exception {
    HttpResponse<String> current = pages.get("/en/policy");
    assertEquals(303, current.statusCode());
    assertTrue(header(current, "Location").endsWith("/en/policy/1"), header(current, "Location"));
    String clause = pages.get("/en/policy/1/clauses/2.2").body();
    assertTrue(clause.contains("Give the dataset a title"), clause);
    assertTrue(clause.contains("DatasetTitle"), clause);
    assertTrue(pages.get("/en/policy/1/clauses/7.1").body().contains("Checked by people."));
    String cells = pages.get("/en/policy/1/clauses/5.3").body();
    assertTrue(cells.contains("SmallCellsOfStatistics"), cells);
    assertTrue(cells.contains("fewer persons than may be told"), cells);
    assertEquals(404, pages.get("/policy/1/clauses/99.9").statusCode());
    assertEquals(404, pages.get("/policy/0").statusCode());
  }

  private static Graph parse(HttpResponse<String> response, Lang lang) {
    return parse(response.body(), lang);
  }

  private static Graph parse(String body, Lang lang) {
    Graph graph = GraphFactory.createDefaultGraph();
    RDFParser.fromString(body, lang).base(PagesServer.BASE).parse(graph);
    return graph;
  }

  private static String header(HttpResponse<String> response, String name) {
    return String.join(", ", response.headers().allValues(name));
  }

  @Test
  void everyFamily_answersInEveryRepresentation_withTheSameStatements() {
    for (String path : FAMILIES) {
      HttpResponse<String> html = pages.get(path, "Accept", "text/html", "Accept-Language", "ja");
      assertEquals(200, html.statusCode(), path);
      assertEquals("text/html;charset=utf-8", header(html, "Content-Type").replace(" ", ""), path);
      assertTrue(html.body().contains("<html lang=\"ja\">"), path);
      Graph turtle = parse(pages.get(path, "Accept", "text/turtle"), Lang.TURTLE);
      assertFalse(turtle.isEmpty(), path);
      for (Lang lang : List.of(Lang.NTRIPLES, Lang.RDFXML)) {
        HttpResponse<String> other =
            pages.get(path, "Accept", lang.getContentType().getContentTypeStr());
        assertEquals(lang.getContentType().getContentTypeStr(), header(other, "Content-Type"));
        assertTrue(turtle.isIsomorphicWith(parse(other, lang)), path + " " + lang);
      }
      HttpResponse<String> json = pages.get(path, "Accept", "application/ld+json");
      assertTrue(
          turtle.isIsomorphicWith(parse(withContext(json), Lang.JSONLD11)), path + " JSON-LD");
    }
  }

  /** The document with the context in the place of its address, which only a running site has. */
  private static String withContext(HttpResponse<String> json) {
    String context = pages.get("/vocab/context.jsonld").body();
    String inline = context.substring(context.indexOf(':') + 1, context.lastIndexOf('}'));
    String address = "\"" + PagesServer.BASE + "vocab/context.jsonld\"";
    assertTrue(json.body().contains(address), json.body());
    return json.body().replace(address, inline);
  }

  @ParameterizedTest
  @CsvSource({
    "/datasets/wards.ttl, text/turtle",
    "/datasets/wards.jsonld, application/ld+json",
    "/datasets/wards.rdf, application/rdf+xml",
    "/datasets/wards.nt, application/n-triples",
    "/datasets/wards.html, text/html",
    "/datasets/wards?format=ttl, text/turtle",
    "/?format=nt, application/n-triples",
    "/en/datasets/wards?format=jsonld, application/ld+json",
  })
  void suffixAndFormat_winOverAccept(String path, String type) {
    HttpResponse<String> response = pages.get(path, "Accept", "text/html");
    assertEquals(200, response.statusCode());
    assertTrue(header(response, "Content-Type").startsWith(type), header(response, "Content-Type"));
  }

  @Test
  void get_sameVersion_is304_andTagsDifferByForm() {
    HttpResponse<String> japanese =
        pages.get("/datasets/wards", "Accept", "text/html", "Accept-Language", "ja");
    String tag = header(japanese, "ETag");
    assertEquals("Accept, Accept-Language", header(japanese, "Vary"));
    assertTrue(japanese.headers().firstValue("Last-Modified").isPresent());
    HttpResponse<String> again =
        pages.get(
            "/datasets/wards",
            "Accept",
            "text/html",
            "Accept-Language",
            "ja",
            "If-None-Match",
            tag);
    assertEquals(304, again.statusCode());
    assertEquals(
        200,
        pages
            .get(
                "/datasets/wards",
                "Accept",
                "text/html",
                "Accept-Language",
                "en",
                "If-None-Match",
                tag)
            .statusCode());
    assertFalse(tag.equals(header(pages.get("/datasets/wards.ttl"), "ETag")));
  }

  @Test
  void head_hasTheHeadersOfGet_andNoBody() {
    for (String path : List.of("/", "/datasets/wards", "/datasets/wards/files/wards.csv")) {
      HttpResponse<String> get = pages.get(path);
      HttpResponse<String> head = pages.send("HEAD", path);
      assertEquals(200, head.statusCode(), path);
      assertEquals("", head.body());
      assertEquals(header(get, "ETag"), header(head, "ETag"), path);
      assertEquals(header(get, "Content-Length"), header(head, "Content-Length"), path);
    }
  }

  @Test
  void links_nameCanonicalAndOtherForms() {
    String links = header(pages.get("/en/datasets/wards", "Accept", "text/html"), "Link");
    assertTrue(links.contains("<http://city.example/datasets/wards>; rel=\"canonical\""), links);
    assertTrue(
        links.contains("<http://city.example/datasets/wards.ttl>; rel=\"describedby"), links);
  }

  @Test
  void datasetPage_showsTheDescription_escaped_inJapanese() {
    String page = pages.get("/ja/datasets/wards", "Accept", "text/html").body();
    for (String expected :
        List.of(
            "特別区",
            "見本局",
            "東京都",
            "千代田区",
            "クリエイティブ・コモンズ",
            "7.9 kB",
            "行政",
            "移動",
            "CSV（カンマ区切り）",
            "+15",
            "first")) {
      assertTrue(page.contains(expected), expected);
    }
    assertTrue(page.contains("&lt;script&gt;alert(1)"), page);
    assertFalse(withoutData(page).contains("<script"));
  }

  /** A block of JSON-LD is data: nothing runs it. */
  private static String withoutData(String page) {
    return page.replaceAll("<script type=\"application/ld\\+json\">[^<]*</script>", "");
  }

  @Test
  void history_saysInThePagesLanguageWhatTheProgramDid_andKeepsGivenReasons() {
    pages.commit("load dataset again", Map.of("graph/metadata/again", renamed("again")));
    pages.commit(
        "load dataset again",
        Map.of("graph/metadata/again", renamed("again").replace("区一覧", "区の一覧")));
    pages.commit(
        "題名のまちがいを直した", Map.of("graph/metadata/again", renamed("again").replace("特別区", "区")));
    String japanese = pages.get("/ja/datasets/again", "Accept", "text/html").body();
    assertTrue(japanese.contains("取り込み（初回）"), japanese);
    assertTrue(japanese.contains("取り込み（更新）"), japanese);
    assertTrue(japanese.contains("<td>題名のまちがいを直した"), japanese);
    assertFalse(japanese.contains("load dataset"), japanese);
    String english = pages.get("/en/datasets/again", "Accept", "text/html").body();
    assertTrue(english.contains("Loaded for the first time"), english);
    assertTrue(english.contains("<span lang=\"ja\">題名のまちがいを直した"), english);
  }

  @Test
  void verdict_namesThePlaceInTheDataThatIsAtFault() {
    String dataset = PagesServer.BASE + "datasets/counted";
    Verdict verdict =
        new Verdict(
            dataset,
            0,
            1,
            List.of(
                ContentRules.require("SmallCellsOfStatistics")
                    .found(
                        Severity.WARNING,
                        GraphFactory.createDefaultGraph(),
                        dataset,
                        new Position("p.csv", OptionalLong.of(1_234), Optional.of("総人口")),
                        Optional.of("7"))));
    Graph graph = verdict.toGraph(new NamedGraphs(PagesServer.BASE), "counted");
    pages.commit(
        "counted",
        Map.of(
            "graph/metadata/counted",
            renamed("counted"),
            "graph/verdict/counted",
            RDFWriter.source(graph).lang(Lang.TTL).asString()));
    String page = pages.get("/en/datasets/counted", "Accept", "text/html").body();
    assertTrue(page.contains("A statistic that counts persons has small cells."), page);
    assertTrue(page.contains("p.csv, row 1,234, column “総人口” (value: 7)"), page);
    assertTrue(page.contains("/policy/1/clauses/5.3"), page);
    String japanese = pages.get("/ja/datasets/counted", "Accept", "text/html").body();
    assertTrue(japanese.contains("1,234 行目、列「総人口」（値：7）"), japanese);
  }

  @Test
  void verdict_listsWhatShouldBeMended() {
    pages.commit(
        "first",
        Map.of(
            "graph/metadata/warned",
            renamed("warned"),
            "graph/verdict/warned",
            PREFIXES
                + """
                <graph/verdict/warned#verdict> a city:Verdict ; city:verdictOn <datasets/warned> ;
                  city:outcome <https://machinami.org/vocab/outcome/admitted-with-warnings> ;
                  city:warningCount 1000 .
                """));
    String japanese = pages.get("/ja/datasets/warned", "Accept", "text/html").body();
    assertTrue(japanese.contains("問い合わせ先（dcat:contactPoint）を示してください。"), japanese);
    assertTrue(japanese.matches("(?s).*ほか 9\\d\\d 件.*"), japanese);
    String english = pages.get("/en/datasets/warned", "Accept", "text/html").body();
    assertTrue(english.matches("(?s).*And 9\\d\\d more\\..*"), english);
  }

  private static String renamed(String id) {
    return METADATA.replace("datasets/wards", "datasets/" + id);
  }

  @Test
  void unsafeIris_areNotLinks() {
    String page = pages.get("/publishers/bureau", "Accept", "text/html").body();
    assertFalse(page.contains("href=\"javascript:"), page);
  }

  @Test
  void language_isPinnedByPrefix_andTheSwitchKeepsThePlace() {
    HttpResponse<String> english =
        pages.get("/en/datasets?q=ward&sort=title", "Accept", "text/html", "Accept-Language", "ja");
    assertEquals("en", header(english, "Content-Language"));
    assertTrue(english.body().contains("href=\"../datasets?q=ward&amp;sort=title\""));
    assertTrue(english.body().contains("href=\"../en/datasets/wards\""));
    assertTrue(english.body().contains("Special <mark>wards</mark>"));
  }

  @Test
  void list_searchesAndFilters() {
    assertTrue(
        pages
            .get("/datasets?q=%E7%89%B9%E5%88%A5%E5%8C%BA", "Accept", "text/html")
            .body()
            .contains("datasets/wards"));
    assertFalse(
        pages
            .get("/datasets?sector=private", "Accept", "text/html")
            .body()
            .contains("href=\"./datasets/wards\""));
  }

  @Test
  void thing_leadsToItsPage_keepingForm() {
    HttpResponse<String> thing = pages.get("/id/municipality/13101.ttl");
    assertEquals(303, thing.statusCode());
    assertTrue(header(thing, "Location").endsWith("/doc/municipality/13101.ttl"));
    HttpResponse<String> japanese = pages.get("/en/id/station/%E6%96%B0%E5%AE%BF");
    assertTrue(header(japanese, "Location").endsWith("/en/doc/station/%E6%96%B0%E5%AE%BF"));
  }

  @Test
  void thingPage_hasFactsMapNeighboursIncomingAndDatasets() {
    String page = pages.get("/ja/doc/municipality/13101", "Accept", "text/html").body();
    for (String expected : List.of("13101", "<svg viewBox=\"0 0 400 300\"", "中央区", "新宿", "特別区")) {
      assertTrue(page.contains(expected), expected);
    }
    assertEquals(200, pages.get("/doc/station/%E6%96%B0%E5%AE%BF").statusCode());
  }

  @Test
  void thingPage_isGivenAgain_untilACommit() {
    String path = "/doc/municipality/13101";
    assertEquals(200, pages.get(path, "Accept", "text/html").statusCode());
    pages.queriesDown(true);
    try {
      assertEquals(200, pages.get(path, "Accept", "text/turtle").statusCode());
      pages.commit("first", Map.of("graph/metadata/more", renamed("more")));
      assertEquals(503, pages.get(path, "Accept", "text/html").statusCode());
    } finally {
      pages.queriesDown(false);
    }
  }

  @Test
  void thingPage_withoutQueries_is503_andOthersStand() {
    pages.queriesDown(true);
    try {
      HttpResponse<String> down = pages.get("/doc/municipality/13102", "Accept", "text/html");
      assertEquals(503, down.statusCode());
      assertEquals("7", header(down, "Retry-After"));
      assertEquals(200, pages.get("/datasets/wards", "Accept", "text/html").statusCode());
    } finally {
      pages.queriesDown(false);
    }
  }

  @Test
  void coverage_countsWhatDataSpeakOf_andLinksGaps() {
    String table = pages.get("/ja/coverage", "Accept", "text/html").body();
    assertTrue(table.contains("aria-label=\"千代田区、移動：1 件\">1</a>"), table);
    assertTrue(
        table.contains(
            "href=\"../ja/requests/new?field=finance&amp;municipality=13101\""
                + " aria-label=\"千代田区、金融：なし。"),
        table);
    String one = pages.get("/ja/coverage/13101", "Accept", "text/html").body();
    assertTrue(one.contains("<a href=\"../../ja/datasets/wards\">特別区"), one);
    Graph cube = parse(pages.get("/coverage/13101.ttl"), Lang.TURTLE);
    Node observation = NodeFactory.createURI(PagesServer.BASE + "coverage/13101#mobility");
    Node result = NodeFactory.createURI("http://www.w3.org/ns/sosa/hasSimpleResult");
    assertTrue(
        cube.contains(
            observation, result, NodeFactory.createLiteralDT("1", XSDDatatype.XSDinteger)));
  }

  @Test
  void coverage_ofTheWholePrefecture_leadsToItsDatasets() {
    pages.commit("whole", Map.of("graph/metadata/whole", renamed("whole")));
    String table = pages.get("/ja/coverage", "Accept", "text/html").body();
    assertTrue(table.contains("href=\"../ja/coverage/13#mobility\" aria-label=\"東京都全域、移動："), table);
    String page = pages.get("/ja/coverage/13", "Accept", "text/html").body();
    assertTrue(page.contains("id=\"mobility\""), page);
    assertTrue(page.contains("<a href=\"../../ja/datasets/whole\">"), page);
  }

  @Test
  void frontPage_numbersLeadToWhatIsCounted() {
    String today = LocalDate.now(Messages.CITY).toString();
    pages.commit(
        "fresh",
        Map.of(
            "graph/metadata/fresh", renamed("fresh").replace("\"2026-11-20\"", '"' + today + '"')));
    String page = pages.get("/ja/", "Accept", "text/html").body();
    for (String expected :
        List.of(
            "datasets?field=mobility\"",
            "datasets?field=mobility&amp;sort=modified\"",
            "datasets#facet-format\"")) {
      assertTrue(page.contains(expected), expected + " is not in " + page);
    }
    String list = pages.get("/ja/datasets?field=mobility&sort=modified").body();
    assertTrue(list.indexOf("datasets/fresh\"") > 0, list);
    assertTrue(list.contains("id=\"facet-format\""), list);
  }

  @Test
  void glossary_hasWhatTheDataUse_andTheRestOfTheOntology() {
    String page = pages.get("/ja/glossary", "Accept", "text/html").body();
    int unused = page.indexOf("id=\"unused\"");
    int used = page.indexOf("<code>city:municipality</code>");
    assertTrue(used > 0 && used < unused, "city:municipality is used: " + used + ", " + unused);
    assertTrue(page.indexOf("<code>city:lineColour</code>") > unused);
    assertTrue(page.contains("<code>geo:asWKT</code>"), page);
    assertTrue(page.contains("href=\"../ja/datasets/wards\""), page);
  }

  @ParameterizedTest
  @CsvSource({
    "GET, /datasets/none, 404",
    "GET, /datasets/NOT%20AN%20ID, 404",
    "GET, /nothing/here, 404",
    "GET, /doc/municipality/99999, 404",
    "GET, /publishers/nobody, 404",
    "GET, /themes/nothing, 404",
    "GET, /vocab/nothing, 404",
    "GET, /coverage/99999, 404",
    "GET, /coverage/48, 404",
    "GET, /datasets/none/versions, 404",
    "GET, /datasets/old/versions, 410",
    "GET, /datasets/wards/versions?before=0, 400",
    "GET, /datasets/wards/versions?before=x, 400",
    "GET, /datasets/wards/feed.atom?before=-1, 400",
    "GET, /coverage?prefecture=1, 400",
    "GET, /coverage?prefecture=48, 400",
    "GET, /datasets/wards/files/none.csv, 404",
    "GET, /datasets/old, 410",
    "GET, /datasets?page=0, 400",
    "GET, /datasets?sort=size, 400",
    "GET, /datasets?format=doc, 400",
    "POST, /datasets, 405",
    "DELETE, /datasets/wards, 405",
  })
  void problems_areToldToMachinesAndPeople(String method, String path, int status) {
    HttpResponse<String> machine = pages.send(method, path);
    assertEquals(status, machine.statusCode(), machine.body());
    assertEquals("application/problem+json", header(machine, "Content-Type"));
    assertTrue(machine.body().contains("\"status\":" + status), machine.body());
    HttpResponse<String> person =
        pages.send(method, path, "Accept", "text/html", "Accept-Language", "ja");
    assertEquals(status, person.statusCode());
    assertTrue(person.body().contains("<html lang=\"ja\">"), person.body());
  }

  @Test
  void nothingAcceptable_is406_withTheList() {
    HttpResponse<String> response = pages.get("/datasets/wards", "Accept", "image/png");
    assertEquals(406, response.statusCode());
    assertTrue(response.body().contains("text/turtle"), response.body());
  }

  @Test
  void method_thatIsNotAllowed_namesThoseThatAre() {
    assertTrue(header(pages.send("POST", "/datasets"), "Allow").contains("GET"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"nt", "ttl", "jsonld", "rdf"})
  void data_isTheGraph(String suffix) {
    HttpResponse<String> response = pages.get("/datasets/wards/data." + suffix);
    assertEquals(200, response.statusCode());
    Lang lang =
        Map.of("nt", Lang.NTRIPLES, "ttl", Lang.TURTLE, "jsonld", Lang.JSONLD11, "rdf", Lang.RDFXML)
            .get(suffix);
    Graph expected = RDFParser.fromString(DATA, Lang.TURTLE).base(PagesServer.BASE).toGraph();
    assertTrue(expected.isIsomorphicWith(parse(response, lang)), response.body());
  }

  @Test
  void file_isByteForByte_andNeverRuns() {
    HttpResponse<String> file = pages.get("/datasets/wards/files/wards.csv");
    assertEquals("a,b\n1,2\n", file.body());
    assertEquals("text/csv", header(file, "Content-Type"));
    assertTrue(header(file, "Content-Disposition").startsWith("attachment"));
    assertEquals("nosniff", header(file, "X-Content-Type-Options"));
    assertEquals("8", header(file, "Content-Length"));
    assertEquals(
        304,
        pages
            .get("/datasets/wards/files/wards.csv", "If-None-Match", header(file, "ETag"))
            .statusCode());
  }

  @Test
  void everyAnswer_hasTheSecurityHeaders() {
    for (String path : List.of("/", "/nothing", "/datasets/wards.ttl", "/favicon.ico")) {
      String policy = header(pages.get(path), "Content-Security-Policy");
      assertTrue(policy.contains("default-src 'none'"), path + " " + policy);
      assertTrue(policy.contains("frame-ancestors 'none'"), path);
    }
  }

  @Test
  void pages_haveNoInlineStyleOrScript() {
    for (String path : FAMILIES) {
      String page = withoutData(pages.get(path, "Accept", "text/html").body());
      String withoutFiles =
          page.replaceAll("<script type=\"module\" src=\"[./]*assets/[^\"]*\"></script>", "");
      assertFalse(withoutFiles.contains("<script") || page.contains(" style="), path);
    }
  }
}
