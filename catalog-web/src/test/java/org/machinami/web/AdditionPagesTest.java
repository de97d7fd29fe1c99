package org.machinami.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFParser;
import org.apache.jena.vocabulary.DCTerms;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.machinami.loader.harvest.HarvestedRecords;
import org.machinami.ontology.NamedGraphs;
import org.machinami.store.ledger.CommitRequest;
import org.machinami.store.ledger.GraphChange;
import org.machinami.store.state.GraphState;
import org.machinami.web.account.Grant;
import org.machinami.web.account.MovedClock;
import org.machinami.web.account.Role;
import org.machinami.web.config.RequestSettings;
import org.machinami.web.language.Messages;

/** What we have added to datasets of a portal is given back to it. */
final class AdditionPagesTest {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final String PASSWORD = "correct horse battery";
  private static final String SOURCE = "/steward/harvests/portal";
  private static final String PARKS = "11111111-2222-3333-4444-555555555555";
  private static final String ROADS = "99999999-2222-3333-4444-555555555555";
  private static final String PREFIXES =
      """
      PREFIX city: <https://machinami.org/vocab/city#>
      PREFIX dcat: <http://www.w3.org/ns/dcat#>
      PREFIX dct: <http://purl.org/dc/terms/>
      PREFIX geo: <http://www.opengis.net/ont/geosparql#>
      PREFIX owl: <http://www.w3.org/2002/07/owl#>
      PREFIX rdfs: <http://www.w3.org/2000/01/rdf-schema#>
      """;
  private static final Duration LONGEST = Duration.ofSeconds(60);

  @TempDir private Path directory;
  private PortalDouble portal;
  private PagesServer server;
  private DeskBrowser administrator;

  @BeforeEach
  void start() throws Exception {
    portal = new PortalDouble();
    portal.add(
        """
        {"id":"11111111-2222-3333-4444-555555555555","name":"parks","title":"公園の一覧",
         "notes":"区立公園の名称、所在地、開設日です。","license_id":"cc-by","license_title":"CC BY",
         "organization":{"id":"midori","name":"midori","title":"みどり公園課"},
         "maintainer":"みどり公園課","maintainer_email":"midori@city.example",
         "metadata_created":"2025-04-01T00:00:00.000000","state":"active","type":"dataset",
         "tags":[{"name":"公園","display_name":"公園"}],
         "extras":[{"key":"frequency","value":"monthly"},{"key":"language","value":"ja"},
                   {"key":"cost_centre","value":"K12"}],
         "resources":[{"id":"r1","name":"公園一覧","format":"csv","mimetype":null,
                       "url":"https://portal.example/parks.csv"},
                      {"id":"r2","name":"地図","format":"html","url":"https://portal.example/map"}]}
        """);
    portal.add(
        """
        {"id":"99999999-2222-3333-4444-555555555555","name":"roads","title":"道路の一覧",
         "notes":"区道の一覧です。","license_id":"cc-by",
         "title_translated":{"ja":"道路の一覧"},"notes_translated":{"ja":"区道の一覧です。"},
         "organization":{"id":"midori","name":"midori","title":"みどり公園課"},
         "maintainer":"道路課","maintainer_email":"roads@city.example",
         "metadata_created":"2025-04-01T00:00:00.000000","tags":[],"extras":[],"resources":[]}
        """);
    Path data = directory.resolve("city");
    org.machinami.store.Store.create(data, PagesServer.BASE);
    Files.writeString(
        data.resolve("machinami.properties"), "egress.allow=" + portal.authority() + "\n");
    server =
        new PagesServer(
            data, Clock.system(Messages.CITY), new RequestSettings(true, 3), new MovedClock());
    server.account("administrator", PASSWORD, new Grant(Role.ADMINISTRATOR, ""));
    server.account("steward", PASSWORD, new Grant(Role.STEWARD, "portal"));
    administrator = new DeskBrowser(server).in("administrator", PASSWORD);
    Path recipe = Files.createDirectories(data.resolve("recipes/portal"));
    Files.writeString(
        recipe.resolve("dataset.ttl"),
        """
        PREFIX dcat: <http://www.w3.org/ns/dcat#>
        PREFIX dct: <http://purl.org/dc/terms/>
        PREFIX foaf: <http://xmlns.com/foaf/0.1/>
        <datasets/portal> a dcat:Dataset ; dct:title "区のポータル"@ja , "The portal of the ward"@en ;
          dct:description "区のデータポータルです。"@ja , "The data portal of a ward."@en ;
          dct:publisher <publishers/portal> .
        <publishers/portal> a foaf:Agent ; foaf:name "区"@ja , "Ward"@en .
        """);
    Files.writeString(
        recipe.resolve("harvest.properties"),
        "kind=ckan\nurl=%s\nsector=public\nlanguage=ja\nlimit=1\nrequests-per-second=1000\n"
            .formatted(portal.address()));
    harvest();
  }

