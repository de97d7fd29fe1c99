package org.machinami.loader.validation;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.machinami.loader.LoadException.Fault;
import org.machinami.shapes.Outcome;

/**
 * What was found on all that was handed in.
 *
 * @param policy the version of the policy that it rests on
 * @param judgements one a dataset or file, in the order in which they stand
 */
public record Validation(String policy, List<Judgement> judgements) {

  public Validation {
    Objects.requireNonNull(policy, "policy");
    judgements = List.copyOf(judgements);
  }

  public int violations() {
    return judgements.stream().mapToInt(Judgement::violations).sum();
  }

  public int warnings() {
    return judgements.stream().mapToInt(Judgement::warnings).sum();
  }

  /** The gravest outcome. */
  public Outcome outcome() {
    return judgements.stream()
        .map(Judgement::outcome)
        .max(Outcome::compareTo)
        .orElse(Outcome.ADMITTED);
  }

  /** 0: nothing refused; 1: something refused; 2: a folder or mapping is wrong; 3: the machine. */
  public int exitCode() {
    if (has(Fault.ENVIRONMENT)) {
      return 3;
    }
    if (has(Fault.FOLDER)) {
      return 2;
    }
    return outcome() == Outcome.REFUSED ? 1 : 0;
  }

  private boolean has(Fault fault) {
    return judgements.stream().map(Judgement::fault).anyMatch(Optional.of(fault)::equals);
  }
}
