package org.machinami.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.net.URLEncoder;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The action API of CKAN over HTTP. */
final class CkanActionsTest {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final String API = "/api/3/action/";

  @TempDir private static Path directory;
  private static PagesServer pages;

  private static String dataset(
      String id, String title, String publisher, String field, String keywords) {
    return """
    PREFIX city: <https://machinami.org/vocab/city#>
    PREFIX dcat: <http://www.w3.org/ns/dcat#>
    PREFIX dct: <http://purl.org/dc/terms/>
    PREFIX foaf: <http://xmlns.com/foaf/0.1/>
    PREFIX xsd: <http://www.w3.org/2001/XMLSchema#>
    <datasets/%1$s> a dcat:Dataset ; dct:title "%2$s"@ja , "About %1$s"@en ;
      dct:description "説明です"@ja , "Words"@en ; dcat:keyword %5$s ;
      dct:publisher <publishers/%3$s> ;
      dcat:theme <https://machinami.org/vocab/service-field/%4$s> ;
      dct:license <https://creativecommons.org/licenses/by/4.0/> ;
      dct:modified "2026-11-20"^^xsd:date ;
      dcat:distribution <datasets/%1$s#csv> .
    <datasets/%1$s#csv> a dcat:Distribution ; dct:title "一覧（CSV）"@ja ;
      dcat:mediaType <https://www.iana.org/assignments/media-types/text/csv> ; dcat:byteSize 120 ;
      dcat:downloadURL <datasets/%1$s/files/list.csv> .
    <publishers/%3$s> a foaf:Agent ; foaf:name "%3$s局"@ja , "Bureau %3$s"@en .
    """
        .formatted(id, title, publisher, field, keywords);
  }

  private static String rows() {
    StringBuilder turtle =
        new StringBuilder(
            """
            PREFIX city: <https://machinami.org/vocab/city#>
            PREFIX rdfs: <http://www.w3.org/2000/01/rdf-schema#>
            PREFIX xsd: <http://www.w3.org/2001/XMLSchema#>
            """);
    for (int i = 1; i <= 30; i++) {
      turtle.append(
          "<id/park/%02d> a city:Facility ; rdfs:label \"公園%d\"@ja , \"Park %d\"@en ; city:capacity %d ; city:open \"%s\"^^xsd:date .\n"
              .formatted(i, i, i, i * 10, i % 2 == 0 ? "2026-01-01" : "2025-01-01"));
    }
    return turtle.toString();
  }

  @BeforeAll
  static void start() throws Exception {
    pages = new PagesServer(directory.resolve("data"));
    pages.commit(
        "parks",
        Map.of(
            "graph/metadata/parks",
            dataset("parks", "公園の一覧", "green", "tourism", "\"公園\"@ja , \"緑 地\"@ja"),
            "graph/data/parks",
            rows()));
    pages.commit(
        "stations",
        Map.of(
            "graph/metadata/stations",
            dataset("stations", "駅の一覧", "rail", "mobility", "\"駅\"@ja , \"park:ride\"@en")));
    pages.commit(
        "bus",
        Map.of("graph/metadata/bus", dataset("bus", "バス停の一覧", "rail", "mobility", "\"バス\"@ja")));
    pages.commit(
        "gone", Map.of("graph/metadata/gone", dataset("gone", "なし", "rail", "mobility", "\"x\"")));
    pages.delete("graph/metadata/gone");
  }

  @AfterAll
  static void stop() {
    pages.close();
  }

  private static JsonNode json(HttpResponse<String> response) throws Exception {
    return JSON.readTree(response.body());
  }

  private static JsonNode result(String call) throws Exception {
    HttpResponse<String> response = pages.get(API + call);
    assertEquals(200, response.statusCode(), response.body());
    JsonNode envelope = json(response);
    assertTrue(envelope.get("success").asBoolean());
    assertTrue(envelope.get("help").asText().contains("help_show?name="));
    return envelope.get("result");
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }

  private static List<String> names(JsonNode list) {
    List<String> names = new ArrayList<>();
    list.forEach(one -> names.add(one.isTextual() ? one.asText() : one.get("name").asText()));
    return names;
  }

