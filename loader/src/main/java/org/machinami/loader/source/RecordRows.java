package org.machinami.loader.source;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import org.machinami.loader.coordinates.ReferenceSystem;

/**
 * Turns records into rows: what every format shares that is no table of cells. A record is a JSON
 * value, or a Feature of GeoJSON whose geometry may have well-known text in place of coordinates
 * ({@code {"type": "Polygon", "wkt": "POLYGON((…))"}}). Not thread-safe.
 */
public final class RecordRows {

  /** The member of a geometry that holds it as well-known text. */
  public static final String WKT = "wkt";

  private final String file;
  private final JsonReferences references;
  private final RowHandler handler;
  private final SourceInspector inspector;
  private final Row row;
  private long number;

  private RecordRows(
      String file,
      JsonReferences references,
      int extraSlots,
      RowHandler handler,
      SourceInspector inspector) {
    this.file = file;
    this.references = references;
    this.handler = handler;
    this.inspector = inspector;
    this.row = new Row(references.size() + extraSlots);
  }

  /** Rows of records whose references are JSONPath. */
  static RecordRows records(
      String file,
      List<String> references,
      int extraSlots,
      RowHandler handler,
      SourceInspector inspector) {
    return new RecordRows(
        file, JsonReferences.of(references, false), extraSlots, handler, inspector);
  }

  /** Rows of Features, whose properties are references by their plain names. */
  public static RecordRows features(
      String file,
      List<String> references,
      int extraSlots,
      RowHandler handler,
      SourceInspector inspector) {
    return new RecordRows(
        file, JsonReferences.of(references, true), extraSlots, handler, inspector);
  }

  /** The next record. */
  public void add(JsonNode record) {
    add(record, List.of(), "");
  }

  /**
   * The next record.
   *
   * @param above the objects in which it stands, the nearest first, as far as references climb
   * @param place its number in the list in which it stands, from 0, or its name in the object
   */
  void add(JsonNode record, List<JsonNode> above, String place) {
    row.begin(file, ++number);
    inspector.record(number, record);
    references.fill(record, above, place, row);
    handler.row(row);
  }

  /** The next record, which cannot be read: key of the reason and what it names. */
  public void addFaulty(String key, String detail) {
    row.begin(file, ++number);
    row.fail(key, detail);
    handler.row(row);
  }

  /** The system that the coordinates of the records to come are in. */
  void use(ReferenceSystem coordinates) {
    references.use(coordinates);
  }

  /** How many there were. */
  public long number() {
    return number;
  }

  /** What was read of a file of that encoding. */
  public SourceFinding finding(String encoding, SourceFinding.How how) {
    return new SourceFinding(
        file, encoding, how, number, number == 0 ? List.of() : references.unmatched());
  }
}
