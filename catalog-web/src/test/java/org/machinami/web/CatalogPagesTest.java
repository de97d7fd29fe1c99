package org.machinami.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFParser;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** {@code /catalog} and {@code /catalog/ldes} over HTTP. */
final class CatalogPagesTest {
  private static final String BASE = PagesServer.BASE;
  private static final String HYDRA = "http://www.w3.org/ns/hydra/core#";
  private static final String TREE = "https://w3id.org/tree#";

  @TempDir private Path directory;
  private PagesServer pages;

  @BeforeEach
  void start() throws Exception {
    pages = new PagesServer(directory.resolve("data"));
    for (String id : List.of("b", "c", "d", "e")) {
      pages.commit(id, Map.of("graph/metadata/" + id, dataset(id, "初版")));
    }
  }

  @AfterEach
  void stop() {
    pages.close();
  }

  private static String dataset(String id, String title) {
    return """
    PREFIX dcat: <http://www.w3.org/ns/dcat#>
    PREFIX dct: <http://purl.org/dc/terms/>
    <datasets/%s> a dcat:Dataset ; dct:title "%s %s"@ja ; dcat:distribution <datasets/%s#csv> .
    <datasets/%s#csv> a dcat:Distribution ; dct:title "%s CSV"@ja .
    """
        .formatted(id, id, title, id, id, title);
  }

  private Graph graph(String path) {
    HttpResponse<String> response = pages.get(path, "Accept", "text/turtle");
    assertEquals(200, response.statusCode(), response.body());
    return RDFParser.fromString(response.body(), Lang.TURTLE).toGraph();
  }

  private static List<String> objects(Graph graph, String property) {
    return graph
        .find(Node.ANY, NodeFactory.createURI(property), Node.ANY)
        .mapWith(
            t ->
                t.getObject().isURI()
                    ? t.getObject().getURI()
                    : t.getObject().getLiteralLexicalForm())
        .toList()
        .stream()
        .sorted()
        .toList();
  }

  private static Optional<String> next(Graph graph) {
    return objects(graph, HYDRA + "next").stream().findFirst().map(CatalogPagesTest::path);
  }

  private static String path(String iri) {
    return "/" + iri.substring(BASE.length());
  }

  private static Set<String> members(Graph graph) {
    Set<String> ids = new TreeSet<>();
    objects(graph, HYDRA + "member").forEach(iri -> ids.add(iri.replace(BASE + "datasets/", "")));
    return ids;
  }

  @Test
  void pages_leadFromTheFirstToTheLast_andBack() {
    Graph first = graph("/catalog?limit=3");
    assertEquals(Set.of("b", "c", "d"), members(first));
    assertEquals(List.of("4"), objects(first, HYDRA + "totalItems"));
    Graph second = graph(next(first).orElseThrow());
    assertEquals(Set.of("e"), members(second));
    assertEquals(Optional.empty(), next(second));
    Graph back = graph(path(objects(second, HYDRA + "previous").get(0)));
    assertEquals(Set.of("b", "c", "d"), members(back));
    Graph last = graph(path(objects(first, HYDRA + "last").get(0)));
    assertEquals(Set.of("c", "d", "e"), members(last));
    assertEquals(Set.of("b"), members(graph(path(objects(last, HYDRA + "previous").get(0)))));
  }

  @Test
  void whatIsCommittedBetweenTwoPages_movesNoPage() {
    Graph first = graph("/catalog?limit=2");
    pages.commit("a", Map.of("graph/metadata/a", dataset("a", "新")));
    pages.delete("graph/metadata/b");
    pages.commit("f", Map.of("graph/metadata/f", dataset("f", "新")));
    Set<String> seen = new TreeSet<>(members(first));
    for (Optional<String> next = next(first); next.isPresent(); ) {
      Graph page = graph(next.get());
      for (String id : members(page)) {
        assertTrue(seen.add(id), id + " comes twice");
      }
      next = next(page);
    }
    assertEquals(Set.of("b", "c", "d", "e", "f"), seen);
  }

  @Test
  void pageThatDidNotChange_isNotSentAgain_whateverWasCommittedElsewhere() {
    String path = "/catalog?after=c&limit=1";
    String tag =
        pages.get(path, "Accept", "text/turtle").headers().firstValue("ETag").orElseThrow();
    pages.commit("more", Map.of("graph/metadata/z", dataset("z", "新")));
    assertEquals(304, pages.get(path, "Accept", "text/turtle", "If-None-Match", tag).statusCode());
    pages.commit("d", Map.of("graph/metadata/d", dataset("d", "改版")));
    assertEquals(200, pages.get(path, "Accept", "text/turtle", "If-None-Match", tag).statusCode());
  }

  @Test
  void since_namesWhatChangedOnce_andWhatIsGone() {
    pages.commit("c", Map.of("graph/metadata/c", dataset("c", "改版")));
    pages.commit("c again", Map.of("graph/metadata/c", dataset("c", "三版")));
    pages.delete("graph/metadata/d");
    Graph changes = graph("/catalog?since=4");
    assertEquals(Set.of("c", "d"), members(changes));
    assertEquals(
        List.of("c 三版"),
        objects(changes, "http://purl.org/dc/terms/title").stream()
            .filter(t -> t.startsWith("c "))
            .toList());
    assertTrue(
        changes.contains(
            NodeFactory.createURI(BASE + "datasets/d"),
            NodeFactory.createURI("http://www.w3.org/1999/02/22-rdf-syntax-ns#type"),
            NodeFactory.createURI("https://www.w3.org/ns/activitystreams#Tombstone")));
    assertEquals(List.of("7"), objects(changes, "http://www.w3.org/ns/dcat#version"));
    assertEquals(Set.of(), members(graph("/catalog?since=7")));
    assertEquals(Set.of(), members(graph("/catalog?since=2999-01-01")));
    assertEquals(409, pages.get("/catalog?since=8").statusCode());
    assertEquals(Set.of("b", "c", "d", "e"), members(graph("/catalog?since=2020-01-01")));
  }

