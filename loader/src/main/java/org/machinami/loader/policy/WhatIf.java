package org.machinami.loader.policy;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.IntConsumer;
import java.util.stream.Stream;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.graph.Triple;
import org.apache.jena.sparql.graph.GraphFactory;
import org.apache.jena.vocabulary.DCTerms;
import org.machinami.ontology.City;
import org.machinami.ontology.GraphName;
import org.machinami.ontology.Iris;
import org.machinami.ontology.NamedGraphs;
import org.machinami.shapes.MetadataValidator;
import org.machinami.shapes.PolicyDifference;
import org.machinami.shapes.PolicyVersion;
import org.machinami.shapes.Severity;
import org.machinami.shapes.Verdict;
import org.machinami.shapes.Violation;
import org.machinami.store.Store;
import org.machinami.store.StoreException;
import org.machinami.store.state.GraphState;

/**
 * Runs a draft of the policy over the description of every dataset, on all cores. Only the shapes
 * in which the two versions differ are run, see {@link PolicyDifference}; what was found in the
 * data is taken from the verdict as it stands. One run each; to be used by one thread, stopped by
 * any.
 */
public final class WhatIf {
  private static final int TOGETHER = 200;

  private final Store store;
  private final Iris iris;
  private final NamedGraphs names;
  private final PolicyVersion current;
  private final PolicyVersion draft;
  private final PolicyDifference difference;
  private final MetadataValidator whole;
  private final AtomicBoolean stopped = new AtomicBoolean();

  /** Between two versions. */
  public WhatIf(Store store, PolicyVersion current, PolicyVersion draft) {
    this.store = store;
    this.iris = new Iris(store.base());
    this.names = new NamedGraphs(store.base());
    this.current = current;
    this.draft = draft;
    this.difference = PolicyDifference.of(current, draft);
    this.whole = current.validator();
  }

  /** Ends a run early; what was found until then is dropped. */
  public void stop() {
    stopped.set(true);
  }

