package org.machinami.loader.decision;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.sparql.graph.GraphFactory;
import org.apache.jena.vocabulary.DCTerms;
import org.apache.jena.vocabulary.RDF;
import org.machinami.loader.policy.PolicyVersions;
import org.machinami.ontology.City;
import org.machinami.ontology.Iris;
import org.machinami.ontology.NamedGraphs;
import org.machinami.shapes.Policy;
import org.machinami.store.Store;
import org.machinami.store.ledger.Commit;
import org.machinami.store.ledger.CommitRequest;
import org.machinami.store.ledger.GraphChange;
import org.machinami.store.ledger.Hash;
import org.machinami.store.state.GraphState;

/**
 * That the publication of a dataset is stopped. While its graph is there, data and files are not,
 * and nothing but an approval brings them back; the description stays. Its end lays back what the
 * stop took away.
 */
public final class Stop {
  /** The activity of a commit that stops a publication. */
  public static final String STOP = "stop";

  /** The activity of a commit that ends a stop. */
  public static final String RESUME = "resume";

  /** The clause of the policy that says when to stop. */
  public static final String CLAUSE = "9.1";

  private static final String KEY = "stop-";
  private static final String PROV = "http://www.w3.org/ns/prov#";

  private Stop() {}

  /** The graph that says it. */
  public static String name(NamedGraphs names, String dataset) {
    return names.activity(KEY + dataset);
  }

  /** The dataset that the key of a decision's graph stops; empty when it is another decision. */
  public static Optional<String> datasetOf(String key) {
    return Optional.of(key)
        .filter(text -> text.startsWith(KEY))
        .map(text -> text.substring(KEY.length()));
  }

  /** The stop that a dataset is under. */
  public static Optional<GraphState> find(Store store, String dataset) {
    return store.states().find(name(new NamedGraphs(store.base()), dataset));
  }

  /**
   * Stops the publication of a dataset, at once.
   *
   * @param reasonJa in Japanese, empty for none
   * @param reasonEn in English, empty for none; one of them says why
   * @return whether it was not stopped before
   */
  public static boolean begin(
      Store store, String dataset, String agent, String reasonJa, String reasonEn) {
    if (find(store, dataset).isPresent()) {
      return false;
    }
    NamedGraphs names = new NamedGraphs(store.base());
    List<GraphChange> changes = new ArrayList<>();
    store
        .states()
        .find(names.data(dataset))
        .ifPresent(state -> changes.add(GraphChange.deletion(state.graph())));
    try (Stream<GraphState> files = store.states().list(new Iris(store.base()).files(dataset))) {
      files.forEach(state -> changes.add(GraphChange.deletion(state.graph())));
    }
    Policy policy = new PolicyVersions(store).inForce().policy();
    Graph graph = graph(store.base(), policy, dataset, reasonJa, reasonEn);
    changes.add(GraphChange.to(name(names, dataset), store.write(graph).hash()));
    String reason = reasonJa.isEmpty() ? reasonEn : reasonJa;
    store.commit(new CommitRequest(agent, STOP, reason, Optional.empty(), changes));
    return true;
  }

  /**
   * Ends a stop: what it took away is there again, as it was.
   *
   * @return whether it was stopped
   */
  public static boolean end(Store store, String dataset, String agent, String reason) {
    Optional<GraphState> stop = find(store, dataset);
    if (stop.isEmpty()) {
      return false;
    }
    long sequence = stop.get().sequence();
    Commit commit = store.ledger().read(sequence - 1, 1).get(0);
    List<GraphChange> changes = new ArrayList<>();
    changes.add(GraphChange.deletion(stop.get().graph()));
    for (GraphChange change : commit.changes()) {
      if (change.version().isEmpty()) {
        before(store, change.graph(), sequence)
            .ifPresent(version -> changes.add(GraphChange.to(change.graph(), version)));
      }
    }
    store.commit(new CommitRequest(agent, RESUME, reason, Optional.empty(), changes));
    return true;
  }

  private static Optional<Hash> before(Store store, String graph, long sequence) {
    return store.states().history(graph).stream()
        .filter(state -> state.sequence() < sequence)
        .findFirst()
        .filter(state -> !state.deleted())
        .map(GraphState::version);
  }

  private static Graph graph(
      String base, Policy policy, String dataset, String reasonJa, String reasonEn) {
    Graph graph = GraphFactory.createDefaultGraph();
    Iris iris = new Iris(base);
    Node stop = NodeFactory.createURI(name(new NamedGraphs(base), dataset) + "#stop");
    String version = policy.version();
    graph.add(stop, RDF.type.asNode(), NodeFactory.createURI(PROV + "Activity"));
    graph.add(
        stop, NodeFactory.createURI(PROV + "used"), NodeFactory.createURI(iris.dataset(dataset)));
    graph.add(stop, DCTerms.type.asNode(), NodeFactory.createLiteralString(STOP));
    graph.add(stop, City.policy.asNode(), NodeFactory.createURI(iris.policy(version)));
    if (policy.hasClause(CLAUSE)) {
      graph.add(stop, City.clause.asNode(), NodeFactory.createURI(iris.clause(version, CLAUSE)));
    }
    if (!reasonJa.isEmpty()) {
      graph.add(stop, DCTerms.description.asNode(), NodeFactory.createLiteralLang(reasonJa, "ja"));
    }
    if (!reasonEn.isEmpty()) {
      graph.add(stop, DCTerms.description.asNode(), NodeFactory.createLiteralLang(reasonEn, "en"));
    }
    return graph;
  }
}
