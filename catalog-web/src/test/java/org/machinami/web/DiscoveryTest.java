package org.machinami.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import javax.imageio.ImageIO;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.w3c.dom.Document;
import org.w3c.dom.NodeList;

/** What programs find: feeds, sitemaps, robots.txt, OpenSearch, share cards. */
final class DiscoveryTest {
  private static final String BASE = PagesServer.BASE;

  @TempDir private static Path directory;
  private static PagesServer pages;

  private static String dataset(String id, String title) {
    return """
        PREFIX dcat: <http://www.w3.org/ns/dcat#>
        PREFIX dct: <http://purl.org/dc/terms/>
        PREFIX foaf: <http://xmlns.com/foaf/0.1/>
        <datasets/%s> a dcat:Dataset ; dct:title "%s"@ja , "About %s"@en ;
          dct:description "説明"@ja , "Words"@en ; dct:publisher <publishers/bureau> ;
          dcat:theme <https://machinami.org/vocab/service-field/mobility> .
        <publishers/bureau> a foaf:Agent ; foaf:name "見本局"@ja , "Sample Bureau"@en .
        """
        .formatted(id, title, id);
  }

  @BeforeAll
  static void start() throws Exception {
    pages = new PagesServer(directory.resolve("data"));
    pages.commit("one", Map.of("graph/metadata/one", dataset("one", "一つ目")));
    pages.commit("two", Map.of("graph/metadata/two", dataset("two", "二つ目")));
    pages.commit("gone", Map.of("graph/metadata/gone", dataset("gone", "三つ目")));
    pages.delete("graph/metadata/gone");
    pages.commit("again", Map.of("graph/metadata/one", dataset("one", "一つ目、改")));
  }

  @AfterAll
  static void stop() {
    pages.close();
  }

  private static Document xml(String path) throws Exception {
    HttpResponse<String> response = pages.get(path);
    assertEquals(200, response.statusCode(), path);
    DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
    factory.setNamespaceAware(true);
    factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
    return factory
        .newDocumentBuilder()
        .parse(new ByteArrayInputStream(response.body().getBytes(StandardCharsets.UTF_8)));
  }

  private static List<String> texts(Document document, String name) {
    NodeList found = document.getElementsByTagNameNS("*", name);
    List<String> texts = new ArrayList<>();
    for (int i = 0; i < found.getLength(); i++) {
      texts.add(found.item(i).getTextContent());
    }
    return texts;
  }

  @Test
  void feed_hasEachDatasetOnce_newestFirst_andWhatWasDeleted() throws Exception {
    Document feed = xml("/ja/feed.atom");
    assertEquals(List.of("一つ目、改", "二つ目"), texts(feed, "title").subList(1, 3));
    assertEquals(3, texts(feed, "id").size());
    assertEquals(
        BASE + "datasets/gone",
        feed.getElementsByTagNameNS("*", "deleted-entry")
            .item(0)
            .getAttributes()
            .getNamedItem("ref")
            .getTextContent());
    assertEquals("About one", texts(xml("/en/feed.atom"), "title").get(1));
  }

  @Test
  void feedOfADataset_hasItsCommits() throws Exception {
    Document feed = xml("/ja/datasets/one/feed.atom");
    assertEquals(
        List.of(
            BASE + "ja/datasets/one/feed.atom",
            BASE + "datasets/one#commit-5",
            BASE + "datasets/one#commit-1"),
        texts(feed, "id"));
    assertEquals(404, pages.get("/datasets/none/feed.atom").statusCode());
    assertEquals(410, pages.get("/datasets/gone/feed.atom").statusCode());
  }

  @Test
  void feed_isNotSentTwice() {
    HttpResponse<String> feed = pages.get("/feed.atom");
    String tag = feed.headers().firstValue("ETag").orElseThrow();
    assertEquals(304, pages.get("/feed.atom", "If-None-Match", tag).statusCode());
    assertEquals(
        200, pages.get("/feed.atom", "If-None-Match", tag, "Accept-Language", "en").statusCode());
  }

