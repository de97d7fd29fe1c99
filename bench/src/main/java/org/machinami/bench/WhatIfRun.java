package org.machinami.bench;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.jena.graph.Graph;
import org.machinami.loader.VocabularyLoader;
import org.machinami.loader.policy.PolicyVersions;
import org.machinami.loader.policy.WhatIf;
import org.machinami.loader.policy.WhatIfCatalogue;
import org.machinami.loader.policy.WhatIfReport;
import org.machinami.ontology.NamedGraphs;
import org.machinami.shapes.MetadataValidator;
import org.machinami.shapes.Outcome;
import org.machinami.shapes.PolicyVersion;
import org.machinami.store.Store;
import org.machinami.store.ledger.CommitRequest;
import org.machinami.store.ledger.GraphChange;
import org.machinami.store.state.GraphState;

/**
 * Holds a draft of the policy against a data directory: {@code DATA DRAFT}, the draft by its name.
 * Prints {@code seconds}, {@code whole} (the seconds that judging each dataset by the whole draft
 * takes, on one thread, of every hundredth, times a hundred), {@code datasets} and {@code changed};
 * ends with an error when the two do not agree.
 */
final class WhatIfRun {
  private static final int TOGETHER = 1_000;
  private static final int EVERY = 100;

  private WhatIfRun() {}

  public static void main(String[] arguments) throws IOException {
    try (Store store = Store.open(Path.of(arguments[0]))) {
      new VocabularyLoader(store).load("bench");
      judge(store);
      PolicyVersions policies = new PolicyVersions(store);
      PolicyVersion draft;
      try (InputStream in = WhatIfRun.class.getResourceAsStream(arguments[1])) {
        draft = policies.readDraft(Objects.requireNonNull(in), arguments[1]);
      }
      WhatIfReport report =
          new WhatIf(store.versions(), store.base(), policies.inForce(), draft)
              .run(WhatIfCatalogue.of(store), done -> {});
      System.out.println("seconds " + report.seconds());
      System.out.println("datasets " + report.datasets());
      System.out.println("changed " + report.changed().size());
      System.out.println("whole " + EVERY * whole(store, draft, report));
    }
  }

  /** The verdicts that a load would have left. */
  private static void judge(Store store) {
    NamedGraphs names = new NamedGraphs(store.base());
    MetadataValidator validator = MetadataValidator.bundled();
    List<GraphChange> changes = new ArrayList<>();
    for (GraphState state : datasets(store)) {
      String id = names.datasetOf(state.graph()).orElseThrow();
      if (store.states().find(names.verdict(id)).isPresent()) {
        continue;
      }
      Graph graph = store.versions().graph(state.version());
      Graph verdict = validator.validate(graph, store.base() + "datasets/" + id).toGraph(names, id);
      changes.add(GraphChange.to(names.verdict(id), store.write(verdict).hash()));
      if (changes.size() == TOGETHER) {
        commit(store, changes);
        changes = new ArrayList<>();
      }
    }
    commit(store, changes);
  }

  private static void commit(Store store, List<GraphChange> changes) {
    if (!changes.isEmpty()) {
      store.commit(new CommitRequest("bench", "load", "bench", Optional.empty(), changes));
    }
  }

  private static List<GraphState> datasets(Store store) {
    try (Stream<GraphState> states = store.states().list(store.base() + "graph/metadata/")) {
      return states.toList();
    }
  }

  private static double whole(Store store, PolicyVersion draft, WhatIfReport report) {
    NamedGraphs names = new NamedGraphs(store.base());
    MetadataValidator validator = draft.validator();
    List<GraphState> all = datasets(store);
    long start = System.nanoTime();
    List<String> refused = new ArrayList<>();
    for (int i = 0; i < all.size(); i += EVERY) {
      String id = names.datasetOf(all.get(i).graph()).orElseThrow();
      Graph graph = store.versions().graph(all.get(i).version());
      if (validator.validate(graph, store.base() + "datasets/" + id).outcome() == Outcome.REFUSED) {
        refused.add(id);
      }
    }
    double seconds = (System.nanoTime() - start) / 1e9;
    List<String> told =
        report.changed().stream()
            .filter(one -> one.after() == Outcome.REFUSED)
            .map(WhatIfReport.Judged::id)
            .toList();
    if (!told.containsAll(refused)) {
      throw new IllegalStateException("the report lacks datasets that the draft refuses");
    }
    return seconds;
  }
}
