package org.machinami.loader.harvest;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.graph.Triple;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFParser;
import org.apache.jena.vocabulary.RDFS;

/**
 * The properties that descriptions have a place for; all others are kept and counted. Immutable.
 */
final class Profile {
  private static final String FILE = "profile.ttl";
  private static final Node VOCABULARY =
      NodeFactory.createURI("http://rdfs.org/ns/void#vocabulary");

  private final Set<Node> properties;
  private final List<String> vocabularies;

  private Profile(Graph graph) {
    this.properties = Set.copyOf(objects(graph, RDFS.member.asNode()));
    this.vocabularies = objects(graph, VOCABULARY).stream().map(Node::getURI).toList();
  }

  private static final class Bundled {
    static final Profile PROFILE = new Profile(read());
  }

  /** The bundled one; the first call reads it. */
  static Profile bundled() {
    return Bundled.PROFILE;
  }

  private static Graph read() {
    try (InputStream in = Profile.class.getResourceAsStream(FILE)) {
      return RDFParser.source(Objects.requireNonNull(in, FILE)).lang(Lang.TURTLE).toGraph();
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read the bundled " + FILE, e);
    }
  }

  private static List<Node> objects(Graph graph, Node property) {
    return graph.find(Node.ANY, property, Node.ANY).mapWith(Triple::getObject).toList();
  }

  boolean has(Node property) {
    return properties.contains(property)
        || vocabularies.stream().anyMatch(property.getURI()::startsWith);
  }
}
