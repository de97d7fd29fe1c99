package org.machinami.loader.harvest.identity;

import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.machinami.ontology.GraphName;
import org.machinami.ontology.Iris;
import org.machinami.ontology.NamedGraphs;
import org.machinami.store.Store;
import org.machinami.store.state.GraphState;

/**
 * The datasets that are here, by what they can be known again. It is read when the first new
 * dataset asks, and kept in a file by the versions of the descriptions, so that only those that
 * have changed are read the next time. Thread-safe.
 */
public final class Identities {
  private static final String FILE = "identities";
  private static final String FIELD = "\t";

  private final Store store;
  private final Supplier<Set<String>> without;
  private final Iris iris;
  private final NamedGraphs names;
  private final Map<Long, String> datasets = new HashMap<>();
  private boolean read;

  /**
   * @param without ids of datasets that are not meant: those of the source itself
   */
  public Identities(Store store, Supplier<Set<String>> without) {
    this.store = store;
    this.without = without;
    this.iris = new Iris(store.base());
    this.names = new NamedGraphs(store.base());
  }

  /** The dataset here that a description is most like; empty when it is like none. */
  public Optional<Likeness> find(Graph description, Node dataset) {
    IdentityKeys keys = IdentityKeys.of(description, dataset);
    Optional<String> itself = keys.iris().stream().flatMap(iri -> own(iri).stream()).findFirst();
    if (itself.isPresent()) {
      return itself.map(id -> new Likeness(id, How.OWN_IRI));
    }
    Optional<String> origin = keys.origins().stream().flatMap(iri -> own(iri).stream()).findFirst();
    Map<Long, String> known = known();
    Optional<Likeness> best = Optional.empty();
    for (How how : How.values()) {
      for (long hash : keys.hashes().getOrDefault(how, Set.of())) {
        String id = known.get(hash);
        if (best.isEmpty() && id != null && isHere(id)) {
          best = Optional.of(new Likeness(id, how));
        }
      }
    }
    if (origin.isEmpty() || best.filter(found -> found.how().isSure()).isPresent()) {
      return best;
    }
    boolean alike = best.filter(found -> found.id().equals(origin.get())).isPresent();
    return Optional.of(new Likeness(origin.get(), alike ? How.OWN_PROVENANCE : How.DERIVED));
  }

  /** The id of a dataset of this catalogue that is here. */
  private Optional<String> own(String iri) {
    return iris.datasetId(iri.replaceFirst("[?#].*$", "")).filter(this::isHere);
  }

  private boolean isHere(String id) {
    return store.states().find(names.metadata(id)).isPresent();
  }

  private synchronized Map<Long, String> known() {
    if (!read) {
      Map<String, String> before = file();
      Map<String, String> now = new HashMap<>();
      Set<String> own = without.get();
      String prefix = names.prefix(GraphName.Kind.METADATA);
      try (Stream<GraphState> all = store.states().list(prefix)) {
        all.forEach(state -> add(state, prefix, own, before, now));
      }
      if (!now.equals(before)) {
        write(now);
      }
      read = true;
    }
    return datasets;
  }

  private void add(
      GraphState state,
      String prefix,
      Set<String> own,
      Map<String, String> before,
      Map<String, String> now) {
    String id = state.graph().substring(prefix.length());
    String key = id + FIELD + state.version().hex();
    String hashes = before.get(key);
    if (hashes == null) {
      Graph graph = store.versions().graph(state.version());
      hashes = text(IdentityKeys.of(graph, NodeFactory.createURI(iris.dataset(id))));
    }
    now.put(key, hashes);
    if (!own.contains(id) && !hashes.isEmpty()) {
      for (String hash : hashes.split(" ", -1)) {
        datasets.putIfAbsent(Long.parseUnsignedLong(hash, 16), id);
      }
    }
  }

  private static String text(IdentityKeys keys) {
    Set<String> hashes = new LinkedHashSet<>();
    keys.hashes().values().forEach(some -> some.forEach(h -> hashes.add(Long.toHexString(h))));
    return String.join(" ", hashes);
  }

  private Path path() {
    return store.directory().path().resolve("harvest").resolve(FILE);
  }

  private Map<String, String> file() {
    Map<String, String> known = new HashMap<>();
    if (!Files.exists(path())) {
      return known;
    }
    try (BufferedReader lines = Files.newBufferedReader(path(), StandardCharsets.UTF_8)) {
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        String[] parts = line.split(FIELD, -1);
        if (parts.length == 3 && parts[2].matches("([0-9a-f]{1,16}( |$))*")) {
          known.put(parts[0] + FIELD + parts[1], parts[2]);
        }
      }
      return known;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void write(Map<String, String> all) {
    try {
      Files.createDirectories(Objects.requireNonNull(path().getParent()));
      Path fresh = path().resolveSibling(FILE + ".new");
      try (BufferedWriter out = Files.newBufferedWriter(fresh, StandardCharsets.UTF_8)) {
        for (Map.Entry<String, String> entry : all.entrySet()) {
          out.write(entry.getKey() + FIELD + entry.getValue() + "\n");
        }
      }
      Files.move(fresh, path(), StandardCopyOption.REPLACE_EXISTING);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
