package org.machinami.shapes.contract;

import java.util.Objects;
import org.machinami.shapes.Position;
import org.machinami.shapes.Severity;

/**
 * One place that breaks a contract.
 *
 * @param value what stands there, shortened; empty where nothing does
 * @param expected what should stand there instead
 */
public record ContractFinding(
    Break kind, Severity severity, Position at, String value, Words expected) {

  public ContractFinding {
    Objects.requireNonNull(kind, "kind");
    Objects.requireNonNull(severity, "severity");
    Objects.requireNonNull(at, "at");
    Objects.requireNonNull(value, "value");
    Objects.requireNonNull(expected, "expected");
  }

  /** What to do, with where and what filled in. */
  public Words message() {
    return ContractRules.message(this);
  }
}