  @Test
  void sitemaps_leadToWhatIsThere() throws Exception {
    List<String> sitemaps = texts(xml("/sitemap.xml"), "loc");
    List<String> all = new ArrayList<>();
    for (String sitemap : sitemaps) {
      all.addAll(texts(xml("/" + sitemap.substring(BASE.length())), "loc"));
    }
    assertTrue(all.contains(BASE + "datasets/two"), all.toString());
    assertFalse(all.contains(BASE + "datasets/gone"), all.toString());
    all.remove(BASE + "sparql"); // answered by the whole server only
    for (String address : all) {
      assertEquals(200, pages.get("/" + address.substring(BASE.length())).statusCode(), address);
    }
  }

  @Test
  void robots_nameTheSitemap() {
    String robots = pages.get("/robots.txt").body();
    assertTrue(robots.contains("\nSitemap: " + BASE + "sitemap.xml\n"), robots);
    assertTrue(robots.contains("\nDisallow: /sparql?\n"), robots);
    assertTrue(robots.contains("\nDisallow: /*/requests/new\n"), robots);
  }

  @Test
  void openSearch_hasATemplateThatFinds() throws Exception {
    Document description = xml("/ja/opensearch.xml");
    NodeList urls = description.getElementsByTagNameNS("*", "Url");
    String template = urls.item(0).getAttributes().getNamedItem("template").getTextContent();
    String address =
        template
            .replace("{searchTerms}", "%E4%BA%8C%E3%81%A4%E7%9B%AE")
            .replace("{startPage?}", "1");
    String found = pages.get("/" + address.substring(BASE.length()), "Accept", "text/html").body();
    assertTrue(found.contains("datasets/two"), address);
  }

  @Test
  void pages_nameFeedsAndSearch_andDatasetsTheirCard() {
    String page = pages.get("/ja/datasets/one", "Accept", "text/html").body();
    for (String expected :
        List.of(
            "type=\"application/opensearchdescription+xml\"",
            "href=\"../../ja/feed.atom\"",
            "href=\"../../ja/datasets/one/feed.atom\"",
            "property=\"og:title\" content=\"一つ目、改\"",
            "property=\"og:description\" content=\"説明\"",
            "property=\"og:image\" content=\"" + BASE + "ja/datasets/one/card.png\"")) {
      assertTrue(page.contains(expected), expected + " is not in:\n" + page);
    }
  }

  @Test
  void pagesWithoutACardOfTheirOwn_haveTheOneOfTheSite() {
    for (String path : List.of("/ja/", "/ja/themes", "/ja/publishers/bureau", "/ja/datasets")) {
      String page = pages.get(path, "Accept", "text/html").body();
      assertTrue(
          page.contains("property=\"og:image\" content=\"" + BASE + "ja/card.png\""),
          path + ": " + page);
      assertFalse(page.contains("property=\"og:image:alt\" content=\"\""), path);
    }
  }

  @Test
  void card_isAPicture() throws Exception {
    for (String path :
        List.of("/ja/datasets/one/card.png", "/en/datasets/one/card.png", "/ja/card.png")) {
      HttpResponse<byte[]> response = pages.bytes(path);
      assertEquals(200, response.statusCode(), path);
      assertEquals("image/png", response.headers().firstValue("Content-Type").orElseThrow());
      var image = ImageIO.read(new ByteArrayInputStream(response.body()));
      assertEquals(List.of(1200, 630), List.of(image.getWidth(), image.getHeight()));
      assertTrue(response.body().length < 150_000, response.body().length + " bytes");
    }
    assertEquals(404, pages.get("/datasets/gone/card.png").statusCode());
    assertEquals(404, pages.get("/datasets/NO%20ID/card.png").statusCode());
  }
}