  @Test
  void lists_haveWhatIsThere() throws Exception {
    assertEquals(List.of("bus", "parks", "stations"), names(result("package_list")));
    assertEquals(List.of("parks"), names(result("package_list?limit=1&offset=1")));
    assertEquals(List.of("green", "rail"), names(result("organization_list?sort=name")));
    JsonNode full = result("organization_list?all_fields=true&sort=package_count%20desc");
    assertEquals("rail", full.get(0).get("name").asText());
    assertEquals(2, full.get(0).get("package_count").asInt());
    assertEquals("rail局", full.get(0).get("title").asText());
    assertEquals(10, result("group_list").size());
    assertEquals(List.of("park:ride", "バス", "公園", "緑 地", "駅"), names(result("tag_list")));
    assertEquals(List.of("公園"), names(result("tag_list?query=" + encoded("公"))));
    assertTrue(
        names(JSON.readTree(result("license_list").toString().replace("\"id\"", "\"name\"")))
            .contains("CC-BY-4.0"));
  }

  @Test
  void package_isFoundByNameAndByUuid_andSaysTheSame() throws Exception {
    JsonNode byName = result("package_show?id=parks");
    assertEquals(byName, result("package_show?id=" + byName.get("id").asText()));
    assertEquals("公園の一覧", byName.get("title").asText());
    assertEquals("About parks", byName.at("/title_translated/en").asText());
    assertEquals("CC-BY-4.0", byName.get("license_id").asText());
    assertTrue(
        byName
            .get("metadata_modified")
            .asText()
            .matches("\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d\\.\\d{6}"));
    assertEquals(byName.get("owner_org").asText(), byName.at("/organization/id").asText());
    assertEquals(2, byName.get("num_resources").asInt());
    assertEquals(2, byName.get("num_tags").asInt());
    assertFalse(byName.get("private").asBoolean());
    JsonNode file = byName.get("resources").get(0);
    assertEquals("CSV", file.get("format").asText());
    assertEquals(PagesServer.BASE + "datasets/parks/files/list.csv", file.get("url").asText());
    assertEquals(120, file.get("size").asInt());
    assertEquals(file, result("resource_show?id=" + file.get("id").asText()));
    assertEquals(
        "About parks",
        json(pages.get("/en" + API + "package_show?id=parks")).at("/result/title").asText());
    HttpResponse<String> form =
        pages.post(API + "package_show", "id=parks", "Accept-Language", "en");
    assertEquals("About parks", json(form).at("/result/title").asText());
    HttpResponse<String> body =
        pages.send(
            API + "package_show",
            "application/json",
            "{\"id\":\"parks\"}".getBytes(StandardCharsets.UTF_8));
    assertEquals("parks", json(body).at("/result/name").asText());
    HttpResponse<String> curl = pages.post(API + "package_show", "{\"id\":\"parks\"}");
    assertEquals("parks", json(curl).at("/result/name").asText());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      quoteCharacter = '`',
      value = {
        "q=公園; parks",
        "q=*:*&sort=name asc; bus parks stations",
        "q=title:駅; stations",
        "q=name:st*; stations",
        "fq=tags:公園; parks",
        "fq=tags:\"緑 地\"; parks",
        "fq=tags:park\\:ride; stations",
        "fq=tags:(公園 OR 駅)&sort=name asc; parks stations",
        "fq=organization:rail&sort=name asc; bus stations",
        "fq=organization:rail AND NOT tags:駅; bus",
        "fq=groups:(mobility)+tags:(駅); stations",
        "fq=+organization:rail -tags:バス; stations",
        "fq=res_format:CSV&sort=name asc; bus parks stations",
        "fq=license_id:CC-BY-4.0 && (name:bus || name:parks)&sort=name desc; parks bus",
        "fq=state:active AND private:false AND type:dataset AND name:bus; bus",
        "fq=private:true; ",
        "fq=metadata_modified:[2020-01-01T00:00:00Z TO *] AND name:bus; bus",
        "fq=metadata_modified:[* TO 2020-01-01T00:00:00.000000Z]; ",
        "fq=metadata_modified:[NOW-1DAY TO NOW]&sort=metadata_modified asc; parks stations bus",
        "fq=tags:*&sort=metadata_modified desc; bus stations parks",
        "fq=metadata_created:[2020-01-01T00:00:00Z TO *] AND name:bus; bus",
        "fq=metadata_created:[* TO 2020-01-01T00:00:00Z]; ",
        "sort=metadata_created desc; bus stations parks",
        "sort=metadata_created asc, name asc; parks stations bus",
        "sort=title_string asc; stations parks bus",
        "sort=title_string desc; bus parks stations",
        "sort=title desc; bus parks stations",
        "sort=modified asc, title_string desc; bus parks stations",
        "rows=1&start=1&sort=name asc; parks",
        "start=999999999; ",
      })
  void search_understandsWhatClientsAsk(String query, String expected) throws Exception {
    StringBuilder encoded = new StringBuilder("package_search?");
    for (String part : query.split("&(?=[a-z])", -1)) {
      int equals = part.indexOf('=');
      encoded.append(part, 0, equals + 1).append(encoded(part.substring(equals + 1))).append('&');
    }
    JsonNode result = result(encoded.toString());
    List<String> wanted = expected == null ? List.of() : List.of(expected.split(" "));
    assertEquals(wanted, names(result.get("results")));
  }

