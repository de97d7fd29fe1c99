package org.machinami.web.ledger;

import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import org.machinami.loader.decision.Stop;
import org.machinami.ontology.GraphName;
import org.machinami.ontology.Iris;
import org.machinami.ontology.NamedGraphs;
import org.machinami.store.Store;
import org.machinami.store.state.GraphState;

/**
 * Which graphs and files of the ledger anybody may know of, and which contents are given now.
 * Thread-safe.
 */
final class PublicResources {
  private static final Set<GraphName.Kind> PUBLIC =
      EnumSet.of(
          GraphName.Kind.METADATA,
          GraphName.Kind.DATA,
          GraphName.Kind.VERDICT,
          GraphName.Kind.ONTOLOGY,
          GraphName.Kind.POLICY);
  private static final String FILES = "/files/";

  private final Store store;
  private final NamedGraphs graphs;
  private final Iris iris;

  PublicResources(Store store) {
    this.store = store;
    this.graphs = new NamedGraphs(store.base());
    this.iris = new Iris(store.base());
  }

  /**
   * Whether anybody may know that there is such a graph or file. What is not known is not public.
   */
  boolean isNamed(String resource) {
    return isGraph(resource) || fileOf(resource).isPresent();
  }

  /** Whether it is a graph that anybody may know of. */
  boolean isGraph(String resource) {
    return graphs.parse(resource).map(name -> PUBLIC.contains(name.kind())).orElse(false);
  }

  /** The dataset that it is an original file of. */
  private Optional<String> fileOf(String resource) {
    if (!resource.startsWith(iris.datasets())) {
      return Optional.empty();
    }
    String path = resource.substring(iris.datasets().length());
    int slash = path.indexOf('/');
    return slash > 0 && path.startsWith(FILES, slash) && Iris.isId(path.substring(0, slash))
        ? Optional.of(path.substring(0, slash))
        : Optional.empty();
  }

  /**
   * Whether contents of it are given at present, also those of the past: not when it was taken
   * away, nor what a stop holds back.
   */
  boolean isGiven(String resource) {
    Optional<String> dataset = graphs.datasetOf(resource).or(() -> fileOf(resource));
    boolean held =
        dataset.isPresent()
            && isContent(resource)
            && (Stop.find(store, dataset.get()).isPresent()
                || store.states().find(graphs.metadata(dataset.get())).isEmpty());
    return !held && store.states().find(resource).isPresent();
  }

  /** Data and files; descriptions and verdicts stay when a publication is stopped. */
  private boolean isContent(String resource) {
    return graphs.parse(resource).map(name -> name.kind() == GraphName.Kind.DATA).orElse(true);
  }

  /** The state of a resource right after a commit. */
  Optional<GraphState> find(String resource, long at) {
    return store.states().findAsOf(resource, at);
  }
}
