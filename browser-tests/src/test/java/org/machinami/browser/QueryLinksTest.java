package org.machinami.browser;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** From the page of a dataset to a query on its data. */
class QueryLinksTest extends CityTest {
  private static final Path DATASETS =
      Path.of(System.getProperty("machinami.home"), "samples", "datasets");
  private static final Pattern LINK = Pattern.compile("href=\"[^\"]*sparql(\\?query=[^\"]+)\"");

  private final HttpClient http = HttpClient.newHttpClient();

  static List<String> datasets() throws Exception {
    try (Stream<Path> folders = Files.list(DATASETS)) {
      return folders.map(folder -> folder.getFileName().toString()).sorted().toList();
    }
  }

  private String get(String path, String accept) throws Exception {
    HttpRequest request =
        HttpRequest.newBuilder(URI.create(city.address() + path)).header("Accept", accept).build();
    HttpResponse<String> answer = http.send(request, HttpResponse.BodyHandlers.ofString());
    assertEquals(200, answer.statusCode(), path + "\n" + answer.body());
    return answer.body();
  }

  @ParameterizedTest
  @MethodSource("datasets")
  void query_ofEveryBundledDataset_getsRows(String id) throws Exception {
    String page = get("/ja/datasets/" + id, "text/html");
    Matcher link = LINK.matcher(page);
    assertTrue(link.find(), page);
    String rows = get("/sparql" + link.group(1), "text/csv");
    assertTrue(rows.lines().count() > 1, rows);
  }

  @Test
  void link_opensTheEditorWithRowsOfTheDataset() {
    try (BrowserContext visitor = chromium.visitor("ja", 1280)) {
      Page page = visitor.newPage();
      page.navigate(city.address() + "/datasets/station-crowding");
      page.locator("a[href*='sparql?query=']").first().click();
      Locator rows = page.locator(".yasr tbody tr:visible");
      rows.first().waitFor();
      assertTrue(rows.first().innerText().contains("station-crowding"), rows.first().innerText());
    }
  }
}
