package org.machinami.shapes;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Objects;
import org.apache.jena.graph.Graph;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFParser;
import org.apache.jena.sparql.graph.GraphFactory;

/** The bundled shapes of the metadata profile, one topic a file. */
final class ShapeFiles {

  static final String NS = "https://machinami.org/vocab/shapes#";

  static final List<String> TOPICS =
      List.of(
          "subject",
          "dataset",
          "language",
          "city-terms",
          "authority",
          "dates",
          "distribution",
          "agent",
          "catalogue",
          "iri");

  private ShapeFiles() {}

  static Graph read() {
    Graph graph = GraphFactory.createDefaultGraph();
    for (String topic : TOPICS) {
      String file = "metadata/" + topic + ".ttl";
      try (InputStream in = ShapeFiles.class.getResourceAsStream(file)) {
        RDFParser.source(Objects.requireNonNull(in, file)).lang(Lang.TURTLE).parse(graph);
      } catch (IOException e) {
        throw new UncheckedIOException("cannot read the bundled shapes " + file, e);
      }
    }
    return graph;
  }
}