  @Test
  void titles_areSortedInTheLanguageOfWhoAsks() throws Exception {
    String call = API + "package_search?sort=" + encoded("title_string desc");
    JsonNode english = json(pages.get("/en" + call)).at("/result/results");
    assertEquals(List.of("stations", "parks", "bus"), names(english));
    assertEquals("About stations", english.at("/0/title").asText());
  }

  @Test
  void created_staysWhenSomethingChanges_andIsWhatThePackageSays() throws Exception {
    try (PagesServer own = new PagesServer(directory.resolve("created"))) {
      for (String title : List.of("公園", "公園の一覧")) {
        own.commit(
            title,
            Map.of(
                "graph/metadata/parks", dataset("parks", title, "green", "tourism", "\"公園\"@ja")));
        own.commit(
            title,
            Map.of("graph/metadata/bus", dataset("bus", title, "rail", "mobility", "\"バス\"@ja")));
      }
      String first = API + "package_search?sort=" + encoded("metadata_created asc");
      JsonNode oldest = json(own.get(first)).at("/result/results/0");
      assertEquals("parks", oldest.get("name").asText());
      String created = oldest.get("metadata_created").asText();
      assertTrue(created.compareTo(oldest.get("metadata_modified").asText()) < 0);
      JsonNode until =
          json(
              own.get(
                  API + "package_search?fq=" + encoded("metadata_created:[* TO " + created + "]")));
      assertEquals(List.of("parks"), names(until.at("/result/results")));
      own.delete("graph/metadata/parks");
      own.commit(
          "again",
          Map.of("graph/metadata/parks", dataset("parks", "公園", "green", "tourism", "\"公園\"@ja")));
      JsonNode latest = json(own.get(first)).at("/result/results/1");
      assertEquals("parks", latest.get("name").asText());
      assertTrue(latest.get("metadata_created").asText().compareTo(created) > 0);
    }
  }

  @Test
  void site_isRead_andHasNoVocabulariesOfTags() throws Exception {
    assertTrue(result("site_read").asBoolean());
    assertEquals("[]", result("vocabulary_list").toString());
  }

  @Test
  void facets_countWhatTheSearchFinds() throws Exception {
    JsonNode result =
        result(
            "package_search?rows=0&fq=organization:rail&facet.field="
                + encoded("[\"organization\",\"groups\",\"tags\",\"res_format\",\"license_id\"]"));
    assertEquals(2, result.get("count").asInt());
    assertEquals(0, result.get("results").size());
    assertEquals("{\"rail\":2}", result.at("/facets/organization").toString());
    assertEquals("{\"mobility\":2}", result.at("/facets/groups").toString());
    assertEquals("{\"CSV\":2}", result.at("/facets/res_format").toString());
    assertEquals("{\"CC-BY-4.0\":2}", result.at("/facets/license_id").toString());
    assertEquals(3, result.at("/facets/tags").size());
    assertEquals("rail局", result.at("/search_facets/organization/items/0/display_name").asText());
    JsonNode one = result("package_search?rows=0&facet.field=tags&facet.limit=1");
    assertEquals(1, one.at("/facets/tags").size());
  }