  @AfterEach
  void stop() {
    server.close();
    portal.close();
  }

  private String harvest() {
    String page = administrator.harvest(SOURCE, LONGEST);
    server.catchUp();
    return page;
  }

  private String id(String record) {
    return HarvestedRecords.of(server.store(), "portal").all().stream()
        .filter(entry -> entry.foreign().contains(record))
        .findFirst()
        .orElseThrow()
        .id();
  }

  private Graph metadata(String id) {
    String name = new NamedGraphs(PagesServer.BASE).metadata(id);
    GraphState state = server.store().states().find(name).orElseThrow();
    return server.store().versions().graph(state.version());
  }

  /** Beside the recipe, under the names that the portal uses. */
  private void additions(String turtle) throws Exception {
    Files.writeString(
        directory.resolve("city/recipes/portal/additions.ttl"),
        PREFIXES
            + turtle
                .replace("<PARKS", "<" + portal.address() + "/dataset/" + PARKS)
                .replace("<ROADS", "<" + portal.address() + "/dataset/" + ROADS));
    assertTrue(harvest().contains("変更を取り込みました"));
  }

  private void enrichParks() throws Exception {
    additions(
        """
        <PARKS> dct:title "List of parks"@en ;
          dct:description "Parks of the ward with address and opening day."@en ;
          dcat:keyword "park"@en ; dct:spatial <http://city.example/id/municipality/13104> ;
          owl:sameAs <https://other.example/parks> .
        <PARKS/resource/r1> dct:title "Parks"@en .
        """);
    Graph rows =
        RDFParser.fromString(
                PREFIXES
                    + """
                    <id/park/1> a city:Facility ; rdfs:label "中央公園"@ja ; city:capacity 120 ;
                      geo:hasGeometry <id/park/1#place> .
                    <id/park/1#place> a geo:Geometry ;
                      geo:asWKT "POINT(139.7 35.69)"^^geo:wktLiteral .
                    <id/park/2> a city:Facility ; rdfs:label "西公園"@ja ; city:capacity 80 ;
                      geo:hasGeometry <id/park/2#place> .
                    <id/park/2#place> a geo:Geometry ;
                      geo:asWKT "POINT(139.68 35.7)"^^geo:wktLiteral .
                    """,
                Lang.TURTLE)
            .base(PagesServer.BASE)
            .toGraph();
    String name = new NamedGraphs(PagesServer.BASE).data(id(PARKS));
    GraphChange change = new GraphChange(name, Optional.of(server.store().write(rows).hash()));
    server
        .store()
        .commit(new CommitRequest("test", "load", "test", Optional.empty(), List.of(change)));
    server.catchUp();
  }

  private JsonNode body(String id) throws Exception {
    HttpResponse<String> file =
        administrator.get(SOURCE + "/additions/" + id + "/package_patch.json");
    assertEquals(200, file.statusCode(), file.body());
    assertEquals(
        "attachment; filename=\"" + id + "-package_patch.json\"",
        file.headers().firstValue("Content-Disposition").orElseThrow());
    return JSON.readTree(file.body());
  }

  private static String extra(JsonNode record, String key) {
    for (JsonNode extra : record.get("extras")) {
      if (extra.get("key").asText().equals(key)) {
        return extra.get("value").asText();
      }
    }
    return "";
  }

