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

/** The bundled shapes and rules, one topic a file. */
public final class ShapeFiles {

  /** Where the IRIs of shapes begin. */
  public static final String NS = "https://machinami.org/vocab/shapes#";

  static final List<String> TOPICS =
      List.of(
          "subject",
          "dataset",
          "language",
          "city-terms",
          "personal-data",
          "authority",
          "dates",
          "distribution",
          "agent",
          "catalogue",
          "iri");

  private ShapeFiles() {}

  /** The rules on the content of files, one topic a file. */
  static final List<String> CONTENT = List.of("identifiers", "grain", "identity");

  /** The metadata profile. */
  static Graph read() {
    return read("metadata", TOPICS);
  }

  /** The rules on the content of files, which no SHACL engine runs. */
  static Graph readContent() {
    return read("content", CONTENT);
  }

  /** The files of a folder beside this class, in one new graph. */
  public static Graph read(String folder, List<String> topics) {
    Graph graph = GraphFactory.createDefaultGraph();
    for (String topic : topics) {
      String file = folder + "/" + topic + ".ttl";
      try (InputStream in = ShapeFiles.class.getResourceAsStream(file)) {
        RDFParser.source(Objects.requireNonNull(in, file)).lang(Lang.TURTLE).parse(graph);
      } catch (IOException e) {
        throw new UncheckedIOException("cannot read the bundled shapes " + file, e);
      }
    }
    return graph;
  }
}
