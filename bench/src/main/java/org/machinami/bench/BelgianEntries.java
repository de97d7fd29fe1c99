package org.machinami.bench;

import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.sparql.vocabulary.FOAF;
import org.apache.jena.vocabulary.DCAT;
import org.apache.jena.vocabulary.DCTerms;
import org.machinami.loader.harvest.doubles.Entries;
import org.machinami.loader.harvest.doubles.Entry;
import org.machinami.ontology.GraphName;
import org.machinami.ontology.Iris;
import org.machinami.ontology.NamedGraphs;
import org.machinami.store.Store;
import org.machinami.store.state.GraphState;

/** The datasets of the Belgian catalogue, out of a data directory, for doubles to serve. */
final class BelgianEntries {
  private static final String OWN = "dcat-belgium";

  private BelgianEntries() {}

  /** So many, at most. */
  static Entries of(Path data, int most) {
    Entries entries = new Entries();
    try (Store store = Store.open(data)) {
      Iris iris = new Iris(store.base());
      String prefix = new NamedGraphs(store.base()).prefix(GraphName.Kind.METADATA);
      List<GraphState> states;
      try (Stream<GraphState> all = store.states().list(prefix)) {
        states = all.toList();
      }
      for (GraphState state : states) {
        String id = state.graph().substring(prefix.length());
        if (!id.equals(OWN) && entries.size() < most) {
          Graph graph = store.versions().graph(state.version());
          entries.add(entry(id, graph, NodeFactory.createURI(iris.dataset(id)), entries.tick()));
        }
      }
    }
    return entries;
  }

  private static Entry entry(String id, Graph graph, Node dataset, Instant modified) {
    List<String> files = new ArrayList<>();
    for (Node distribution : objects(graph, dataset, DCAT.distribution.asNode())) {
      objects(graph, distribution, DCAT.accessURL.asNode()).stream()
          .filter(node -> node.isURI() && node.getURI().matches("https?://[^\\s<>\"{}|^`\\\\]+"))
          .limit(1)
          .forEach(node -> files.add(node.getURI()));
    }
    Map<String, String> extras = new TreeMap<>();
    int number = 0;
    for (Node word : objects(graph, dataset, DCAT.keyword.asNode())) {
      extras.put("word_" + number++, word.getLiteralLexicalForm());
    }
    String body = "Unknown";
    for (Node publisher : objects(graph, dataset, DCTerms.publisher.asNode())) {
      body = text(graph, publisher, FOAF.name.asNode(), body);
    }
    return new Entry(
        id,
        text(graph, dataset, DCTerms.title.asNode(), id),
        text(graph, dataset, DCTerms.description.asNode(), id),
        body,
        "cc-by",
        files,
        modified,
        extras);
  }

  private static String text(Graph graph, Node subject, Node predicate, String preset) {
    return objects(graph, subject, predicate).stream()
        .filter(Node::isLiteral)
        .map(Node::getLiteralLexicalForm)
        .sorted()
        .findFirst()
        .orElse(preset);
  }

  private static List<Node> objects(Graph graph, Node subject, Node predicate) {
    return graph.find(subject, predicate, Node.ANY).mapWith(t -> t.getObject()).toList();
  }
}