  @Test
  void additions_areShownFieldByField_andAreTheBodyOfTheCall() throws Exception {
    enrichParks();
    String id = id(PARKS);
    assertTrue(administrator.get(SOURCE).body().contains("portal/additions\""));
    String list = administrator.get(SOURCE + "/additions").body();
    assertTrue(list.contains("additions/" + id + "\"") && list.contains("公園の一覧"), list);
    String page = administrator.get(SOURCE + "/additions/" + id).body();
    for (String shown :
        List.of(
            "<del>monthly</del>",
            "authority/frequency/MONTHLY</ins>",
            "authority/language/JPN</ins>",
            "<ins>List of parks</ins>",
            "extras.spatial",
            "<ins>13104</ins>",
            "resources.0.name_en",
            "https://other.example/parks",
            "英語の名称と説明",
            "列の説明")) {
      assertTrue(page.contains(shown), shown + " in " + page);
    }
    String english = administrator.get("/en" + SOURCE + "/additions/" + id).body();
    assertTrue(english.contains("Explanations of columns"), english);

    JsonNode body = body(id);
    assertEquals("11111111-2222-3333-4444-555555555555", body.get("id").asText());
    assertEquals("List of parks", extra(body, "title_en"));
    assertEquals("K12", extra(body, "cost_centre"), "what the portal has stays in the list");
    JsonNode place = JSON.readTree(extra(body, "spatial"));
    assertEquals("Polygon", place.get("type").asText());
    assertEquals("[139.68,35.69]", place.at("/coordinates/0/0").toString());
    assertEquals("[139.7,35.7]", place.at("/coordinates/0/2").toString());
    assertTrue(extra(body, "columns").contains("\"name_en\""), body.toPrettyString());
    assertEquals(PagesServer.BASE + "datasets/" + id, extra(body, "machinami_uri"));
    assertEquals(2, body.get("resources").size());
    assertEquals("Parks", body.at("/resources/0/name_en").asText());
    assertEquals("公園一覧", body.at("/resources/0/name").asText());
    assertEquals("https://portal.example/map", body.at("/resources/1/url").asText());
    assertEquals(2, body.get("tags").size());
    for (String own : List.of("title", "notes", "license_id", "maintainer", "name")) {
      assertFalse(body.has(own), own + " is the portal's");
    }
  }

  @Test
  void patch_thatThePortalApplies_comesBackWithTheNextHarvest() throws Exception {
    enrichParks();
    String id = id(PARKS);
    JsonNode patched = portal.patch(body(id).toString());
    assertEquals("公園の一覧", patched.get("title").asText());
    assertTrue(harvest().contains("変更を取り込みました"));
    Node dataset = NodeFactory.createURI(PagesServer.BASE + "datasets/" + id);
    Graph graph = metadata(id);
    for (String title : List.of("公園の一覧@ja", "List of parks@en")) {
      String[] parts = title.split("@", 2);
      assertTrue(
          graph.contains(
              dataset, DCTerms.title.asNode(), NodeFactory.createLiteralLang(parts[0], parts[1])),
          title);
    }
    assertTrue(
        graph.contains(
            Node.ANY, DCTerms.title.asNode(), NodeFactory.createLiteralLang("Parks", "en")));
    String page = administrator.get(SOURCE + "/additions/" + id).body();
    assertTrue(page.contains("補った内容はありません"), page);
    assertEquals(
        404, administrator.get(SOURCE + "/additions/" + id + "/package_patch.json").statusCode());
  }

  @Test
  void englishTitle_ofAPortalWithTextsByLanguage_goesThere() throws Exception {
    String id = id(ROADS);
    additions("<ROADS> dct:title \"List of roads\"@en .");
    JsonNode body = body(id);
    assertEquals("List of roads", body.at("/title_translated/en").asText());
    assertEquals("道路の一覧", body.at("/title_translated/ja").asText());
    assertEquals("", extra(body, "title_en"));
    assertFalse(body.has("resources") || body.has("tags") || body.has("notes_translated"));
  }

  @Test
  void additions_areForAdministratorsOnly_andOfSourcesThatAreKept() {
    DeskBrowser steward = new DeskBrowser(server).in("steward", PASSWORD);
    String path = SOURCE + "/additions/" + id(PARKS);
    assertEquals(403, steward.get(SOURCE + "/additions").statusCode());
    assertEquals(403, steward.get(path).statusCode());
    assertEquals(403, steward.get(path + "/package_patch.json").statusCode());
    assertEquals(303, new DeskBrowser(server).get(path).statusCode());
    assertEquals(404, administrator.get(SOURCE + "/additions/none").statusCode());
    assertEquals(404, administrator.get(SOURCE + "/additions?page=2").statusCode());
    assertEquals(404, administrator.get("/steward/harvests/other/additions").statusCode());
  }
}
