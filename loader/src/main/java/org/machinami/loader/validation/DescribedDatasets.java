package org.machinami.loader.validation;

import java.util.ArrayDeque;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.apache.jena.sparql.graph.GraphFactory;
import org.apache.jena.vocabulary.DCAT;
import org.apache.jena.vocabulary.RDF;
import org.machinami.loader.LoadException;
import org.machinami.loader.LoadException.Fault;

/** Parts a graph into the descriptions of the datasets in it. */
final class DescribedDatasets {

  /** What is not followed: others have a description, and a verdict, of their own. */
  private static final List<Node> OTHERS =
      List.of(DCAT.Dataset.asNode(), DCAT.Catalog.asNode(), DCAT.DataService.asNode());

  private DescribedDatasets() {}

  /**
   * Of each dataset with an IRI all that is said of it and of what it points to, in the order of
   * the IRIs.
   *
   * @param name of the file, for messages
   * @param most statements in all: datasets that share what they point to repeat it
   * @throws LoadException when there are more
   */
  static Map<String, Graph> of(Graph graph, String name, long most) {
    Map<String, Graph> found = new LinkedHashMap<>();
    AtomicLong triples = new AtomicLong();
    graph
        .find(Node.ANY, RDF.type.asNode(), DCAT.Dataset.asNode())
        .mapWith(Triple::getSubject)
        .toList()
        .stream()
        .filter(Node::isURI)
        .distinct()
        .sorted(Comparator.comparing(Node::getURI))
        .forEach(
            dataset -> {
              Graph part = closure(graph, dataset);
              if (triples.addAndGet(part.size()) > most) {
                throw new LoadException(Fault.DATA, "validation.triples", name, most);
              }
              found.put(dataset.getURI(), part);
            });
    return found;
  }

  private static Graph closure(Graph graph, Node dataset) {
    Graph part = GraphFactory.createDefaultGraph();
    Set<Node> seen = new HashSet<>(Set.of(dataset));
    Deque<Node> next = new ArrayDeque<>(seen);
    while (!next.isEmpty()) {
      for (Triple triple : graph.find(next.pop(), Node.ANY, Node.ANY).toList()) {
        part.add(triple);
        Node object = triple.getObject();
        if (!object.isLiteral() && !isOther(graph, object) && seen.add(object)) {
          next.add(object);
        }
      }
    }
    return part;
  }

  private static boolean isOther(Graph graph, Node node) {
    return OTHERS.stream().anyMatch(type -> graph.contains(node, RDF.type.asNode(), type));
  }
}
