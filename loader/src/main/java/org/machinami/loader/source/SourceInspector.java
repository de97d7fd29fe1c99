package org.machinami.loader.source;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.stream.Stream;

/**
 * Is told all that a source holds while it is read, whether a mapping refers to it or not. Of a
 * table it learns the header, then the cells, row by row; of a JSON document the records.
 */
public interface SourceInspector {

  /** Looks at nothing. */
  SourceInspector NONE = new SourceInspector() {};

  /** One that tells several the same. */
  static SourceInspector all(Stream<SourceInspector> inspectors) {
    SourceInspector[] told =
        inspectors.filter(inspector -> inspector != NONE).toArray(SourceInspector[]::new);
    return switch (told.length) {
      case 0 -> NONE;
      case 1 -> told[0];
      default -> new SeveralInspectors(told);
    };
  }

  /** The names of the columns as they are written. */
  default void header(List<String> names) {}

  /**
   * A cell that is not empty.
   *
   * @param column from 0; beyond the header where the row is longer
   * @param buffer holds the text for the time of the call
   */
  default void cell(int column, char[] buffer, int offset, int length) {}

  /**
   * The row that the cells since the last call were of.
   *
   * @param number from 1, the header not counted
   * @param cells how many it has, empty ones included
   */
  default void endRow(long number, int cells) {}

  /** A record of a JSON document; of GeoJSON a Feature. */
  default void record(long number, JsonNode record) {}

  /**
   * Something in a sheet of a workbook that is no value. Of merged cells, objects and hidden
   * columns it is told when all rows have been read or before the first.
   *
   * @param row from 1; 0 where it is in no row below the header
   * @param what the range, the column, the sheet or the kind of object; may be empty
   */
  default void feature(SheetFeature feature, long row, String what) {}
}
