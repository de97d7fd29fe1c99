package org.machinami.web.dataset;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.GraphUtil;
import org.apache.jena.sparql.graph.GraphFactory;
import org.machinami.loader.DatasetFolder;
import org.machinami.loader.OwnCommit;
import org.machinami.loader.decision.Stop;
import org.machinami.ontology.Iris;
import org.machinami.ontology.NamedGraphs;
import org.machinami.store.Store;
import org.machinami.store.graph.GraphLines;
import org.machinami.store.graph.GraphVersions;
import org.machinami.store.ledger.Commit;
import org.machinami.store.ledger.Hash;
import org.machinami.store.state.GraphState;
import org.machinami.web.problem.Kind;
import org.machinami.web.problem.Problem;
import org.machinami.web.rdf.Described;
import org.machinami.web.rdf.Terms;

/** What the store has of a dataset. Thread-safe. */
public final class DatasetReader {
  /** The activity of a commit by which somebody takes a dataset away, and says why. */
  public static final String WITHDRAW = "withdraw";

  private final Store store;
  private final NamedGraphs graphs;
  private final Iris iris;

  public DatasetReader(Store store) {
    this.store = store;
    this.graphs = new NamedGraphs(store.base());
    this.iris = new Iris(store.base());
  }

  /**
   * The present versions.
   *
   * @throws Problem 404 when there never was such a dataset, 410 when a commit took it away
   */
  public DatasetState require(String id) {
    String about = "datasets/" + id;
    if (!Iris.isId(id)) {
      throw Problem.notFound(about);
    }
    String metadata = graphs.metadata(id);
    Optional<GraphState> state = store.states().find(metadata);
    if (state.isEmpty()) {
      throw absent(about, store.states().history(metadata));
    }
    return new DatasetState(
        id,
        state.get(),
        store.states().find(graphs.verdict(id)),
        store.states().find(graphs.data(id)),
        Stop.find(store, id));
  }

  /**
   * The present versions of a dataset whose data are served.
   *
   * @throws Problem 403 when its publication is stopped, else as {@link #require(String)}
   */
  public DatasetState requireServed(String id) {
    return served(require(id));
  }

  private DatasetState served(DatasetState state) {
    if (state.stop().isPresent()) {
      throw Problem.of(Kind.STOPPED, "datasets/" + state.id());
    }
    return state;
  }

  /**
   * The versions of a moment, of a dataset whose data are served.
   *
   * @throws Problem as {@link #require(String, Optional)}; 403 when its publication is stopped now
   */
  DatasetState requireServed(String id, Optional<AsOf> moment) {
    return served(require(id, moment));
  }

  private Problem absent(String about, List<GraphState> history) {
    if (history.isEmpty()) {
      return Problem.notFound(about);
    }
    Commit commit = store.ledger().read(history.get(0).sequence() - 1, 1).get(0);
    if (commit.activity().equals(WITHDRAW)) {
      return Problem.withdrawn(about, commit.reason());
    }
    return commit.activity().equals(OwnCommit.HARVEST.activity())
        ? Problem.goneAtSource(about)
        : Problem.gone(about);
  }

  /**
   * The versions of a moment of the past; of the present for an empty one.
   *
   * @throws Problem 404 when there was no such dataset then, 410 when there is none now and the
   *     present is asked for
   */
  DatasetState require(String id, Optional<AsOf> moment) {
    if (moment.isEmpty()) {
      return require(id);
    }
    String about = "datasets/" + id;
    if (!Iris.isId(id)) {
      throw Problem.notFound(about);
    }
    // What is stopped now is not served as it was before, either.
    Optional<GraphState> stop = Stop.find(store, id);
    return new DatasetState(
        id,
        find(graphs.metadata(id), moment.get()).orElseThrow(() -> Problem.notFound(about)),
        find(graphs.verdict(id), moment.get()),
        stop.isPresent() ? Optional.empty() : find(graphs.data(id), moment.get()),
        stop);
  }

  private Optional<GraphState> find(String resource, AsOf moment) {
    return store.states().history(resource).stream()
        .filter(moment::covers)
        .findFirst()
        .filter(state -> !state.deleted());
  }

  /** The state of an original file. */
  Optional<GraphState> findFile(String id, String name, Optional<AsOf> moment) {
    if (!Iris.isId(id)) {
      return Optional.empty();
    }
    String file = iris.file(id, name);
    return moment.isPresent() ? find(file, moment.get()) : store.states().find(file);
  }

  /** Names of the mappings that the present data are made with; none where the data were RDF. */
  List<String> mappings(String id) {
    String prefix = iris.recipe(id);
    try (Stream<GraphState> kept = store.states().list(prefix)) {
      return kept.map(state -> Iris.decode(state.graph().substring(prefix.length())))
          .filter(DatasetReader::isMapping)
          .toList();
    }
  }

  /** The state of a mapping that the present data are made with. */
  Optional<GraphState> findMapping(String id, String name) {
    return Iris.isId(id) && isMapping(name)
        ? store.states().find(iris.recipe(id, name))
        : Optional.empty();
  }

  private static boolean isMapping(String name) {
    return name.endsWith(DatasetFolder.MAPPING);
  }

  /** Description and verdict in one graph, the resource being the dataset. */
  public Described describe(DatasetState state) {
    Graph all = GraphFactory.createDefaultGraph();
    Graph metadata = metadata(state);
    GraphUtil.addInto(all, metadata);
    state.verdict().ifPresent(v -> GraphUtil.addInto(all, store.versions().graph(v.version())));
    state.stop().ifPresent(s -> GraphUtil.addInto(all, store.versions().graph(s.version())));
    return new Described(all, described(state.id(), metadata).node());
  }

  /** The description alone. */
  public Graph metadata(DatasetState state) {
    return store.versions().graph(state.metadata().version());
  }

  public GraphVersions versions() {
    return store.versions();
  }

  public GraphLines lines(Hash version) {
    return store.versions().lines(version);
  }

  /** In a description, the dataset of that id, else the first dataset that it has. */
  public Described described(String id, Graph metadata) {
    Described own = Described.of(metadata, iris.dataset(id));
    if (own.isDescribed()) {
      return own;
    }
    return Described.of(metadata, Terms.DCAT + "Dataset").whichHaveThisAs(Terms.type).stream()
        .findFirst()
        .orElse(own);
  }
}
