package org.machinami.ontology;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Objects;
import org.apache.jena.graph.Graph;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFParser;
import org.apache.jena.sparql.graph.GraphFactory;

/**
 * A vocabulary that the program brings along.
 *
 * @param name its name in {@code {base}graph/ontology/{name}}
 * @param iri the ontology or concept scheme
 * @param files Turtle files on the class path, beside this class
 */
public record Vocabulary(String name, String iri, List<String> files) {

  public Vocabulary {
    Base.requireId("name of a vocabulary", name);
    Objects.requireNonNull(iri, "iri");
    files = List.copyOf(files);
  }

  /** The statements of all files, in a new graph without blank nodes. */
  public Graph read() {
    Graph graph = GraphFactory.createDefaultGraph();
    for (String file : files) {
      try (InputStream in = Vocabulary.class.getResourceAsStream(file)) {
        RDFParser.source(Objects.requireNonNull(in, file)).lang(Lang.TURTLE).base(iri).parse(graph);
      } catch (IOException e) {
        throw new UncheckedIOException("cannot read the bundled vocabulary file " + file, e);
      }
    }
    return graph;
  }
}
