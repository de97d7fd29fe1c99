package org.machinami.shapes;

import java.util.Objects;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * Where in the source the cause of a finding stands.
 *
 * @param file name of the file as its publisher calls it
 * @param row 1-based, heading excluded
 * @param column name of the column
 */
public record Position(String file, OptionalLong row, Optional<String> column) {

  public Position {
    Objects.requireNonNull(file, "file");
    Objects.requireNonNull(column, "column");
    if (row.isPresent() && row.getAsLong() < 1) {
      throw new IllegalArgumentException("row counts from 1: " + row.getAsLong());
    }
  }

  /** The file as a whole. */
  public static Position of(String file) {
    return new Position(file, OptionalLong.empty(), Optional.empty());
  }
}
