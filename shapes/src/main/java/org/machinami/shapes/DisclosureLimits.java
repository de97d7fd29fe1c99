package org.machinami.shapes;

import java.time.Duration;
import java.util.Objects;
import java.util.Set;

/**
 * How much a version of the policy lets be told of persons.
 *
 * @param smallestCell the fewest persons that a count may tell of
 * @param finestMesh side of the smallest cell of area, in metres
 * @param finestInterval shortest interval of time
 * @param flows classes of observations that are data on the flow of people
 */
public record DisclosureLimits(
    int smallestCell, int finestMesh, Duration finestInterval, Set<String> flows) {

  public DisclosureLimits {
    Objects.requireNonNull(finestInterval, "finestInterval");
    if (smallestCell < 1 || finestMesh < 1 || finestInterval.compareTo(Duration.ofSeconds(1)) < 0) {
      throw new IllegalArgumentException(
          "limits must be positive: " + smallestCell + ", " + finestMesh + ", " + finestInterval);
    }
    flows = Set.copyOf(flows);
  }
}
