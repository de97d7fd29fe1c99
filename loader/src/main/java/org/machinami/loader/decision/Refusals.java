package org.machinami.loader.decision;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.jena.graph.Graph;
import org.machinami.loader.OwnCommit;
import org.machinami.ontology.NamedGraphs;
import org.machinami.shapes.Policy;
import org.machinami.shapes.Verdict;
import org.machinami.store.Store;
import org.machinami.store.ledger.CommitRequest;
import org.machinami.store.ledger.GraphChange;
import org.machinami.store.ledger.Hash;
import org.machinami.store.state.GraphState;

/**
 * Writes refusals to the ledger, each once: a dataset that is refused for the same shapes again,
 * with nothing taken in meanwhile, is not written again. Not for use by several threads.
 */
public final class Refusals {
  private static final int TOGETHER = 1_000;

  private final Store store;
  private final Policy policy;
  private final String agent;
  private final NamedGraphs names;
  private final Map<String, Hash> waiting = new LinkedHashMap<>();

  /** Under a version of the policy. */
  public Refusals(Store store, Policy policy, String agent) {
    this.store = store;
    this.policy = policy;
    this.agent = agent;
    this.names = new NamedGraphs(store.base());
  }

  /** Commits one. */
  public void add(String id, Optional<Verdict> verdict, Graph description) {
    gather(Optional.of(id), id, verdict, Optional.of(description));
    commit(id);
  }

  /**
   * Takes note of one of many, to be committed later.
   *
   * @param id empty where the dataset has none here
   * @param unique tells it from others
   */
  public void gather(
      Optional<String> id, String unique, Optional<Verdict> verdict, Optional<Graph> description) {
    long since =
        id.flatMap(known -> store.states().find(names.metadata(known)))
            .map(GraphState::sequence)
            .orElse(0L);
    Decision decision =
        Decision.refusal(store.base(), policy, id, unique, verdict, description, since);
    Hash version = store.write(decision.graph()).hash();
    boolean known =
        store
            .states()
            .find(decision.name())
            .filter(state -> state.version().equals(version))
            .isPresent();
    if (!known) {
      waiting.put(decision.name(), version);
    }
  }

  /**
   * Commits what was gathered and is not there yet.
   *
   * @param of a dataset's id or the name of a source, for the reason
   */
  public void commit(String of) {
    List<GraphChange> changes = new ArrayList<>();
    waiting.forEach((name, version) -> changes.add(GraphChange.to(name, version)));
    waiting.clear();
    for (int from = 0; from < changes.size(); from += TOGETHER) {
      List<GraphChange> some = changes.subList(from, Math.min(from + TOGETHER, changes.size()));
      store.commit(
          new CommitRequest(
              agent,
              OwnCommit.REFUSE.activity(),
              OwnCommit.REFUSE.reason(of),
              Optional.empty(),
              some));
    }
  }
}
