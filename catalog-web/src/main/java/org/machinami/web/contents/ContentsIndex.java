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
import java.util.TreeMap;
import org.machinami.ontology.GraphName;
import org.machinami.ontology.Iris;
import org.machinami.ontology.NamedGraphs;
import org.machinami.ontology.Vocabularies;
import org.machinami.store.Store;
import org.machinami.store.StoreException;
import org.machinami.store.graph.GraphLines;
import org.machinami.store.ledger.Commit;
import org.machinami.store.ledger.GraphChange;
import org.machinami.store.state.GraphState;
import org.machinami.web.rdf.Described;
import org.machinami.web.rdf.Terms;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The contents of all datasets, following the ledger. Thread-safe. */
public final class ContentsIndex {
  private static final Logger log = LoggerFactory.getLogger(ContentsIndex.class);
  private static final int COMMITS_AT_ONCE = 200;

  private final Store store;
  private final String base;
  private final NamedGraphs graphs;
  private final Iris iris;
  private final ContentsFile file;
  private volatile State state;

  /**
   * The contents of the datasets that have any, as of a commit.
   *
   * @param applied sequence of that commit
   * @param datasets by id, in order
   */
  public record State(long applied, Map<String, Contents> datasets) {}

  private ContentsIndex(Store store, ContentsFile file) {
    this.store = store;
    this.base = store.base();
    this.graphs = new NamedGraphs(base);
    this.iris = new Iris(base);
    this.file = file;
    this.state = remembered();
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

  private State remembered() {
    Map<String, Contents> datasets = new TreeMap<>();
    file.datasets().forEach(contents -> datasets.put(contents.id(), contents));
    return new State(file.applied(), datasets);
  }

  /** As of the last commit that was taken in. */
  public State state() {
    return state;
  }

  /** Takes in what the ledger has and this lacks, batch by batch. */
  public synchronized void catchUp() {
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
      state = remembered();
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
    Described dataset =
        Described.of(store.versions().graph(metadata.get().version()), iris.dataset(id));
    String field = Vocabularies.NS + "service-field/";
    List<String> fields = ends(dataset, Terms.DCAT + "theme", field);
    List<String> areas = ends(dataset, Terms.DCT + "spatial", base + "id/");
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
    try (GraphLines lines = store.versions().lines(data.get().version())) {
      DataReader.Found found = DataReader.read(lines, base);
      return Optional.of(
          new Contents(id, version, fields, areas, found.municipalities(), found.properties()));
    }
  }

  private static List<String> ends(Described dataset, String property, String prefix) {
    return dataset.all(property).stream()
        .map(Described::iri)
        .filter(iri -> iri.startsWith(prefix) && iri.length() > prefix.length())
        .map(iri -> iri.substring(prefix.length()))
        .toList();
  }
}
