package org.machinami.browser;

import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.sun.net.httpserver.HttpServer;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** An administrator harvests a portal of CKAN and takes what can be given back to it. */
class HarvestDeskTest {
  private static final String PASSWORD = "correct horse battery";
  private static final int PATIENCE_MILLIS = 120_000;
  private static final String RECORD =
      """
      {"id":"11111111-2222-3333-4444-555555555555","name":"parks","title":"公園の一覧",
       "notes":"区立公園の名称、所在地、開設日です。","license_id":"cc-by","license_title":"CC BY",
       "organization":{"id":"midori","name":"midori","title":"みどり公園課"},
       "maintainer":"みどり公園課","maintainer_email":"midori@city.example",
       "metadata_created":"2025-04-01T00:00:00","metadata_modified":"2026-01-01T00:00:00",
       "tags":[{"name":"公園","display_name":"公園"}],
       "extras":[{"key":"frequency","value":"monthly"},{"key":"language","value":"ja"}],
       "resources":[{"id":"r1","name":"公園一覧","format":"csv",
                     "url":"https://portal.example/parks.csv"}]}
      """;

  @TempDir private static Path directory;
  private static HttpServer portal;
  private static DemoCity city;
  private static Chromium chromium;

  @BeforeAll
  static void start() throws Exception {
    portal = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    answer("package_search", "{\"count\":1,\"results\":[" + RECORD + "]}");
    answer("package_list", "[\"parks\"]");
    portal.start();
    String authority = "127.0.0.1:" + portal.getAddress().getPort();
    Path recipe = Files.createDirectories(directory.resolve("recipes/portal"));
    Files.writeString(
        recipe.resolve("dataset.ttl"),
        """
        PREFIX dcat: <http://www.w3.org/ns/dcat#>
        PREFIX dct: <http://purl.org/dc/terms/>
        PREFIX foaf: <http://xmlns.com/foaf/0.1/>
        <datasets/portal> a dcat:Dataset ;
          dct:title "区のポータル"@ja , "The portal of the ward"@en ;
          dct:description "区のデータポータルです。"@ja , "The data portal of a ward."@en ;
          dct:publisher <publishers/portal> .
        <publishers/portal> a foaf:Agent ; foaf:name "区"@ja , "Ward"@en .
        """);
    Files.writeString(
        recipe.resolve("harvest.properties"),
        "kind=ckan\nurl=http://%s\nsector=public\nlanguage=ja\n".formatted(authority));
    Files.writeString(
        recipe.resolve("additions.ttl"),
        """
        PREFIX dct: <http://purl.org/dc/terms/>
        <http://%1$s/dataset/11111111-2222-3333-4444-555555555555>
          dct:title "List of parks"@en ; dct:spatial <id/municipality/13104> ;
          dct:description "Parks of the ward with their names, addresses and opening days."@en .
        """
            .formatted(authority));
    city =
        DemoCity.start(
            directory.resolve("data"),
            Map.of(
                "MACHINAMI_HARVEST_RECIPES",
                directory.resolve("recipes").toString(),
                "MACHINAMI_EGRESS_ALLOW",
                authority));
    Path password = directory.resolve("password");
    Files.writeString(password, PASSWORD + "\n");
    city.run(
        "account",
        "add",
        "kato@city.example",
        "--name",
        "加藤 誠",
        "--role",
        "administrator",
        "--password-file",
        password.toString());
    chromium = Chromium.start();
  }

  private static void answer(String action, String result) {
    byte[] body = ("{\"success\":true,\"result\":" + result + "}").getBytes(StandardCharsets.UTF_8);
    portal.createContext(
        "/api/3/action/" + action,
        exchange -> {
          exchange.getResponseHeaders().set("Content-Type", "application/json");
          exchange.sendResponseHeaders(200, body.length);
          exchange.getResponseBody().write(body);
          exchange.close();
        });
  }

  @AfterAll
  static void stop() {
    if (chromium != null) {
      chromium.close();
    }
    if (city != null) {
      city.close();
    }
    portal.stop(0);
  }

  @Test
  void portal_isHarvested_andWhatWasAddedIsTakenAsAFile() throws Exception {
    for (String language : List.of("ja", "en")) {
      try (BrowserContext context = chromium.visitor(language, 1280)) {
        Page page = context.newPage();
        SignIn.at(page, city.address() + "/steward/harvests/portal", "kato@city.example", PASSWORD);
        if (language.equals("ja")) {
          page.locator("button[formaction$='/dry-run']").click();
          page.locator("#dry").waitFor(new Locator.WaitForOptions().setTimeout(PATIENCE_MILLIS));
          Look.atDesk(page, "harvest-dry-run", language);
          page.locator("form[action$='/run'] button:not([formaction])").click();
          page.locator("a[href$='/additions']")
              .waitFor(new Locator.WaitForOptions().setTimeout(PATIENCE_MILLIS));
        }
        Look.atDesk(page, "harvest-source", language);
        page.locator("a[href$='/additions']").click();
        Look.atDesk(page, "harvest-additions", language);
        page.locator(".drafts a").click();
        page.locator("#kind-ENGLISH").waitFor();
        Look.atDesk(page, "harvest-addition", language);
        Path file = page.waitForDownload(() -> page.locator("a[download]").click()).path();
        String patch = Files.readString(file);
        assertTrue(patch.contains("List of parks"), patch);
        // What is known of the ward's place here is one position.
        assertTrue(patch.contains("{\\\"type\\\":\\\"Point\\\""), patch);

        page.navigate(city.address() + "/steward/harvests");
        Look.atDesk(page, "harvests", language);

        // No server is at the address that the portal gives.
        city.run("check-links");
        page.navigate(city.address() + "/steward/distributions");
        Look.atDesk(page, "distributions", language);
        page.locator("form[action$='/again'] button").first().click();
        page.locator(".said").waitFor(new Locator.WaitForOptions().setTimeout(PATIENCE_MILLIS));
        Look.atDesk(page, "distributions-again", language);
      }
    }
  }
}
