package org.machinami.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.machinami.ontology.Iris;

/** Ends of lines in addresses and in data end no header of an answer. */
final class HeaderInjectionTest {
  private static final String LINES = "a\r\nX-Injected: 1\r\n\r\n<script>alert(1)";
  private static final String ENCODED = Iris.encode(LINES);
  private static final String DATASET =
      """
      PREFIX dcat: <http://www.w3.org/ns/dcat#>
      PREFIX dct: <http://purl.org/dc/terms/>
      PREFIX foaf: <http://xmlns.com/foaf/0.1/>
      <datasets/lines> a dcat:Dataset ; dct:title TEXT@ja , TEXT@en ; dct:description TEXT@ja ;
        dct:identifier TEXT ; dcat:keyword TEXT@ja ; dct:publisher <publishers/ENCODED> ;
        dcat:landingPage <https://city.example/ENCODED> ;
        dcat:distribution <datasets/lines#csv> .
      <datasets/lines#csv> a dcat:Distribution ; dct:title TEXT@ja ;
        dcat:downloadURL <datasets/lines/files/ENCODED.csv> .
      <publishers/ENCODED> a foaf:Agent ; foaf:name TEXT@ja .
      """;
  private static final String DATA =
      """
      PREFIX city: <https://machinami.org/vocab/city#>
      PREFIX rdfs: <http://www.w3.org/2000/01/rdf-schema#>
      <id/facility/ENCODED> a city:Facility ; rdfs:label TEXT@ja ; city:facilityKind TEXT@ja .
      """;

  @TempDir static Path directory;
  private static PagesServer pages;

  @BeforeAll
  static void start() throws Exception {
    pages = new PagesServer(directory.resolve("data"));
    pages.commit(
        "load", Map.of("graph/metadata/lines", filled(DATASET), "graph/data/lines", filled(DATA)));
  }

  @AfterAll
  static void stop() {
    pages.close();
  }

  private static String filled(String turtle) {
    String literal = '"' + LINES.replace("\r", "\\r").replace("\n", "\\n") + '"';
    return turtle.replace("ENCODED", ENCODED).replace("TEXT", literal);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/datasets/lines",
        "/datasets/lines.ttl",
        "/datasets/lines.jsonld",
        "/datasets/lines/table",
        "/datasets/lines/table?q={}",
        "/datasets/lines/downloads",
        "/datasets/lines/data.csv",
        "/datasets/lines/feed.atom",
        "/datasets?q={}",
        "/datasets?sort={}",
        "/datasets.csv?q={}",
        "/requests/new?q={}",
        "/account/sign-in?to={}"
      })
  void answer_hasNoHeaderOfTheirs(String path) {
    HttpResponse<String> answer = get(path);
    assertTrue(answer.statusCode() < 500, path + " " + answer.statusCode());
    assertEquals(Optional.empty(), answer.headers().firstValue("X-Injected"), path);
    assertTrue(answer.headers().firstValue("X-Content-Type-Options").isPresent(), path);
  }

  /** A redirect, a file name and a link would repeat the path in a header. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "/datasets/{}",
        "/datasets/lines/files/{}.csv",
        "/publishers/{}",
        "/id/facility/{}",
        "/doc/facility/{}",
        "/en/{}",
        "/{}"
      })
  void path_withAnEndOfALine_isRefused(String path) {
    HttpResponse<String> answer = get(path);
    assertEquals(400, answer.statusCode(), path);
    assertEquals(Optional.empty(), answer.headers().firstValue("X-Injected"), path);
  }

  private static HttpResponse<String> get(String path) {
    return pages.get(path.replace("{}", ENCODED), "Accept", "text/html, */*;q=0.5");
  }
}
