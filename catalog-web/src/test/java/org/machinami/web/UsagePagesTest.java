package org.machinami.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.machinami.web.config.RequestSettings;
import org.machinami.web.language.Messages;

/** Uses, from a request to what the pages of the next day say. */
final class UsagePagesTest {
  private static final String BROWSER =
      "Mozilla/5.0 (X11; Linux x86_64) Chrome/140.0 Safari/537.36";

  @TempDir private Path directory;

  private PagesServer on(String day) throws Exception {
    Clock noon = Clock.fixed(Instant.parse(day + "T03:00:00Z"), Messages.CITY);
    return new PagesServer(directory, noon, new RequestSettings(true, 5));
  }

  /** A look that is no use. */
  private static HttpResponse<String> look(PagesServer server, String path, String... headers) {
    List<String> all = new ArrayList<>(List.of("User-Agent", "test-robot", "Accept", "text/html"));
    all.addAll(List.of(headers));
    return server.get(path, all.toArray(String[]::new));
  }

  private static void view(PagesServer server, String path, String agent) {
    HttpResponse<String> answer = server.get(path, "User-Agent", agent, "Accept", "text/html");
    assertEquals(200, answer.statusCode(), path);
  }

  @Test
  void pages_sayOnTheNextDayHowOftenADatasetWasUsed() throws Exception {
    try (PagesServer server = on("2026-11-25")) {
      Map<String, String> graphs = new LinkedHashMap<>();
      for (String id : new String[] {"apples", "parks", "roads"}) {
        graphs.put(
            "graph/metadata/" + id,
            "PREFIX dcat: <http://www.w3.org/ns/dcat#> PREFIX dct: <http://purl.org/dc/terms/>"
                + " <datasets/"
                + id
                + "> a dcat:Dataset ; dct:title \""
                + id
                + " here\"@en .");
        graphs.put(
            "graph/data/" + id, "<id/park/1> <http://www.w3.org/2000/01/rdf-schema#label> \"x\" .");
      }
      server.commit("load", graphs);
      String tag =
          server
              .get("/datasets/parks", "User-Agent", BROWSER, "Accept", "text/html")
              .headers()
              .firstValue("ETag")
              .orElseThrow();
      // What a browser shows from what it has is an opening.
      assertEquals(
          304,
          server
              .get(
                  "/datasets/parks",
                  "User-Agent",
                  BROWSER,
                  "Accept",
                  "text/html",
                  "If-None-Match",
                  tag)
              .statusCode());
      view(server, "/en/datasets/roads", BROWSER);
      server.get("/datasets/parks/data.nt", "User-Agent", "curl/8.5.0");
      // None of these is a use.
      view(server, "/datasets/parks", "Mozilla/5.0 (compatible; Googlebot/2.1)");
      server.send("HEAD", "/datasets/parks", "User-Agent", BROWSER, "Accept", "text/html");
      server.get("/datasets/parks", "User-Agent", BROWSER, "Accept", "text/turtle");
      server.get(
          "/datasets/parks",
          "User-Agent",
          BROWSER,
          "Accept",
          "text/html",
          "Sec-Purpose",
          "prefetch");
      assertEquals(404, server.get("/datasets/nothing", "User-Agent", BROWSER).statusCode());
      String today = look(server, "/en/datasets/parks").body();
      assertTrue(today.contains("Used 0 times in 30 days"), today);
      assertFalse(look(server, "/en/").body().contains("id=\"used\""));
    }
    try (PagesServer server = on("2026-11-26")) {
      HttpResponse<String> page = look(server, "/en/datasets/parks");
      assertTrue(page.body().contains("Used 3 times in 30 days"), page.body());
      assertTrue(page.body().contains("25 November 2026"), page.body());
      assertTrue(page.body().contains("opened (2)"), page.body());
      String list = look(server, "/en/datasets?sort=used").body();
      assertTrue(
          list.indexOf("parks here") < list.indexOf("roads here")
              && list.indexOf("roads here") < list.indexOf("apples here"),
          list);
      assertTrue(look(server, "/en/").body().contains("id=\"used\""));
      // All day long it is the same page.
      String tag = page.headers().firstValue("ETag").orElseThrow();
      view(server, "/datasets/parks", BROWSER);
      HttpResponse<String> again = look(server, "/en/datasets/parks", "If-None-Match", tag);
      assertEquals(304, again.statusCode());
    }
    try (PagesServer server = on("2026-11-27")) {
      HttpResponse<String> page = look(server, "/en/datasets/parks");
      assertTrue(page.body().contains("Used 4 times in 30 days"), page.body());
      assertNotEquals("", page.headers().firstValue("ETag").orElse(""));
    }
  }
}