  @Test
  void resources_areFoundByWhatTheirFieldsHold() throws Exception {
    JsonNode found = result("resource_search?query=" + encoded("url:/PARKS/files"));
    assertEquals(1, found.get("count").asInt());
    String id = found.at("/results/0/id").asText();
    assertEquals(found.at("/results/0"), result("resource_show?id=" + id));
    assertEquals(0, result("resource_view_list?id=" + id).size());
    JsonNode parks = result("package_show?id=parks");
    assertEquals(parks.get("id"), found.at("/results/0/package_id"));
    // The three files, and the table of the one that has data.
    assertEquals(4, result("resource_search?query=format:csv").get("count").asInt());
    JsonNode page = result("resource_search?query=format:csv&order_by=url&limit=2&offset=1");
    assertEquals(4, page.get("count").asInt());
    assertEquals(2, page.get("results").size());
    String url = page.at("/results/0/url").asText();
    assertTrue(url.compareTo(page.at("/results/1/url").asText()) <= 0, page.toString());
    String both = encoded("[\"format:csv\",\"name:一覧（\",\"url:/bus/\"]");
    assertEquals(1, result("resource_search?query=" + both).get("count").asInt());
    assertEquals(
        0, result("resource_search?query=" + encoded("name:一覧,（CSV）")).get("count").asInt());
  }

  @Test
  void typing_isCompleted() throws Exception {
    JsonNode byTitle = result("package_autocomplete?q=" + encoded("公園"));
    assertEquals("parks", byTitle.at("/0/name").asText());
    assertEquals("title", byTitle.at("/0/match_field").asText());
    JsonNode byName = result("package_autocomplete?q=sta");
    assertEquals(List.of("stations"), names(byName));
    assertEquals("name", byName.at("/0/match_field").asText());
    assertEquals(List.of("rail"), names(result("organization_autocomplete?q=rail")));
    assertEquals(List.of("mobility"), names(result("group_autocomplete?q=mobi")));
    assertEquals("[\"csv\"]", result("format_autocomplete?q=cs").toString());
    assertEquals(List.of("公園"), names(result("tag_autocomplete?query=" + encoded("公"))));
    JsonNode tags = result("tag_search?query=" + encoded("公"));
    assertEquals(1, tags.get("count").asInt());
    assertEquals("公園", tags.at("/results/0/name").asText());
    assertEquals(
        List.of("bus", "stations"),
        names(result("group_package_show?id=mobility")).stream().sorted().toList());
    assertEquals(1, result("group_package_show?id=mobility&limit=1").size());
  }

  @Test
  void bodies_showTheirDatasets() throws Exception {
    JsonNode body = result("organization_show?id=rail&include_datasets=true");
    assertEquals(2, body.get("package_count").asInt());
    assertEquals(List.of("bus", "stations"), names(body.get("packages")));
    assertEquals(
        body.get("id"), result("organization_show?id=" + body.get("id").asText()).get("id"));
    assertEquals(
        List.of("parks"),
        names(result("group_show?id=tourism&include_datasets=True").get("packages")));
    assertEquals(
        List.of("parks"),
        names(result("tag_show?include_datasets=1&id=" + encoded("緑 地")).get("packages")));
    assertEquals(3, result("current_package_list_with_resources?limit=5").size());
  }

  private static String table() throws Exception {
    return result("package_show?id=parks").get("resources").get(1).get("id").asText();
  }

