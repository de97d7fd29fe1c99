package org.machinami.loader.proposal;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.machinami.loader.mapping.LogicalSource.Formulation;

/**
 * A file: how it is read, its columns, and its first rows.
 *
 * @param file its name
 * @param iterator selects the records of JSON; empty for tables
 * @param delimiter between the cells of a table
 * @param skippedLines lines above the header of a table
 * @param encoding name of its character encoding
 * @param rows how many were looked at
 * @param whole whether these are all
 * @param first the first rows, by reference; of several values the first
 */
public record FileProfile(
    String file,
    Formulation formulation,
    String iterator,
    char delimiter,
    int skippedLines,
    String encoding,
    long rows,
    boolean whole,
    List<ColumnProfile> columns,
    List<Map<String, String>> first) {

  public FileProfile {
    Objects.requireNonNull(file, "file");
    Objects.requireNonNull(formulation, "formulation");
    Objects.requireNonNull(iterator, "iterator");
    Objects.requireNonNull(encoding, "encoding");
    columns = List.copyOf(columns);
    first = List.copyOf(first);
  }

  /** The same file under another name, such as that of a folder and its own. */
  FileProfile named(String name) {
    return new FileProfile(
        name,
        formulation,
        iterator,
        delimiter,
        skippedLines,
        encoding,
        rows,
        whole,
        columns,
        first);
  }

  /** The column that a mapping refers to so. */
  public Optional<ColumnProfile> column(String reference) {
    return columns.stream().filter(column -> column.reference().equals(reference)).findFirst();
  }

  /** The names of the columns as they are written. */
  public List<String> header() {
    return columns.stream().map(ColumnProfile::reference).toList();
  }

  /**
   * Whether the columns together tell each row from the others: a single one by all rows that were
   * looked at, several by the first.
   */
  public boolean isKey(List<String> references) {
    if (references.isEmpty() || rows == 0) {
      return false;
    }
    if (references.stream().map(this::column).anyMatch(c -> c.isPresent() && c.get().unique())) {
      return references.stream()
          .allMatch(reference -> column(reference).filter(c -> c.filled() == rows).isPresent());
    }
    Set<List<String>> seen = new HashSet<>();
    for (Map<String, String> row : first) {
      List<String> values = references.stream().map(r -> row.getOrDefault(r, "")).toList();
      if (values.contains("") || !seen.add(values)) {
        return false;
      }
    }
    return true;
  }
}
