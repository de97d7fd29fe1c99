package org.machinami.loader;

import java.util.Objects;
import java.util.Optional;

/**
 * Where a row stands.
 *
 * @param file name of the source as the mapping sees it, an entry of an archive as {@code
 *     archive!entry}
 * @param row 1-based, the header not counted; a record of JSON counts as a row
 * @param column the column or reference to blame, where there is one
 */
public record Position(String file, long row, Optional<String> column) {
  public Position {
    Objects.requireNonNull(file, "file");
    Objects.requireNonNull(column, "column");
    if (row < 0) {
      throw new IllegalArgumentException("row: " + row);
    }
  }
}