  @Test
  void datastore_givesRows_filteredSortedAndCounted() throws Exception {
    String id = table();
    JsonNode first = result("datastore_search?resource_id=" + id + "&limit=2");
    assertEquals(30, first.get("total").asInt());
    assertEquals(2, first.get("records").size());
    assertEquals(1, first.at("/records/0/_id").asInt());
    assertEquals("公園1", first.at("/records/0/label_ja").asText());
    assertTrue(first.at("/records/0/capacity").isNumber(), first.toString());
    JsonNode filtered =
        result(
            "datastore_search?resource_id="
                + id
                + "&filters="
                + encoded("{\"capacity\":[100,\"200.0\"]}")
                + "&fields=label_en,capacity&sort="
                + encoded("capacity desc"));
    assertEquals(2, filtered.get("total").asInt());
    assertEquals(
        "{\"label_en\":\"Park 20\",\"capacity\":200}", filtered.at("/records/0").toString());
    JsonNode found = result("datastore_search?resource_id=" + id + "&q=" + encoded("ｐａｒｋ ３０"));
    assertEquals(1, found.get("total").asInt());
    JsonNode far = result("datastore_search?resource_id=" + id + "&offset=29&sort=capacity%20desc");
    assertEquals(10, far.at("/records/0/capacity").asInt());
    JsonNode lists =
        result("datastore_search?resource_id=" + id + "&limit=1&records_format=lists&fields=_id");
    assertEquals("[[1]]", lists.get("records").toString());
    assertEquals(30, result("datastore_info?id=" + id).at("/meta/count").asInt());
    assertEquals(
        List.of(id), names(result("datastore_search?resource_id=_table_metadata").get("records")));
  }

  @Test
  void stoppedData_areNotGiven_whileTheDescriptionIs() throws Exception {
    try (PagesServer own = new PagesServer(directory.resolve("stopped"))) {
      own.commit(
          "parks",
          Map.of(
              "graph/metadata/parks",
              dataset("parks", "公園", "green", "tourism", "\"公園\"@ja"),
              "graph/data/parks",
              rows()));
      String id =
          JSON.readTree(own.get(API + "package_show?id=parks").body())
              .at("/result/resources/1/id")
              .asText();
      assertEquals(200, own.get(API + "datastore_search?resource_id=" + id).statusCode());
      org.machinami.loader.decision.Stop.begin(own.store(), "parks", "test", "理由", "");
      own.catchUp();
      assertEquals(404, own.get(API + "datastore_search?resource_id=" + id).statusCode());
      JsonNode shown = JSON.readTree(own.get(API + "package_show?id=parks").body());
      assertEquals(1, shown.at("/result/num_resources").asInt());
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "package_show | 409 | Validation Error",
        "package_show?id=none | 404 | Not Found Error",
        "package_show?id=gone | 404 | Not Found Error",
        "package_show?id=00000000-0000-0000-0000-000000000000 | 404 | Not Found Error",
        "package_search?rows=x | 409 | Validation Error",
        "package_search?rows=-1 | 409 | Validation Error",
        "package_search?rows=99999999999999 | 409 | Validation Error",
        "package_search?sort=magic%20desc | 409 | Validation Error",
        "package_search?facet.field=magic | 409 | Validation Error",
        "package_search?facet.field=%5B%7B%7D%5D | 409 | Validation Error",
        "package_search?ext_bbox=1,2 | 409 | Validation Error",
        "package_search?fq=magic:1 | 400 | Search Query Error",
        "package_search?fq=tags:(a | 400 | Search Query Error",
        "package_search?fq=tags:%22a | 400 | Search Query Error",
        "package_search?fq=%7B!join%7Dx | 400 | Search Query Error",
        "package_search?fq=metadata_modified:%5Bx%20TO%20*%5D | 400 | Search Query Error",
        "package_search?fq=metadata_created:%5Bx%20TO%20*%5D | 400 | Search Query Error",
        "package_search?fq=metadata_created:2026 | 400 | Search Query Error",
        "package_search?fq=)( | 400 | Search Query Error",
        "package_search?q=title:a~2 | 400 | Search Query Error",
        "organization_show?id=none | 404 | Not Found Error",
        "resource_search | 409 | Validation Error",
        "resource_search?query=csv | 409 | Validation Error",
        "resource_search?query=magic:csv | 409 | Validation Error",
        "resource_search?query=name:csv&order_by=magic | 409 | Validation Error",
        "resource_view_list?id=00000000-0000-0000-0000-000000000000 | 404 | Not Found Error",
        "package_autocomplete | 409 | Validation Error",
        "group_package_show?id=none | 404 | Not Found Error",
        "tag_search?query=x&vocabulary_id=y | 404 | Not Found Error",
        "datastore_search?resource_id=none | 404 | Not Found Error",
        "datastore_search | 409 | Validation Error",
        "tag_show?id=none | 404 | Not Found Error",
        "help_show?name=magic | 404 | Not Found Error",
        "package_create?name=x | 403 | Authorization Error",
        "datastore_upsert | 403 | Authorization Error",
      })
  void whatCannotBeAnswered_isAnErrorAsCkanHasIt(String call, int status, String type)
      throws Exception {
    HttpResponse<String> response = pages.get(API + call);
    assertEquals(status, response.statusCode(), response.body());
    JsonNode envelope = json(response);
    assertFalse(envelope.get("success").asBoolean());
    assertEquals(type, envelope.at("/error/__type").asText());
    assertEquals("*", response.headers().firstValue("Access-Control-Allow-Origin").orElseThrow());
  }

