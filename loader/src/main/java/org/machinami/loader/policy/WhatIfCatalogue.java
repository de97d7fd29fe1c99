package org.machinami.loader.policy;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.machinami.ontology.GraphName;
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
  public WhatIfCatalogue {
    datasets = List.copyOf(datasets);
  }

  /**
   * A dataset.
   *
   * @param metadata the version of its description
   * @param verdict the version of its verdict; empty when it has none
   */
  public record Dataset(String id, Hash metadata, Optional<Hash> verdict) {
    public Dataset {
      Objects.requireNonNull(id, "id");
      Objects.requireNonNull(metadata, "metadata");
      Objects.requireNonNull(verdict, "verdict");
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
                  return new Dataset(id, state.version(), Optional.ofNullable(verdicts.get(id)));
                })
            .toList());
  }
}
