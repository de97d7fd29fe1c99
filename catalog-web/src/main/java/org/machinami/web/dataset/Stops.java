package org.machinami.web.dataset;

import java.time.Instant;
import java.util.Optional;
import org.apache.jena.graph.Graph;
import org.machinami.loader.decision.Stop;
import org.machinami.store.Store;
import org.machinami.store.state.GraphState;

/** Which datasets are stopped now. Thread-safe. */
public final class Stops {
  private final Store store;

  public Stops(Store store) {
    this.store = store;
  }

  /** Since when the publication of a dataset is stopped; empty when it is not. */
  public Optional<Instant> since(String dataset) {
    return Stop.find(store, dataset).map(GraphState::modified);
  }

  /** What the stop of a dataset says; empty when it is not stopped. */
  Optional<Graph> said(String dataset) {
    return Stop.find(store, dataset).map(stop -> store.versions().graph(stop.version()));
  }
}
