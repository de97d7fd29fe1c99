package org.machinami.loader.mapping;

import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * What a triples map reads ({@code rml:logicalSource}).
 *
 * @param source path, glob or archive entries below the folder
 * @param formulation how the source is read
 * @param iterator selects the records, or the table of a feed; empty for tables
 * @param delimiter between the cells of a table
 * @param skippedLines lines or rows above the header of a table
 * @param encoding declared character encoding
 * @param sheet name of the sheet of a workbook; empty: the first
 * @param crs name of the reference system of coordinates, for files that do not say it
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
    Optional<String> crs,
    List<DerivedColumn> columns,
    List<RowCondition> conditions) {

  /** How a source is read. */
  public enum Formulation {
    CSV(RML.QL + "CSV"),
    JSON(RML.QL + "JSONPath"),
    GEOJSON(RML.MAP + "GeoJSON"),
    GEOJSON_LINES(RML.MAP + "GeoJSONLines"),
    EXCEL(RML.MAP + "Excel"),
    SHAPEFILE(RML.MAP + "Shapefile"),
    CITYGML(RML.MAP + "CityGML"),
    GTFS(RML.MAP + "GTFS"),
    PARQUET(RML.MAP + "Parquet");

    private final String iri;

    Formulation(String iri) {
      this.iri = iri;
    }

    /** What a mapping calls it ({@code rml:referenceFormulation}). */
    public String iri() {
      return iri;
    }
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
    Objects.requireNonNull(crs, "crs");
    columns = List.copyOf(columns);
    conditions = List.copyOf(conditions);
  }
}
