package org.machinami.loader.mapping;

import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * What a triples map reads ({@code rml:logicalSource}).
 *
 * @param source path, glob or archive entries below the folder
 * @param formulation how the source is read
 * @param iterator selects the records; empty for tables
 * @param delimiter between the cells of a table
 * @param skippedLines lines or rows above the header of a table
 * @param encoding declared character encoding
 * @param sheet name of the sheet of a workbook; empty: the first
 * @param columns columns made from others, in order: a later one may use an earlier one
 * @param conditions what a row must meet to be kept
 */
public record LogicalSource(
    String source,
    Formulation formulation,
    String iterator,
    char delimiter,
    int skippedLines,
    Optional<String> encoding,
    Optional<String> sheet,
    List<DerivedColumn> columns,
    List<RowCondition> conditions) {

  /** How a source is read. */
  public enum Formulation {
    CSV,
    JSON,
    GEOJSON,
    EXCEL
  }

  /** A column that a function makes. */
  record DerivedColumn(String name, FunctionCall call) {}

  /**
   * A condition on a row: a value of the reference matches the whole pattern.
   *
   * @param negated the row is kept when none does
   */
  record RowCondition(String reference, String pattern, boolean negated) {}

  public LogicalSource {
    Objects.requireNonNull(source, "source");
    Objects.requireNonNull(formulation, "formulation");
    Objects.requireNonNull(iterator, "iterator");
    Objects.requireNonNull(encoding, "encoding");
    Objects.requireNonNull(sheet, "sheet");
    columns = List.copyOf(columns);
    conditions = List.copyOf(conditions);
  }
}
