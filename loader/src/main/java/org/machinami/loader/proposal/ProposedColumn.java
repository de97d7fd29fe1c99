package org.machinami.loader.proposal;

import java.util.List;
import java.util.Objects;

/**
 * A column and what it is proposed to become.
 *
 * @param reference by which a mapping refers to it
 * @param samples some of its values
 * @param kind what its values are
 * @param confidence from 0, nothing known, to 1
 * @param others what it could be instead, the likeliest first
 */
public record ProposedColumn(
    String reference,
    List<String> samples,
    ValueKind kind,
    Target target,
    double confidence,
    Reason reason,
    List<Target> others) {

  public ProposedColumn {
    Objects.requireNonNull(reference, "reference");
    Objects.requireNonNull(kind, "kind");
    Objects.requireNonNull(target, "target");
    Objects.requireNonNull(reason, "reason");
    if (!(confidence >= 0 && confidence <= 1)) {
      throw new IllegalArgumentException("confidence must be from 0 to 1: " + confidence);
    }
    samples = List.copyOf(samples);
    others = List.copyOf(others);
  }

  /** The same column for something else, as a person chose. */
  public ProposedColumn chosen(Target other) {
    return new ProposedColumn(reference, samples, kind, other, 1, Reason.CHOSEN, others);
  }

  ProposedColumn adjusted(Target other) {
    return new ProposedColumn(reference, samples, kind, other, confidence, reason, others);
  }
}
