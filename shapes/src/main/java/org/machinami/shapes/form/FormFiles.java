package org.machinami.shapes.form;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Objects;
import org.apache.jena.graph.Graph;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFParser;
import org.apache.jena.sparql.graph.GraphFactory;
import org.machinami.shapes.MetadataValidator;

/** The bundled form shapes, one topic a file, beside those that the validator reads. */
final class FormFiles {

  private static final List<String> TOPICS = List.of("dataset", "distribution", "agent");

  private FormFiles() {}

  static Graph read() {
    Graph graph = GraphFactory.createDefaultGraph();
    for (String topic : TOPICS) {
      String file = "form/" + topic + ".ttl";
      try (InputStream in = MetadataValidator.class.getResourceAsStream(file)) {
        RDFParser.source(Objects.requireNonNull(in, file)).lang(Lang.TURTLE).parse(graph);
      } catch (IOException e) {
        throw new UncheckedIOException("cannot read the bundled form " + file, e);
      }
    }
    return graph;
  }
}
