package org.machinami.shapes.contract;

import java.util.Objects;
import java.util.Optional;
import org.machinami.shapes.Position;
import org.machinami.shapes.Repair;
import org.machinami.shapes.Severity;

/**
 * One place that breaks a contract.
 *
 * @param value what stands there, shortened; empty where nothing does
 * @param expected what should stand there instead
 * @param against the place that it contradicts
 * @param repair another value for the cell, where a program knows it
 */
public record ContractFinding(
    Break kind,
    Severity severity,
    Position at,
    String value,
    Words expected,
    Optional<Position> against,
    Optional<Repair> repair) {

  public ContractFinding {
    Objects.requireNonNull(kind, "kind");
    Objects.requireNonNull(severity, "severity");
    Objects.requireNonNull(at, "at");
    Objects.requireNonNull(value, "value");
    Objects.requireNonNull(expected, "expected");
    Objects.requireNonNull(against, "against");
    Objects.requireNonNull(repair, "repair");
  }

  /** A place that contradicts no other, and that no program can mend. */
  public ContractFinding(Break kind, Severity severity, Position at, String value, Words expected) {
    this(kind, severity, at, value, expected, Optional.empty(), Optional.empty());
  }

  /** The same finding, with the place that it contradicts. */
  public ContractFinding against(Position place) {
    return new ContractFinding(kind, severity, at, value, expected, Optional.of(place), repair);
  }

  /** The same finding, with a proposal. */
  public ContractFinding repairedBy(Repair proposal) {
    return new ContractFinding(kind, severity, at, value, expected, against, Optional.of(proposal));
  }

  /** The same finding, with no proposal. */
  public ContractFinding withoutRepair() {
    return new ContractFinding(kind, severity, at, value, expected, against, Optional.empty());
  }

  /** What to do, with where and what filled in. */
  public Words message() {
    return ContractRules.message(this);
  }
}
