package org.machinami.web;

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
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code /data.json} and {@code /openapi.json} of the bundled city. */
final class ProgramsTest {
  private static final ObjectMapper JSON = new ObjectMapper();

  /** The front of these paths answers in the whole server only; ServedTest asks for them. */
  private static final Set<String> ELSEWHERE = Set.of("/sparql", "/.well-known/void");

  @TempDir private static Path directory;
  private static PagesServer pages;

  @BeforeAll
  static void start() throws Exception {
    pages = new PagesServer(directory.resolve("data"));
    BundledCity.load(pages, List.of("hospitals", "parks", "water-consumption"));
  }

  @AfterAll
  static void stop() {
    pages.close();
  }

  private static JsonNode json(String path) throws Exception {
    HttpResponse<String> response = pages.get(path);
    assertEquals(200, response.statusCode(), path + " " + response.body());
    return JSON.readTree(response.body());
  }

  /** What the schema of DCAT-US 1.1 requires of a catalogue that is not one of a federal agency. */
  @Test
  void dataJson_hasWhatDcatUsRequires() throws Exception {
    JsonNode catalog = json("/data.json");
    assertEquals(
        "https://project-open-data.cio.gov/v1.1/schema", catalog.get("conformsTo").asText());
    assertEquals("dcat:Catalog", catalog.get("@type").asText());
    assertEquals(3, catalog.get("dataset").size());
    for (JsonNode dataset : catalog.get("dataset")) {
      for (String required : List.of("title", "description", "modified", "identifier")) {
        assertFalse(dataset.get(required).asText().isBlank(), required + dataset);
      }
      assertEquals("dcat:Dataset", dataset.get("@type").asText());
      assertTrue(dataset.get("keyword").size() > 0, dataset.toString());
      assertFalse(dataset.at("/publisher/name").asText().isBlank());
      assertFalse(dataset.at("/contactPoint/fn").asText().isBlank());
      assertTrue(dataset.at("/contactPoint/hasEmail").asText().startsWith("mailto:"));
      assertTrue(
          Set.of("public", "restricted public", "non-public")
              .contains(dataset.get("accessLevel").asText()));
      assertTrue(dataset.get("accrualPeriodicity").asText().matches("irregular|R/P.+"));
      assertTrue(dataset.get("temporal").asText().matches("[-0-9]+/[-0-9]+"));
      for (JsonNode distribution : dataset.get("distribution")) {
        assertTrue(
            distribution.get("mediaType").asText().matches("[a-z]+/[a-z0-9.+-]+"),
            distribution.toString());
        assertTrue(distribution.get("downloadURL").asText().startsWith(PagesServer.BASE));
      }
    }
    String english = json("/en/data.json").toString();
    assertTrue(english.contains("Major hospitals"), english);
    String tag = pages.get("/data.json").headers().firstValue("ETag").orElseThrow();
    assertEquals(304, pages.get("/data.json", "If-None-Match", tag).statusCode());
  }

  @Test
  void openApi_namesOnlyWhatAnswers() throws Exception {
    JsonNode document = json("/openapi.json");
    String name = PagesServer.BASE + "graph/metadata/parks";
    String version = pages.store().states().find(name).orElseThrow().version().hex();
    String table = "";
    String file = "";
    for (JsonNode resource : json("/api/3/action/package_show?id=parks").at("/result/resources")) {
      String url = resource.get("url").asText();
      assertTrue(url.startsWith(PagesServer.BASE), resource.toString());
      table = resource.get("datastore_active").asBoolean() ? resource.get("id").asText() : table;
      file = url.contains("/files/") ? url : file;
    }
    String original = file;
    String rows = table;
    Map<String, String> values = new HashMap<>();
    values.put("id", "parks");
    values.put("publisher", "machinami-samples");
    values.put("sha256", version);
    int asked = 0;
    for (Map.Entry<String, JsonNode> path : document.get("paths").properties()) {
      if (ELSEWHERE.contains(path.getKey())) {
        continue;
      }
      StringBuilder query = new StringBuilder();
      String address = path.getKey();
      for (JsonNode parameter : path.getValue().at("/get/parameters")) {
        String key = parameter.get("name").asText();
        String value =
            switch (path.getKey() + " " + key) {
              case "/publishers/{id} id" -> "machinami-samples";
              case "/vocab/{name} name" -> "city";
              case "/api/3/action/{name} name" -> "status_show";
              case "/datasets/{id}/files/{name} name" ->
                  original.substring(original.lastIndexOf('/') + 1);
              case "/datasets/{id}/recipe/{name} name" -> "mapping.rml.ttl";
              case "/api/3/action/datastore_search resource_id" -> rows;
              case "/ledger/graph name", "/blobs/{sha256} name" -> name;
              case "/ledger/file name" -> original;
              default -> values.getOrDefault(key, "");
            };
        if (parameter.get("in").asText().equals("path")) {
          address = address.replace("{" + key + "}", value);
        } else if (parameter.get("required").asBoolean()) {
          query.append(query.isEmpty() ? '?' : '&').append(key).append('=');
          query.append(URLEncoder.encode(value, StandardCharsets.UTF_8));
        }
      }
      HttpResponse<String> response = pages.get(address + query);
      assertEquals(200, response.statusCode(), address + query + " " + response.body());
      String type = response.headers().firstValue("Content-Type").orElse("").split(";", 2)[0];
      assertTrue(
          type.equals("text/html")
              || path.getValue().at("/get/responses/200/content").has(type)
              || path.getKey().contains("/files/"),
          address + " is " + type);
      asked++;
    }
    assertTrue(asked > 25, asked + " paths");
  }

  @Test
  void openApi_isWellFormed_inBothLanguages() throws Exception {
    for (String language : List.of("ja", "en")) {
      Path file = directory.resolve("openapi-" + language + ".json");
      Files.writeString(file, pages.get("/" + language + "/openapi.json").body());
      Path folder =
          Path.of(System.getProperty("machinami.home"), "catalog-web", "src", "test", "clients");
      Process process =
          new ProcessBuilder("node", "openapi.mjs", file.toString())
              .directory(folder.toFile())
              .redirectErrorStream(true)
              .start();
      String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      assertTrue(process.waitFor(60, TimeUnit.SECONDS), output);
      JsonNode judged = JSON.readTree(output);
      assertTrue(judged.get("valid").asBoolean(), output);
      assertEquals("3.1", judged.get("version").asText());
    }
  }
}
