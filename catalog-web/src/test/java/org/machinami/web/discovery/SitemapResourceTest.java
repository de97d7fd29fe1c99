package org.machinami.web.discovery;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import jakarta.ws.rs.core.EntityTag;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.StreamingOutput;
import java.io.ByteArrayOutputStream;
import java.lang.reflect.Proxy;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.apache.jena.sparql.graph.GraphFactory;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.machinami.store.Store;
import org.machinami.store.ledger.CommitRequest;
import org.machinami.store.ledger.GraphChange;
import org.machinami.store.ledger.Hash;
import org.machinami.web.problem.Problem;

/** A catalogue of one dataset more than a file holds. */
final class SitemapResourceTest {
  private static final String BASE = "http://city.example/";

  @TempDir private static Path directory;
  private static Store store;
  private static SitemapResource sitemaps;

  @BeforeAll
  static void open() {
    Store.create(directory, BASE);
    store = Store.open(directory);
    Hash version = store.write(GraphFactory.createDefaultGraph()).hash();
    List<GraphChange> changes =
        IntStream.rangeClosed(0, Sitemap.MOST)
            .mapToObj(i -> "graph/metadata/d" + String.format("%06d", i))
            .map(name -> new GraphChange(BASE + name, Optional.of(version)))
            .toList();
    store.commit(new CommitRequest("test", "load", "many", Optional.empty(), changes));
    sitemaps = new SitemapResource(store, List.of("mobility"));
  }

  @AfterAll
  static void close() {
    store.close();
  }

  /** A request of a client that knows nothing yet. */
  private static Request request() {
    return (Request)
        Proxy.newProxyInstance(
            Request.class.getClassLoader(), new Class<?>[] {Request.class}, (p, m, a) -> null);
  }

  private static List<String> addresses(Response response) throws Exception {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    ((StreamingOutput) response.getEntity()).write(bytes);
    return bytes
        .toString(StandardCharsets.UTF_8)
        .lines()
        .filter(line -> line.contains("<loc>"))
        .map(line -> line.substring(line.indexOf("<loc>") + 5, line.indexOf("</loc>")))
        .toList();
  }

  @Test
  void index_namesAFileForEachFiftyThousand() throws Exception {
    assertEquals(
        List.of(
            BASE + "sitemap-pages.xml",
            BASE + "sitemap-datasets-1.xml",
            BASE + "sitemap-datasets-2.xml"),
        addresses(sitemaps.index(request())));
  }

  @Test
  void files_haveEveryDatasetOnce() throws Exception {
    List<String> first = addresses(sitemaps.datasets(request(), 1));
    assertEquals(50_000, first.size());
    assertEquals(BASE + "datasets/d000000", first.get(0));
    assertEquals(List.of(BASE + "datasets/d050000"), addresses(sitemaps.datasets(request(), 2)));
  }

  @Test
  void aFileBeyondTheEnd_isNotThere() {
    assertThrows(Problem.class, () -> sitemaps.datasets(request(), 3));
  }

  @Test
  void pages_haveTheFieldsAndVocabularies() throws Exception {
    List<String> pages = addresses(sitemaps.pages(request()));
    assertTrue(
        pages.containsAll(List.of(BASE, BASE + "themes/mobility", BASE + "vocab/city")),
        pages.toString());
  }

  @Test
  void tag_isOfTheLedger() {
    assertEquals(
        new EntityTag("sitemap-" + store.ledger().head(), true),
        sitemaps.index(request()).getEntityTag());
  }
}
