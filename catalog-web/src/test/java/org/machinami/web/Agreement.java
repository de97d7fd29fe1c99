package org.machinami.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.graph.Triple;
import org.apache.jena.sparql.graph.GraphFactory;
import org.apache.jena.vocabulary.DCTerms;
import org.apache.jena.vocabulary.OWL2;
import org.apache.jena.vocabulary.RDF;
import org.apache.jena.vocabulary.SKOS;
import org.machinami.ontology.GraphName;
import org.machinami.ontology.NamedGraphs;
import org.machinami.store.Store;
import org.machinami.store.state.GraphState;

/** Whether a second catalogue describes what a first one does, and as it does. */
final class Agreement {
  private static final Node DERIVED =
      NodeFactory.createURI("http://www.w3.org/ns/prov#wasDerivedFrom");

  /** What a harvest says of where a description comes from, and of what kind it is. */
  private static final Set<String> ADDED =
      Set.of(
          DERIVED.getURI(),
          OWL2.sameAs.getURI(),
          SKOS.notation.getURI(),
          RDF.type.getURI(),
          "http://www.w3.org/ns/adms#identifier");

  private final Store first;
  private final Store second;

  Agreement(Store first, Store second) {
    this.first = first;
    this.second = second;
  }

  /** The descriptions that a store has, by id. */
  static Map<String, Graph> descriptions(Store store) {
    NamedGraphs names = new NamedGraphs(store.base());
    Map<String, Graph> all = new TreeMap<>();
    try (Stream<GraphState> states = store.states().list(names.prefix(GraphName.Kind.METADATA))) {
      for (GraphState state : (Iterable<GraphState>) states::iterator) {
        all.put(
            names.datasetOf(state.graph()).orElseThrow(), store.versions().graph(state.version()));
      }
    }
    return all;
  }

  /** The titles of all datasets in Japanese, the source left out, in order. */
  static List<String> titles(Store store) {
    List<String> titles = new ArrayList<>();
    descriptions(store)
        .forEach(
            (id, graph) -> {
              if (!id.equals(SecondCatalogue.SOURCE)) {
                graph
                    .find(dataset(store, id), DCTerms.title.asNode(), Node.ANY)
                    .mapWith(Triple::getObject)
                    .filterKeep(title -> title.getLiteralLanguage().equals("ja"))
                    .forEachRemaining(title -> titles.add(title.getLiteralLexicalForm()));
              }
            });
    titles.sort(null);
    return titles;
  }

  static Node dataset(Store store, String id) {
    return NodeFactory.createURI(store.base() + "datasets/" + id);
  }

  static List<Node> objects(Graph graph, Node subject, Node predicate) {
    return graph.find(subject, predicate, Node.ANY).mapWith(Triple::getObject).toList();
  }

  /**
   * Each dataset of the first stands in the second once, with every statement that it has in the
   * first, and with no others but where it comes from.
   *
   * @return the ids in the second, by those in the first
   */
  Map<String, String> require() {
    Map<String, Graph> theirs = descriptions(first);
    Map<String, String> ids = new TreeMap<>();
    Map<String, Graph> ours = asTheFirstNames(ids);
    assertEquals(theirs.keySet(), ours.keySet());
    theirs.forEach(
        (id, graph) -> {
          Graph here = ours.get(id);
          List<String> missing = new ArrayList<>();
          graph.find().filterDrop(here::contains).forEachRemaining(t -> missing.add(t.toString()));
          assertEquals(List.of(), missing, id);
          List<String> others = new ArrayList<>();
          here.find()
              .filterDrop(graph::contains)
              .filterDrop(t -> ADDED.contains(t.getPredicate().getURI()))
              .forEachRemaining(t -> others.add(t.toString()));
          assertEquals(List.of(), others, id);
          assertFalse(objects(here, dataset(first, id), DCTerms.title.asNode()).isEmpty(), id);
        });
    return ids;
  }

  /** The second's descriptions with the names that the first uses, by the first's ids. */
  private Map<String, Graph> asTheFirstNames(Map<String, String> ids) {
    Map<String, Graph> ours = descriptions(second);
    ours.remove(SecondCatalogue.SOURCE);
    Map<Node, Node> names = new TreeMap<>(Comparator.comparing(Node::toString));
    ours.forEach(
        (id, graph) -> {
          Node theirs = source(graph, dataset(second, id));
          names.put(dataset(second, id), theirs);
          ids.put(theirs.getURI().replace(first.base() + "datasets/", ""), id);
          graph
              .find(Node.ANY, OWL2.sameAs.asNode(), Node.ANY)
              .filterKeep(t -> t.getSubject().getURI().startsWith(second.base() + "publishers/"))
              .forEachRemaining(t -> names.put(t.getSubject(), t.getObject()));
        });
    Map<String, Graph> named = new TreeMap<>();
    ids.forEach((theirs, id) -> named.put(theirs, renamed(ours.get(id), names)));
    assertEquals(ours.size(), named.size(), "no dataset stands here twice");
    return named;
  }

  private static Graph renamed(Graph graph, Map<Node, Node> names) {
    Graph renamed = GraphFactory.createDefaultGraph();
    graph
        .find()
        .forEachRemaining(
            t ->
                renamed.add(
                    Triple.create(
                        names.getOrDefault(t.getSubject(), t.getSubject()),
                        t.getPredicate(),
                        names.getOrDefault(t.getObject(), t.getObject()))));
    return renamed;
  }

  private Node source(Graph graph, Node dataset) {
    List<Node> found = objects(graph, dataset, DERIVED);
    List<Node> firsts =
        found.stream()
            .filter(node -> node.isURI() && node.getURI().startsWith(first.base() + "datasets/"))
            .toList();
    assertEquals(1, firsts.size(), dataset + " is from " + found);
    return firsts.get(0);
  }
}
