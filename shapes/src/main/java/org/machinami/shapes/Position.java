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
 * @param line of a text that is no table, 1-based
 */
public record Position(String file, OptionalLong row, Optional<String> column, OptionalLong line) {

  public Position {
    Objects.requireNonNull(file, "file");
    Objects.requireNonNull(column, "column");
    Objects.requireNonNull(line, "line");
    if (line.isPresent() && line.getAsLong() < 1) {
      throw new IllegalArgumentException("line counts from 1: " + line.getAsLong());
    }
    if (row.isPresent() && row.getAsLong() < 1) {
      throw new IllegalArgumentException("row counts from 1: " + row.getAsLong());
    }
  }

  /** A place in a table. */
  public Position(String file, OptionalLong row, Optional<String> column) {
    this(file, row, column, OptionalLong.empty());
  }

  /** A line of a text. */
  public static Position line(String file, long line) {
    return new Position(file, OptionalLong.empty(), Optional.empty(), OptionalLong.of(line));
  }

  /** The file as a whole. */
  public static Position of(String file) {
    return new Position(file, OptionalLong.empty(), Optional.empty());
  }
}
