package org.machinami.shapes.explain;

import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.jena.graph.Graph;
import org.machinami.shapes.Expectation;
import org.machinami.shapes.MetadataValidator;
import org.machinami.shapes.Policy;
import org.machinami.shapes.Verdict;
import org.machinami.shapes.Violation;

/** Explains verdicts to those who have to mend what was found. Thread-safe. */
public final class Explainer {

  /**
   * For how many findings of a verdict a repair is looked for. Each proposal is tried on the whole
   * description before it is made.
   */
  public static final int REPAIRED = 100;

  /** Of descriptions with more statements no repairs are looked for. */
  private static final int LARGEST = 5_000;

  private final MetadataValidator validator;
  private final Policy policy;
  private final ShapeReader shapes;
  private final Map<String, Optional<Expectation>> expectations = new ConcurrentHashMap<>();

  public Explainer(MetadataValidator validator, Policy policy) {
    this.validator = validator;
    this.policy = policy;
    this.shapes = new ShapeReader(validator.shapes());
  }

  /**
   * The verdict with what is expected, the clause, and a repair where one can be computed.
   *
   * @param description that was judged; read only
   */
  public Verdict explain(Verdict verdict, Graph description) {
    Repairs repairs = new Repairs(validator, shapes, description, verdict.dataset());
    AtomicInteger tried = new AtomicInteger(description.size() > LARGEST ? REPAIRED : 0);
    return verdict.map(
        violation -> {
          Violation explained = explain(violation);
          return tried.getAndIncrement() < REPAIRED
              ? repairs.find(explained).map(explained::repairedBy).orElse(explained)
              : explained;
        });
  }

  /** A finding with what is expected and the clause: of findings on files, all there is. */
  public Violation explain(Violation violation) {
    Optional<Expectation> expected = expectation(violation.shape());
    return violation.explained(
        violation.expected().or(() -> expected),
        violation.clause().or(() -> policy.clauseOf(violation.shape())));
  }

  /** What a shape asks for; empty when it has no constraint that can be put into words. */
  public Optional<Expectation> expectation(String shape) {
    return expectations.computeIfAbsent(
        shape, iri -> new ExpectationText(shapes).of(shapes.node(iri)));
  }
}