  @Test
  void since_comesInPages_ofWhichNoneLosesWhatChangesMeanwhile() {
    Graph first = graph("/catalog?since=0&limit=2");
    assertEquals(Set.of("b", "c"), members(first));
    pages.commit("d", Map.of("graph/metadata/d", dataset("d", "改版")));
    Graph second = graph(next(first).orElseThrow());
    assertEquals(Set.of("d", "e"), members(second));
    assertEquals(Optional.empty(), next(second));
  }

  @Test
  void oneCommitOfManyDatasets_isCutBetweenThem() {
    pages.commit(
        "many",
        Map.of(
            "graph/metadata/m1", dataset("m1", "一"),
            "graph/metadata/m2", dataset("m2", "二"),
            "graph/metadata/m3", dataset("m3", "三")));
    Set<String> seen = new TreeSet<>();
    Optional<String> next = Optional.of("/catalog?since=4&limit=1");
    int asked = 0;
    while (next.isPresent() && asked++ < 10) {
      Graph page = graph(next.get());
      seen.addAll(members(page));
      next = next(page);
    }
    assertEquals(Set.of("m1", "m2", "m3"), seen);
    assertEquals(3, asked);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "limit=0",
        "limit=501",
        "limit=x",
        "after=%2F..%2F",
        "after=a&before=b",
        "since=5&after=b",
        "since=yesterday",
        "since=-1",
        "since=5.x",
        "since=99999999999999999999"
      })
  void parameterThatCannotBeUsed_isNamed(String query) {
    for (String language : List.of("ja", "en")) {
      HttpResponse<String> response =
          pages.get("/" + language + "/catalog?" + query, "Accept", "application/json");
      assertEquals(400, response.statusCode(), query);
      assertTrue(response.body().contains(query.split("=", 2)[0]), response.body());
    }
  }

  @Test
  void page_isForPeopleInBothLanguages_andSaysWhereProgramsGo() {
    String japanese = pages.get("/catalog", "Accept", "text/html").body();
    assertTrue(japanese.contains("プログラム向けカタログ"), japanese);
    assertTrue(japanese.contains("b 初版"), japanese);
    String english = pages.get("/en/catalog", "Accept", "text/html").body();
    assertTrue(english.contains("Catalogue for programs"), english);
    assertTrue(english.contains("api/3/action/package_search"), english);
    assertTrue(pages.get("/en/", "Accept", "text/html").body().contains("Catalogue for programs"));
  }

  @Test
  void stream_hasEveryVersion_andTheDeletion() {
    pages.commit("c", Map.of("graph/metadata/c", dataset("c", "改版")));
    pages.delete("graph/metadata/d");
    Graph stream = graph("/catalog/ldes");
    List<String> members = objects(stream, TREE + "member");
    assertEquals(
        List.of("b?asOf=1", "c?asOf=2", "c?asOf=5", "d?asOf=3", "d?asOf=6", "e?asOf=4"),
        members.stream().map(iri -> iri.replace(BASE + "datasets/", "")).toList());
    // The two versions of a distribution do not mix.
    for (String version : List.of("2", "5")) {
      Node csv = NodeFactory.createURI(BASE + "datasets/c?asOf=" + version + "#csv");
      assertEquals(
          1,
          stream
              .find(csv, NodeFactory.createURI("http://purl.org/dc/terms/title"), Node.ANY)
              .toList()
              .size(),
          version);
    }
    assertEquals(List.of(), objects(stream, TREE + "relation"));
    assertEquals(
        "no-cache", pages.get("/catalog/ldes").headers().firstValue("Cache-Control").orElseThrow());
  }

  @Test
  void fullFragment_neverChanges_andLeadsToTheNext() {
    Map<String, String> many = new java.util.TreeMap<>();
    for (int i = 0; i < 150; i++) {
      many.put("graph/metadata/x" + i, dataset("x" + i, "初版"));
    }
    pages.commit("many", many);
    HttpResponse<String> full = pages.get("/catalog/ldes", "Accept", "text/turtle");
    assertEquals(
        "public, max-age=31536000, immutable",
        full.headers().firstValue("Cache-Control").orElseThrow());
    pages.commit("x1", Map.of("graph/metadata/x1", dataset("x1", "改版")));
    assertEquals(full.body(), pages.get("/catalog/ldes", "Accept", "text/turtle").body());
    Graph first = graph("/catalog/ldes");
    Graph second = graph(path(objects(first, TREE + "node").get(0)));
    List<String> all = new ArrayList<>(objects(first, TREE + "member"));
    all.addAll(objects(second, TREE + "member"));
    assertEquals(4 + 150 + 1, Set.copyOf(all).size());
    assertEquals(all.size(), Set.copyOf(all).size());
    assertFalse(objects(second, TREE + "node").iterator().hasNext());
    assertEquals(400, pages.get("/catalog/ldes?from=x").statusCode());
    assertEquals(404, pages.get("/catalog/ldes?from=999").statusCode());
  }
}
