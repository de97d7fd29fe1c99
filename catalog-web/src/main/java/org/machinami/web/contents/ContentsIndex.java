package org.machinami.web.contents;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.graph.Triple;
import org.machinami.ontology.GraphName;
import org.machinami.ontology.Iris;
import org.machinami.ontology.NamedGraphs;
import org.machinami.ontology.Vocabularies;
import org.machinami.store.Store;
import org.machinami.store.StoreException;
import org.machinami.store.graph.GraphVersions;
import org.machinami.store.ledger.Commit;
import org.machinami.store.ledger.GraphChange;
import org.machinami.store.state.GraphState;
import org.machinami.web.rdf.Terms;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The contents of all datasets, following the ledger. Thread-safe. */
public final class ContentsIndex {
  private static final Logger log = LoggerFactory.getLogger(ContentsIndex.class);
  private static final int COMMITS_AT_ONCE = 200;
  private static final Node THEME = NodeFactory.createURI(Terms.DCAT + "theme");
  private static final Node SPATIAL = NodeFactory.createURI(Terms.DCT + "spatial");

  private final Store store;
  private final String base;
  private final NamedGraphs graphs;
  private final Iris iris;
  private final SharedReading reading;
  private final ContentsFile file;
  private volatile State state;

  /**
   * The contents of the datasets that have any, as of a commit.
   *
   * @param applied sequence of that commit
   * @param datasets by id, in order
   */
  public record State(long applied, SortedMap<String, Contents> datasets) {
    private State with(Map<String, Contents> changed, long sequence) {
      SortedMap<String, Contents> next = new TreeMap<>(datasets);
      changed.forEach(
          (id, contents) -> {
            if (contents == null) {
              next.remove(id);
            } else {
              next.put(id, contents);
            }
          });
      return new State(sequence, next);
    }
  }

  private ContentsIndex(Store store, ContentsFile file) {
    this.store = store;
    this.base = store.base();
    this.graphs = new NamedGraphs(base);
    this.iris = new Iris(base);
    this.reading = new SharedReading(store.versions(), () -> new DataReader(base));
    this.file = file;
    SortedMap<String, Contents> datasets = new TreeMap<>();
    file.datasets().forEach(contents -> datasets.put(contents.id(), contents));
    this.state = new State(file.applied(), datasets);
  }

  /**
   * What was remembered; {@link #catchUp} brings the rest.
   *
   * @param directory of its own
   */
  public static ContentsIndex open(Path directory, Store store) {
    try {
      return new ContentsIndex(
          store, ContentsFile.open(directory.resolve("contents.jsonl"), store.base()));
    } catch (IOException e) {
      throw new UncheckedIOException(directory + ": the contents cannot be read or written", e);
    }
  }

  /** As of the last commit that was taken in. */
  public State state() {
    return state;
  }

  /**
   * The versions for another that follows the same ledger and reads each new data graph to its end:
   * the next {@link #catchUp} takes what it has read and does not read it again. Where nothing is
   * lacking here, the plain ones.
   */
  public GraphVersions shared() {
    return store.ledger().head() > state.applied() ? reading : store.versions();
  }

  /** Takes in what the ledger has and this lacks, batch by batch. */
  public synchronized void catchUp() {
    try {
      takeIn();
    } finally {
      reading.forget();
    }
  }

  private void takeIn() {
    while (true) {
      List<Commit> commits = store.ledger().read(file.applied(), COMMITS_AT_ONCE);
      if (commits.isEmpty()) {
        return;
      }
      Map<String, Contents> changed = new HashMap<>();
      for (String id : datasets(commits)) {
        changed.put(id, readable(id).filter(contents -> !contents.isEmpty()).orElse(null));
      }
      try {
        file.append(changed, commits.get(commits.size() - 1).sequence());
      } catch (IOException e) {
        throw new UncheckedIOException("The contents cannot be written", e);
      }
      state = state.with(changed, file.applied());
    }
  }

  private Set<String> datasets(List<Commit> commits) {
    Set<String> ids = new LinkedHashSet<>();
    for (Commit commit : commits) {
      for (GraphChange change : commit.changes()) {
        graphs
            .parse(change.graph())
            .filter(n -> n.kind() == GraphName.Kind.DATA || n.kind() == GraphName.Kind.METADATA)
            .ifPresent(name -> ids.add(name.key()));
      }
    }
    return ids;
  }

  /** A damaged dataset must not keep all others from being counted; verify is what finds it. */
  private Optional<Contents> readable(String id) {
    try {
      return read(id);
    } catch (StoreException e) {
      log.warn("{} cannot be read and is left out of coverage and glossary", id, e);
      return Optional.empty();
    }
  }

  /** As the dataset is now; a later commit that changed it since only brings the same again. */
  private Optional<Contents> read(String id) {
    Optional<GraphState> metadata = store.states().find(graphs.metadata(id));
    if (metadata.isEmpty()) {
      return Optional.empty();
    }
    List<Triple> description = store.versions().statements(metadata.get().version());
    String field = Vocabularies.NS + "service-field/";
    List<String> fields = ends(description, iris.dataset(id), THEME, field);
    List<String> areas = ends(description, iris.dataset(id), SPATIAL, base + "id/");
    Optional<GraphState> data = store.states().find(graphs.data(id));
    if (data.isEmpty()) {
      return Optional.of(new Contents(id, "", fields, areas, List.of(), List.of()));
    }
    String version = data.get().version().hex();
    Contents known = state.datasets().get(id);
    if (known != null && known.data().equals(version)) {
      return Optional.of(
          new Contents(id, version, fields, areas, known.municipalities(), known.properties()));
    }
    DataReader.Found found = reading.found(data.get().version());
    return Optional.of(
        new Contents(id, version, fields, areas, found.municipalities(), found.properties()));
  }

  /** What follows the prefix in the values of a property. */
  private static List<String> ends(
      List<Triple> description, String subject, Node property, String prefix) {
    return description.stream()
        .filter(t -> t.getPredicate().equals(property) && t.getObject().isURI())
        .filter(t -> t.getSubject().hasURI(subject))
        .map(t -> t.getObject().getURI())
        .filter(iri -> iri.startsWith(prefix) && iri.length() > prefix.length())
        .map(iri -> iri.substring(prefix.length()))
        .sorted()
        .toList();
  }
}
