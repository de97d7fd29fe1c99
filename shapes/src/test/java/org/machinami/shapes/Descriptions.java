package org.machinami.shapes;

import java.nio.file.Path;
import org.apache.jena.graph.Graph;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFParser;

/** The descriptions that the tests judge. */
public final class Descriptions {

  public static final String DATASET = "https://city.example/datasets/d";

  public static final Path FILES = Path.of("src/test/resources/org/machinami/shapes");

  private Descriptions() {}

  /** Unchecked: what IRIs may hold is the business of the shapes. */
  public static Graph read(Path file) {
    return RDFParser.source(file).lang(Lang.TURTLE).checking(false).toGraph();
  }

  public static Graph parse(String turtle) {
    String prefixes =
        """
        PREFIX dcat: <http://www.w3.org/ns/dcat#>
        PREFIX dct: <http://purl.org/dc/terms/>
        PREFIX foaf: <http://xmlns.com/foaf/0.1/>
        PREFIX sh: <http://www.w3.org/ns/shacl#>
        PREFIX xsd: <http://www.w3.org/2001/XMLSchema#>
        BASE <https://city.example/>
        """;
    return RDFParser.fromString(prefixes + turtle, Lang.TURTLE).checking(false).toGraph();
  }
}
