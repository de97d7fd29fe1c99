package org.machinami.loader.policy;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.IntConsumer;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.graph.Triple;
import org.apache.jena.sparql.graph.GraphFactory;
import org.apache.jena.vocabulary.DCTerms;
import org.machinami.loader.policy.WhatIfReport.Extent;
import org.machinami.ontology.City;
import org.machinami.ontology.Iris;
import org.machinami.shapes.MetadataValidator;
import org.machinami.shapes.Outcome;
import org.machinami.shapes.PolicyDifference;
import org.machinami.shapes.PolicyVersion;
import org.machinami.shapes.Verdict;
import org.machinami.store.StoreException;
import org.machinami.store.graph.GraphVersions;
import org.machinami.store.ledger.Hash;

/**
 * Runs a draft of the policy over the description of every dataset, on all cores. Only the shapes
 * in which the two versions differ are run, see {@link PolicyDifference}; what was found in the
 * data is taken from the verdict as it stands. Where the versions differ in what they ask of data,
 * though, datasets whose files are stored are judged anew as a whole, see {@link DataDifference}.
 * One run each; to be used by one thread, stopped by any.
 */
public final class WhatIf {
  private static final int TOGETHER = 100;

  private final GraphVersions versions;
  private final Iris iris;
  private final PolicyVersion current;
  private final PolicyVersion draft;
  private final PolicyDifference difference;
  private final MetadataValidator whole;
  private final Optional<DataDifference> data; // none where they ask the same of data
  private final AtomicBoolean stopped = new AtomicBoolean();

  /**
   * Between two versions.
   *
   * @param versions has the graphs of the datasets
   * @param base of the catalogue
   */
  public WhatIf(GraphVersions versions, String base, PolicyVersion current, PolicyVersion draft) {
    this.versions = versions;
    this.iris = new Iris(base);
    this.current = current;
    this.draft = draft;
    this.difference = PolicyDifference.of(current, draft);
    this.whole = current.validator();
    this.data =
        current.policy().judgesDataLike(draft.policy())
            ? Optional.empty()
            : Optional.of(new DataDifference(versions, base, whole, draft.validator()));
  }

  /** Ends a run early; what was found until then is dropped. */
  public void stop() {
    stopped.set(true);
  }

  /**
   * Runs.
   *
   * @param catalogue what it is run over
   * @param progress is told the number of datasets that are done, by several threads
   * @throws WhatIfStopped after {@link #stop}
   */
  public WhatIfReport run(WhatIfCatalogue catalogue, IntConsumer progress) {
    long begin = System.nanoTime();
    List<WhatIfCatalogue.Dataset> datasets = catalogue.datasets();
    AtomicInteger done = new AtomicInteger();
    List<Future<List<WhatIfReport.Judged>>> parts = new ArrayList<>();
    ExecutorService threads =
        Executors.newFixedThreadPool(Runtime.getRuntime().availableProcessors(), WhatIf::thread);
    WhatIfReport.Builder report =
        new WhatIfReport.Builder(current, draft, difference.shapes(), data.isPresent());
    try {
      for (int from = 0; from < datasets.size(); from += TOGETHER) {
        List<WhatIfCatalogue.Dataset> some =
            datasets.subList(from, Math.min(from + TOGETHER, datasets.size()));
        parts.add(threads.submit(() -> judge(some, more -> progress.accept(done.addAndGet(more)))));
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
    return report.build(catalogue.sequence(), (System.nanoTime() - begin) / 1e9);
  }

  private static Thread thread(Runnable work) {
    Thread thread = new Thread(work, "what-if");
    thread.setDaemon(true);
    return thread;
  }

  /**
   * @param done is told how many more are done: of those with data each one, and that it gets on
   */
  private List<WhatIfReport.Judged> judge(
      List<WhatIfCatalogue.Dataset> datasets, IntConsumer done) {
    List<WhatIfReport.Judged> judged = new ArrayList<>(datasets.size());
    int told = 0;
    for (WhatIfCatalogue.Dataset dataset : datasets) {
      if (stopped.get()) {
        throw new WhatIfStopped();
      }
      try {
        judged.add(judge(dataset, () -> done.accept(0)));
      } catch (StoreException e) {
        judged.add(WhatIfReport.Judged.unreadable(dataset.id()));
      }
      if (hasData(dataset)) {
        done.accept(judged.size() - told);
        told = judged.size();
      }
    }
    done.accept(judged.size() - told);
    return judged;
  }

  /** Whether its data are to be judged anew. */
  private boolean hasData(WhatIfCatalogue.Dataset dataset) {
    return data.isPresent() && !dataset.files().isEmpty();
  }

  private WhatIfReport.Judged judge(WhatIfCatalogue.Dataset dataset, Runnable alive) {
    Node subject = NodeFactory.createURI(iris.dataset(dataset.id()));
    Graph graph = GraphFactory.createDefaultGraph();
    versions.statements(dataset.metadata()).forEach(graph::add);
    Optional<PolicyDifference.Change> anew =
        hasData(dataset) ? data.orElseThrow().judge(dataset, graph, alive) : Optional.empty();
    PolicyDifference.Change change =
        anew.orElseGet(() -> difference.judge(graph, subject.getURI()));
    Counts before =
        anew.map(judged -> Counts.of(judged.before()))
            .or(() -> dataset.verdict().flatMap(this::stored))
            .orElseGet(() -> Counts.of(whole.validate(graph, subject.getURI())));
    return new WhatIfReport.Judged(
        dataset.id(),
        first(graph, subject, DCTerms.publisher.asNode()),
        first(graph, subject, City.sector.asNode()),
        before.outcome(),
        before.with(change).outcome(),
        WhatIfReport.Found.only(change.after().violations(), change.before().violations()),
        WhatIfReport.Found.only(change.before().violations(), change.after().violations()),
        anew.isPresent()
            ? Extent.DATA
            : hasData(dataset) ? Extent.DATA_UNREAD : Extent.DESCRIPTION);
  }

  /** Of several the first by name, so that it does not depend on chance. */
  private static String first(Graph graph, Node subject, Node property) {
    return graph
        .find(subject, property, Node.ANY)
        .mapWith(Triple::getObject)
        .filterKeep(Node::isURI)
        .mapWith(Node::getURI)
        .toList()
        .stream()
        .sorted()
        .findFirst()
        .orElse("");
  }

  /** What a verdict counts, when it rests on the version that the draft changes. */
  private Optional<Counts> stored(Hash verdict) {
    String policy = iris.policy(current.policy().version());
    int violations = -1;
    int warnings = -1;
    boolean rests = false;
    for (Triple triple : versions.statements(verdict)) {
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

    Outcome outcome() {
      if (violations > 0) {
        return Outcome.REFUSED;
      }
      return warnings > 0 ? Outcome.ADMITTED_WITH_WARNINGS : Outcome.ADMITTED;
    }
  }
}
