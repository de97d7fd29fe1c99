package org.machinami.loader.harvest;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.graph.Triple;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFParser;
import org.apache.jena.riot.RiotException;
import org.apache.jena.riot.system.ErrorHandlerFactory;
import org.machinami.loader.LoadException;
import org.machinami.loader.LoadException.Fault;

/**
 * What people here know of the datasets of a source beyond what it says: English titles, codes,
 * links. They stand in {@code additions.ttl} beside the recipe, under the names that the source
 * uses, and come to each description whenever it is harvested, so that no change at the source
 * takes them away. Immutable.
 */
final class SourceAdditions {
  static final String FILE = "additions.ttl";

  private final Graph graph;

  private SourceAdditions(Graph graph) {
    this.graph = graph;
  }

  /**
   * Reads the file of a recipe; none where there is no file.
   *
   * @param base of this catalogue, for names of things here
   * @throws LoadException when it cannot be read, or has blank nodes
   */
  static SourceAdditions read(Path recipe, String base) {
    Path file = recipe.resolve(FILE);
    if (!Files.exists(file)) {
      return new SourceAdditions(Graph.emptyGraph);
    }
    try (InputStream in = Files.newInputStream(file)) {
      Graph graph =
          RDFParser.source(in)
              .lang(Lang.TURTLE)
              .base(base)
              .errorHandler(ErrorHandlerFactory.errorHandlerStrictNoLogging)
              .toGraph();
      boolean blank =
          graph.stream().anyMatch(t -> t.getSubject().isBlank() || t.getObject().isBlank());
      if (blank) {
        throw new LoadException(Fault.FOLDER, "harvest.additions-blank", file);
      }
      return new SourceAdditions(graph);
    } catch (RiotException e) {
      throw new LoadException(Fault.FOLDER, e, "rdf.syntax", file, e.getMessage());
    } catch (IOException e) {
      throw new LoadException(Fault.ENVIRONMENT, e, "source.unreadable", file, e.toString());
    }
  }

  /** Another one, and records must be read again. */
  String stamp() {
    return graph.isEmpty() ? "" : Long.toHexString(ContentDigest.of(graph));
  }

  /**
   * Adds to a description what is known of its dataset, of what it speaks of, and of what that
   * leads to.
   *
   * @param dataset its name here
   * @param foreign its name at the source
   */
  void to(Graph description, Node dataset, String foreign) {
    if (graph.isEmpty()) {
      return;
    }
    Set<Node> met = new HashSet<>();
    Deque<Node> open = new ArrayDeque<>();
    open.add(NodeFactory.createURI(foreign));
    description.stream().map(Triple::getObject).filter(Node::isURI).forEach(open::add);
    while (!open.isEmpty()) {
      Node next = open.remove();
      if (!met.add(next)) {
        continue;
      }
      Node name = next.getURI().equals(foreign) ? dataset : next;
      List<Triple> about = new ArrayList<>();
      graph.find(next, Node.ANY, Node.ANY).forEachRemaining(about::add);
      for (Triple triple : about) {
        description.add(name, triple.getPredicate(), triple.getObject());
        if (triple.getObject().isURI()) {
          open.add(triple.getObject());
        }
      }
    }
  }
}
