package org.machinami.loader.proposal;

import java.util.List;
import java.util.Objects;

/**
 * A column of a file, or a member of its records, and what its values are.
 *
 * @param reference by which a mapping refers to it
 * @param filled rows that have a value
 * @param unique whether no two rows have the same value and every row has one
 * @param several whether a row can have several values
 * @param samples the first different values, shortened
 * @param choices all different values where they are few; else empty
 */
public record ColumnProfile(
    String reference,
    long filled,
    boolean unique,
    boolean several,
    ValueKind kind,
    List<String> samples,
    List<String> choices) {

  public ColumnProfile {
    Objects.requireNonNull(reference, "reference");
    Objects.requireNonNull(kind, "kind");
    samples = List.copyOf(samples);
    choices = List.copyOf(choices);
  }
}
