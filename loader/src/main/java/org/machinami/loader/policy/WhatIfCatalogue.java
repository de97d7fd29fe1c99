package org.machinami.loader.policy;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.machinami.ontology.GraphName;
import org.machinami.ontology.Iris;
import org.machinami.ontology.NamedGraphs;
import org.machinami.store.Store;
import org.machinami.store.ledger.Hash;
import org.machinami.store.state.GraphState;

/**
 * The datasets that a draft is run over, as they are after a commit.
 *
 * @param sequence of that commit
 * @param datasets about in the order in which they lie on disk
 */
public record WhatIfCatalogue(long sequence, List<Dataset> datasets) {
  private static final Set<String> FOLDERS = Set.of("files", "recipe");

  public WhatIfCatalogue {
    datasets = List.copyOf(datasets);
  }

  /**
   * A dataset.
   *
   * @param metadata the version of its description
   * @param verdict the version of its verdict; empty when it has none
   * @param files that its data are made of, mapping and settings included, by name
   */
  public record Dataset(
      String id, Hash metadata, Optional<Hash> verdict, SortedMap<String, Hash> files) {
    public Dataset {
      Objects.requireNonNull(id, "id");
      Objects.requireNonNull(metadata, "metadata");
      Objects.requireNonNull(verdict, "verdict");
      files = Collections.unmodifiableSortedMap(new TreeMap<>(files));
    }
  }

  /** All that a store holds now. */
  public static WhatIfCatalogue of(Store store) {
    NamedGraphs names = new NamedGraphs(store.base());
    long sequence = store.ledger().head();
    Map<String, Hash> verdicts = new HashMap<>();
    try (Stream<GraphState> states =
        store.states().listAsOf(names.prefix(GraphName.Kind.VERDICT), sequence)) {
      states.forEach(
          state ->
              names.datasetOf(state.graph()).ifPresent(id -> verdicts.put(id, state.version())));
    }
    Map<String, SortedMap<String, Hash>> files = files(store, sequence);
    List<GraphState> described;
    try (Stream<GraphState> states =
        store.states().listAsOf(names.prefix(GraphName.Kind.METADATA), sequence)) {
      described = new ArrayList<>(states.toList());
    }
    described.sort(Comparator.comparingLong(GraphState::sequence));
    return new WhatIfCatalogue(
        sequence,
        described.stream()
            .map(
                state -> {
                  String id = names.datasetOf(state.graph()).orElseThrow();
                  return new Dataset(
                      id,
                      state.version(),
                      Optional.ofNullable(verdicts.get(id)),
                      files.getOrDefault(id, Collections.emptySortedMap()));
                })
            .toList());
  }

  /** The files of each dataset: original ones and what it is made with besides them. */
  private static Map<String, SortedMap<String, Hash>> files(Store store, long sequence) {
    Iris iris = new Iris(store.base());
    Map<String, SortedMap<String, Hash>> files = new HashMap<>();
    try (Stream<GraphState> states = store.states().listAsOf(iris.datasets(), sequence)) {
      states.forEach(
          state -> {
            String[] path = state.graph().substring(iris.datasets().length()).split("/", 3);
            if (path.length == 3 && FOLDERS.contains(path[1])) {
              files
                  .computeIfAbsent(path[0], id -> new TreeMap<>())
                  .put(Iris.decode(path[2]), state.version());
            }
          });
    }
    return files;
  }
}
