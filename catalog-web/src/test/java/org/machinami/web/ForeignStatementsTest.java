package org.machinami.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.Map;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFParser;
import org.apache.jena.riot.RDFParserBuilder;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What other catalogues say is served in every syntax, whatever XML thinks of it. */
final class ForeignStatementsTest {
  private static final String NUMBERED = "https://x.example/f/2024";
  private static final String NOTE = "https://x.example/f/note";
  private static final String METADATA =
      """
      PREFIX dcat: <http://www.w3.org/ns/dcat#>
      PREFIX dct: <http://purl.org/dc/terms/>
      <datasets/wards> a dcat:Dataset ;
        dct:title "特別\\u000B区"@ja , "Special wards"@en ;
        <https://x.example/f/2024> "2,024" ;
        <https://x.example/f/note> "a\\u0001b\\uFFFE\\r" ;
        dct:publisher <publishers/bureau> .
      <publishers/bureau> a <http://xmlns.com/foaf/0.1/Agent> ;
        <http://xmlns.com/foaf/0.1/name> "見本局"@ja .
      """;
  private static final String DATA =
      """
      <id/municipality/13101> a <https://machinami.org/vocab/city#Municipality> ;
        <https://x.example/f/2024> 1 ; <https://x.example/f/note> "a\\u0001b\\uFFFE\\r" .
      <id/municipality/13102> <https://x.example/f/2024> 2 .
      """;

  @TempDir private static Path directory;
  private static PagesServer pages;

  @BeforeAll
  static void start() throws Exception {
    pages = new PagesServer(directory.resolve("data"));
    pages.commit("harvested", Map.of("graph/metadata/wards", METADATA, "graph/data/wards", DATA));
  }

  @AfterAll
  static void stop() {
    pages.close();
  }

  @ParameterizedTest
  @CsvSource({
    "/datasets/wards, nt, true",
    "/datasets/wards, ttl, true",
    "/datasets/wards, jsonld, true",
    "/datasets/wards, rdf, false",
    "/catalog, nt, true",
    "/catalog, ttl, true",
    "/catalog, jsonld, true",
    "/catalog, rdf, false",
    "/catalog/ldes, nt, true",
    "/catalog/ldes, ttl, true",
    "/catalog/ldes, jsonld, true",
    "/catalog/ldes, rdf, false",
    "/datasets/wards/data, nt, true",
    "/datasets/wards/data, ttl, true",
    "/datasets/wards/data, jsonld, true",
    "/datasets/wards/data, rdf, false",
  })
  void everySyntax_isWellFormed_andOnlyRdfXmlLacksSomething(
      String path, String suffix, boolean whole) {
    HttpResponse<String> answer = pages.get(path + "." + suffix);
    assertEquals(200, answer.statusCode(), answer.body());
    Graph graph = parsed(answer.body(), suffix);
    assertEquals(whole, graph.contains(Node.ANY, iri(NUMBERED), Node.ANY), answer.body());
    assertEquals(
        whole ? "a\u0001b\uFFFE\r" : "a\uFFFDb\uFFFD\r",
        graph.find(Node.ANY, iri(NOTE), Node.ANY).next().getObject().getLiteralLexicalForm(),
        answer.body());
    assertEquals(!whole, answer.body().contains("<!-- Statements left out"), answer.body());
  }

  private static Graph parsed(String body, String suffix) {
    Lang lang =
        Map.of("nt", Lang.NTRIPLES, "ttl", Lang.TURTLE, "jsonld", Lang.JSONLD11, "rdf", Lang.RDFXML)
            .get(suffix);
    RDFParserBuilder parser = RDFParser.fromString(withContext(body), lang);
    return parser.base(PagesServer.BASE).toGraph();
  }

  /** The document with the context in the place of its address, which only a running site has. */
  private static String withContext(String body) {
    String context = pages.get("/vocab/context.jsonld").body();
    assertTrue(context.startsWith("{"), context);
    return body.replace(
        "\"" + PagesServer.BASE + "vocab/context.jsonld\"",
        context.substring(context.indexOf(':') + 1, context.lastIndexOf('}')));
  }

  private static Node iri(String iri) {
    return NodeFactory.createURI(iri);
  }
}
