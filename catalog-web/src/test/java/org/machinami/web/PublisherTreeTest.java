package org.machinami.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Publishers that are parts of others: a city with two bureaus, one of which has an office. */
final class PublisherTreeTest {
  @TempDir private static Path directory;
  private static PagesServer server;

  private static String dataset(String id, String publisher, String more) {
    return """
        PREFIX dcat: <http://www.w3.org/ns/dcat#>
        PREFIX dct: <http://purl.org/dc/terms/>
        PREFIX foaf: <http://xmlns.com/foaf/0.1/>
        PREFIX org: <http://www.w3.org/ns/org#>
        <datasets/%1$s> a dcat:Dataset ; dct:title "%1$s set"@en ; dct:publisher <publishers/%2$s> .
        <publishers/%2$s> a foaf:Agent ; foaf:name "%2$s name"@en ; foaf:homepage <https://%2$s.example/> .
        %3$s
        """
        .formatted(id, publisher, more);
  }

  private static String under(String part, String whole) {
    return "<publishers/%s> org:subOrganizationOf <publishers/%s> . <publishers/%s> foaf:name \"%s name\"@en ."
        .formatted(part, whole, whole, whole);
  }

  @BeforeAll
  static void start() throws Exception {
    server = new PagesServer(directory.resolve("data"));
    Map<String, String> graphs = new LinkedHashMap<>();
    graphs.put("graph/metadata/a", dataset("a", "roads", under("roads", "city")));
    graphs.put("graph/metadata/b", dataset("b", "parks", under("parks", "city")));
    graphs.put(
        "graph/metadata/c",
        dataset("c", "trees", under("trees", "parks") + under("parks", "city")));
    graphs.put("graph/metadata/d", dataset("d", "bank", ""));
    server.commit("load", graphs);
  }

  @AfterAll
  static void stop() {
    server.close();
  }

  private static String page(String path) {
    return server.get(path, "Accept", "text/html").body();
  }

  @Test
  void list_isATree() {
    String list = page("/en/publishers");
    assertTrue(
        list.matches("(?s).*city name.*3 datasets.*<ul class=\"rows\">.*parks name.*"), list);
    String turtle = server.get("/publishers.ttl").body();
    assertTrue(turtle.contains("subOrganizationOf"), turtle);
  }

  @Test
  void body_thatPublishesNothingItself_hasAPageWithItsPartsAndTheirDatasets() {
    String city = page("/en/publishers/city");
    assertTrue(city.contains("city name"), city);
    for (String expected : new String[] {"a set", "b set", "c set", "roads name", "trees name"}) {
      assertTrue(city.contains(expected), expected);
    }
    assertFalse(city.contains("d set"), city);
    assertEquals(404, server.get("/publishers/nobody").statusCode());
  }

  @Test
  void part_leadsUpwards() {
    String trees = page("/en/publishers/trees");
    assertTrue(trees.matches("(?s).*crumbs.*publishers/city.*publishers/parks.*<h1>.*"), trees);
    assertTrue(trees.contains("https://trees.example/"), trees);
    assertFalse(trees.contains("a set"), trees);
  }

  @Test
  void facet_isATreeWithCounts_andABodyStandsForItsParts() {
    String all = page("/en/datasets");
    assertTrue(all.contains("class=\"option part part-1\""), all);
    assertTrue(all.contains("class=\"option part part-2\""), all);
    assertTrue(all.contains("(part of city name)"), all);
    String parks = page("/en/datasets?publisher=parks");
    assertTrue(parks.contains("b set") && parks.contains("c set"), parks);
    assertFalse(parks.contains("a set"), parks);
    // Choosing the body above takes the part back.
    assertTrue(parks.contains("href=\"../en/datasets?publisher=city\""), parks);
  }
}