  /**
   * Runs.
   *
   * @param progress is told the number of datasets that are done, by several threads
   * @throws WhatIfStopped after {@link #stop}
   */
  public WhatIfReport run(IntConsumer progress) {
    long begin = System.nanoTime();
    long sequence = store.ledger().head();
    List<GraphState> datasets = datasets();
    // About in the order in which they lie on disk.
    datasets.sort(Comparator.comparingLong(GraphState::sequence));
    AtomicInteger done = new AtomicInteger();
    List<Future<List<WhatIfReport.Judged>>> parts = new ArrayList<>();
    ExecutorService threads =
        Executors.newFixedThreadPool(Runtime.getRuntime().availableProcessors(), WhatIf::thread);
    WhatIfReport.Builder report = new WhatIfReport.Builder(current, draft, difference.shapes());
    try {
      for (int from = 0; from < datasets.size(); from += TOGETHER) {
        List<GraphState> some = datasets.subList(from, Math.min(from + TOGETHER, datasets.size()));
        parts.add(
            threads.submit(
                () -> {
                  List<WhatIfReport.Judged> judged = judge(some);
                  progress.accept(done.addAndGet(some.size()));
                  return judged;
                }));
      }
      for (Future<List<WhatIfReport.Judged>> part : parts) {
        part.get().forEach(report::add);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new WhatIfStopped();
    } catch (ExecutionException e) {
      if (e.getCause() instanceof RuntimeException cause) {
        throw cause;
      }
      throw new IllegalStateException(e.getCause());
    } finally {
      stopped.set(true);
      threads.shutdown();
    }
    return report.build(sequence, (System.nanoTime() - begin) / 1e9);
  }

  private static Thread thread(Runnable work) {
    Thread thread = new Thread(work, "what-if");
    thread.setDaemon(true);
    return thread;
  }

  private List<GraphState> datasets() {
    try (Stream<GraphState> states = store.states().list(names.prefix(GraphName.Kind.METADATA))) {
      return new ArrayList<>(states.toList());
    }
  }

  private List<WhatIfReport.Judged> judge(List<GraphState> datasets) {
    List<WhatIfReport.Judged> judged = new ArrayList<>(datasets.size());
    for (GraphState dataset : datasets) {
      if (stopped.get()) {
        throw new WhatIfStopped();
      }
      try {
        judged.add(judge(dataset));
      } catch (StoreException e) {
        judged.add(WhatIfReport.Judged.unreadable(id(dataset)));
      }
    }
    return judged;
  }

  private String id(GraphState metadata) {
    return names.datasetOf(metadata.graph()).orElseThrow();
  }

  private WhatIfReport.Judged judge(GraphState metadata) {
    String id = id(metadata);
    String dataset = iris.dataset(id);
    Graph graph = GraphFactory.createDefaultGraph();
    store.versions().statements(metadata.version()).forEach(graph::add);
    PolicyDifference.Change change = difference.judge(graph, dataset);
    Counts before = stored(id).orElseGet(() -> Counts.of(whole.validate(graph, dataset)));
    Counts after = before.with(change);
    Node publisher = DCTerms.publisher.asNode();
    String by =
        graph
            .find(NodeFactory.createURI(dataset), publisher, Node.ANY)
            .mapWith(Triple::getObject)
            .filterKeep(Node::isURI)
            .mapWith(Node::getURI)
            .toList()
            .stream()
            .sorted()
            .findFirst()
            .orElse("");
    return new WhatIfReport.Judged(
        id,
        by,
        before.outcome(),
        after.outcome(),
        shapes(change.after(), change.before()),
        shapes(change.before(), change.after()),
        false);
  }

  /** The shapes, each with its severity, that one verdict names and the other does not. */
  private static Set<WhatIfReport.Found> shapes(Verdict in, Verdict notIn) {
    Set<WhatIfReport.Found> found = new TreeSet<>();
    in.violations().stream().filter(WhatIf::counts).map(WhatIfReport.Found::of).forEach(found::add);
    if (!found.isEmpty()) {
      notIn.violations().stream().map(WhatIfReport.Found::of).forEach(found::remove);
    }
    return found;
  }

  private static boolean counts(Violation violation) {
    return violation.severity() != Severity.INFO;
  }

  /** What the verdict in the store counts, when it rests on the version that the draft changes. */
  private Optional<Counts> stored(String id) {
    Optional<GraphState> state = store.states().find(names.verdict(id));
    if (state.isEmpty()) {
      return Optional.empty();
    }
    String policy = iris.policy(current.policy().version());
    int violations = -1;
    int warnings = -1;
    boolean rests = false;
    for (Triple triple : store.versions().statements(state.get().version())) {
      Node property = triple.getPredicate();
      if (property.equals(City.violationCount.asNode())) {
        violations = Integer.parseInt(triple.getObject().getLiteralLexicalForm());
      } else if (property.equals(City.warningCount.asNode())) {
        warnings = Integer.parseInt(triple.getObject().getLiteralLexicalForm());
      } else if (property.equals(City.policy.asNode())) {
        rests = triple.getObject().hasURI(policy);
      }
    }
    return rests && violations >= 0 && warnings >= 0
        ? Optional.of(new Counts(violations, warnings))
        : Optional.empty();
  }

  /** How many findings of each kind. */
  private record Counts(int violations, int warnings) {
    static Counts of(Verdict verdict) {
      return new Counts(verdict.violationCount(), verdict.warningCount());
    }

    Counts with(PolicyDifference.Change change) {
      return new Counts(
          Math.max(
              0, violations - change.before().violationCount() + change.after().violationCount()),
          Math.max(0, warnings - change.before().warningCount() + change.after().warningCount()));
    }

    org.machinami.shapes.Outcome outcome() {
      if (violations > 0) {
        return org.machinami.shapes.Outcome.REFUSED;
      }
      return warnings > 0
          ? org.machinami.shapes.Outcome.ADMITTED_WITH_WARNINGS
          : org.machinami.shapes.Outcome.ADMITTED;
    }
  }
}
