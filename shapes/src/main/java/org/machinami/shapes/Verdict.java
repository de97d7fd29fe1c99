package org.machinami.shapes;

import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.apache.jena.graph.Graph;
import org.machinami.ontology.NamedGraphs;

/**
 * What the gate decided on a dataset: on its description and, where they were read, its data.
 *
 * @param dataset IRI of the dataset
 * @param violationCount number of findings that stop admission
 * @param warningCount number of findings that do not
 * @param violations the findings, gravest first, in an order that depends on the description only;
 *     at most {@link #LISTED}, the counts are of all
 */
public record Verdict(
    String dataset, int violationCount, int warningCount, List<Violation> violations) {

  /** How many findings are listed at most. */
  public static final int LISTED = 1_000;

  public Verdict {
    Objects.requireNonNull(dataset, "dataset");
    if (violationCount < 0 || warningCount < 0) {
      throw new IllegalArgumentException(
          "counts must not be negative: " + violationCount + ", " + warningCount);
    }
    violations = List.copyOf(violations);
  }

  public Outcome outcome() {
    if (violationCount > 0) {
      return Outcome.REFUSED;
    }
    return warningCount > 0 ? Outcome.ADMITTED_WITH_WARNINGS : Outcome.ADMITTED;
  }

  /** A verdict that found nothing. */
  public static Verdict clean(String dataset) {
    return new Verdict(dataset, 0, 0, List.of());
  }

  /**
   * This verdict and another on the same dataset as one: the counts are of both, the gravest
   * findings stand first.
   */
  public Verdict and(Verdict other) {
    if (!dataset.equals(other.dataset)) {
      throw new IllegalArgumentException(
          "verdicts on two datasets: " + dataset + ", " + other.dataset);
    }
    List<Violation> all =
        Stream.concat(violations.stream(), other.violations.stream())
            .sorted(Comparator.comparing(Violation::severity))
            .limit(LISTED)
            .toList();
    return new Verdict(
        dataset, violationCount + other.violationCount, warningCount + other.warningCount, all);
  }

  /** The same verdict with each finding changed, as to add where it stands in the source. */
  public Verdict map(UnaryOperator<Violation> change) {
    return new Verdict(
        dataset, violationCount, warningCount, violations.stream().map(change).toList());
  }

  /**
   * The verdict as statements for {@link NamedGraphs#verdict}: outcome, counts, what stopped it and
   * what was found in the data in full, other warnings by shape. Without blank nodes and without
   * time: the same verdict on the same description gives the same statements, and the time stands
   * in the commit.
   */
  public Graph toGraph(NamedGraphs names, String datasetId) {
    return VerdictGraph.of(this, names, datasetId);
  }
}