  @Test
  void actionThatIsNone_isABadRequest_inAMereText() throws Exception {
    HttpResponse<String> response = pages.get(API + "magic");
    assertEquals(400, response.statusCode());
    assertTrue(json(response).asText().startsWith("Bad request - Action name not known: magic"));
    assertEquals(3, JSON.readTree(pages.get("/api/3").body()).get("version").asInt());
    assertEquals(204, pages.send("OPTIONS", API + "package_search").statusCode());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{",
        "[]",
        "\"x\"",
        "{\"id\":\"parks\"} {}",
        "{\"id\":{\"id\":\"parks\"}}",
        "{\"rows\":[1]}",
        "NESTED",
        "LONG",
        "MANY"
      })
  void bodyThatIsNoQuery_isRefusedSoon(String body) {
    String sent =
        switch (body) {
          case "NESTED" -> "{\"a\":" + "[".repeat(50_000) + "]".repeat(50_000) + "}";
          case "LONG" -> "{\"q\":\"" + "あ".repeat(100_000) + "\"}";
          case "MANY" -> "{" + "\"a\":1,".repeat(5) + many(500) + "}";
          default -> body;
        };
    String action = body.contains("rows") ? "package_search" : "package_show";
    long start = System.nanoTime();
    HttpResponse<String> response =
        pages.send(API + action, "application/json", sent.getBytes(StandardCharsets.UTF_8));
    assertTrue(response.statusCode() >= 400 && response.statusCode() < 500, response.body());
    assertTrue(Duration.ofNanos(System.nanoTime() - start).toSeconds() < 5);
  }

  private static String many(int number) {
    StringBuilder members = new StringBuilder();
    for (int i = 0; i < number; i++) {
      members.append(i == 0 ? "" : ",").append("\"k").append(i).append("\":1");
    }
    return members.toString();
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 2, 3, 4, 5})
  void hugeQuery_isAnsweredOrRefusedSoon(int kind) {
    String query =
        switch (kind) {
          case 0 -> "{\"q\":\"" + "公園 ".repeat(1_200) + "\"}";
          case 1 -> "{\"fq\":\"" + "tags:a OR ".repeat(390) + "tags:a\"}";
          case 2 -> "{\"fq\":\"" + "(".repeat(2_000) + "\"}";
          case 3 -> "{\"fq\":\"" + "-".repeat(3_900) + "tags:a\"}";
          case 4 -> "{\"fq\":\"" + "公園 ".repeat(100) + "\"}";
          default -> "{\"fq\":\"organization:x" + " OR organization:rail".repeat(90) + "\"}";
        };
    long start = System.nanoTime();
    HttpResponse<String> response =
        pages.send(
            API + "package_search", "application/json", query.getBytes(StandardCharsets.UTF_8));
    // Words beyond those that anybody types are passed over, as in the search box.
    assertEquals(kind == 0 || kind == 5 ? 200 : 400, response.statusCode(), response.body());
    assertTrue(Duration.ofNanos(System.nanoTime() - start).toSeconds() < 5);
  }
}
