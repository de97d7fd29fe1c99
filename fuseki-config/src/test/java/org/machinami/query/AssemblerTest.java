package org.machinami.query;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.apache.jena.fuseki.main.FusekiServer;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.machinami.store.quads.QuadStore;

/** Each configuration for a stock Fuseki is booted over a copy of a data directory and asked. */
class AssemblerTest {
  private static final Path ASSEMBLERS =
      Path.of(System.getProperty("machinami.home", "..")).resolve("fuseki-config/assemblers");

  private static final String LABELS =
      "<https://city.example/id/station/shinjuku>"
          + " <http://www.w3.org/2000/01/rdf-schema#label> \"新宿駅\"@ja .\n"
          + "<https://city.example/id/station/yotsuya>"
          + " <http://www.w3.org/2000/01/rdf-schema#label> \"四ツ谷駅\"@ja .\n";

  @TempDir static Path temporary;
  private static Path data;

  @BeforeAll
  static void fill() {
    data = temporary.resolve("data");
    try (Catalogue catalogue = new Catalogue(data)) {
      catalogue.fill();
      catalogue.commit(Catalogue.BASE + "graph/data/labels", List.of(LABELS));
      try (QuadStore quads = QuadStore.open(data)) {
        quads.catchUp(catalogue.store().ledger(), catalogue.store().versions());
      }
    }
  }

  /** The file, with its relative directories in a fresh copy of the data directory. */
  private static Path configuration(String name) throws Exception {
    Path copy = Files.createTempDirectory(temporary, name);
    try (Stream<Path> files = Files.walk(data.resolve("quads"))) {
      for (Path each : files.toList()) {
        Files.copy(each, copy.resolve(data.relativize(each).toString()));
      }
    }
    String text =
        Files.readString(ASSEMBLERS.resolve(name + ".ttl"))
            .replace("location \"quads\"", "location \"" + copy.resolve("quads") + "\"")
            .replace("\"text-index\"", "<" + copy.resolve("text-index").toUri() + ">");
    return Files.writeString(copy.resolve(name + ".ttl"), text);
  }

  /** The answers to the queries as CSV, from one server: a text index is opened once in a JVM. */
  private static List<String> ask(Path configuration, String... queries) throws Exception {
    List<String> answers = new ArrayList<>();
    FusekiServer server =
        FusekiServer.create().port(0).parseConfigFile(configuration).build().start();
    try {
      for (String query : queries) {
        HttpRequest request =
            HttpRequest.newBuilder(
                    URI.create(
                        "http://localhost:"
                            + server.getPort()
                            + "/city/sparql?query="
                            + Asking.encoded(query)))
                .header("Accept", "text/csv")
                .build();
        var answer =
            HttpClient.newHttpClient().send(request, BodyHandlers.ofString(StandardCharsets.UTF_8));
        assertEquals(200, answer.statusCode(), answer.body());
        answers.add(answer.body());
      }
      return answers;
    } finally {
      server.stop();
    }
  }

  /** As an operator does, in a process of its own. */
  private static void index(Path configuration) throws Exception {
    Process process =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                System.getProperty("java.class.path"),
                "jena.textindexer",
                "--desc=" + configuration)
            .inheritIO()
            .start();
    assertEquals(0, process.waitFor());
  }

  @Test
  void quads_unionOfGraphs_isServed() throws Exception {
    Path configuration = configuration("quads");
    assertEquals(
        List.of("n\r\n4008\r\n"), ask(configuration, "SELECT (COUNT(*) AS ?n) { ?s ?p ?o }"));
    assertTrue(
        Files.readString(configuration.resolveSibling("quads/tdb.cfg")).contains("SPOG"),
        "the indexes are those that were chosen");
    assertTrue(Files.notExists(configuration.resolveSibling("quads/Data-0001/GPOS.dat")));
  }

  @Test
  void text_japaneseWord_isFound() throws Exception {
    Path configuration = configuration("text");
    index(configuration);
    String query =
        "PREFIX text: <http://jena.apache.org/text#>"
            + " PREFIX rdfs: <http://www.w3.org/2000/01/rdf-schema#>"
            + " SELECT ?s { ?s text:query (rdfs:label \"%s\" \"lang:ja\") }";
    assertEquals(
        List.of("s\r\nhttps://city.example/id/station/shinjuku\r\n", "s\r\n"),
        ask(configuration, String.format(query, "新宿"), String.format(query, "宿駅")),
        "a word is found, a pair of letters that is none is not");
  }

  @Test
  void geosparql_distance_works() throws Exception {
    List<String> answers =
        ask(
            configuration("geosparql"),
            "PREFIX geof: <http://www.opengis.net/def/function/geosparql/>"
                + " PREFIX uom: <http://www.opengis.net/def/uom/OGC/1.0/>"
                + " SELECT (ROUND(geof:distance(?a, ?b, uom:degree) * 100) AS ?hundredths) {"
                + " <https://city.example/id/station/tokyo> <https://city.example/where> ?a ."
                + " <https://city.example/id/station/shinjuku> <https://city.example/where> ?b }");
    assertTrue(answers.get(0).startsWith("hundredths\r\n7"), answers.get(0));
  }
}
