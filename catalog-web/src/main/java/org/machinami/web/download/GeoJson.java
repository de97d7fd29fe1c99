package org.machinami.web.download;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.io.OutputStream;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import org.apache.jena.graph.Node;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.io.geojson.GeoJsonWriter;
import org.machinami.web.rows.Column;
import org.machinami.web.rows.Kind;
import org.machinami.web.rows.Placing;
import org.machinami.web.rows.Placings;
import org.machinami.web.rows.RowStream;
import org.machinami.web.rows.Shape;
import org.machinami.web.thing.Wkt;

/**
 * Rows as features, those that name a cell of the mesh with its area; a thing without a geometry
 * that can be read has none, which GeoJSON allows.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc7946">RFC 7946</a>
 */
final class GeoJson implements RowStream.Sink, AutoCloseable {
  private static final int DECIMALS = 8;

  private final JsonGenerator json;
  private final GeoJsonWriter geometries = new GeoJsonWriter(DECIMALS);
  private final List<Column> columns;
  private final Placings placings;

  /** Place of the column that names a cell; negative where rows have geometries of their own. */
  private final int cells;

  /**
   * Begins it.
   *
   * @param placing of the rows of the table
   */
  GeoJson(OutputStream out, Shape.Table table, Placings placings, Placing placing)
      throws IOException {
    this.columns = table.columns();
    this.placings = placings;
    this.cells = placing instanceof Placing.ByCell byCell ? columns.indexOf(byCell.column()) : -1;
    geometries.setEncodeCRS(false);
    geometries.setForceCCW(true);
    json = new JsonFactory().createGenerator(out);
    json.writeStartObject();
    json.writeStringField("type", "FeatureCollection");
    json.writeArrayFieldStart("features");
  }

  @Override
  public void row(String thing, List<List<Node>> values, List<String> places) throws IOException {
    json.writeRaw('\n');
    json.writeStartObject();
    json.writeStringField("type", "Feature");
    json.writeStringField("id", thing);
    json.writeFieldName("geometry");
    Optional<Geometry> geometry =
        cells < 0 ? Wkt.ofAll(places) : area(columns.get(cells), values.get(cells));
    if (geometry.isPresent()) {
      json.writeRawValue(geometries.write(geometry.get()));
    } else {
      json.writeNull();
    }
    json.writeObjectFieldStart("properties");
    for (int i = 0; i < columns.size(); i++) {
      property(columns.get(i), values.get(i));
    }
    json.writeEndObject();
    json.writeEndObject();
  }

  private Optional<Geometry> area(Column column, List<Node> values) {
    return values.stream()
        .flatMap(value -> placings.cell(column, value).stream())
        .findFirst()
        .flatMap(cell -> Wkt.parse(cell.polygon()));
  }

  private void property(Column column, List<Node> values) throws IOException {
    if (column.kind() == Kind.PLACE || column.kind() == Kind.PART) {
      return;
    }
    for (String tag : MachineCsv.tags(column)) {
      List<Node> those = values.stream().filter(n -> MachineCsv.tag(n).equals(tag)).toList();
      if (those.isEmpty()) {
        continue;
      }
      json.writeFieldName(MachineCsv.name(column.key(), tag));
      if (those.size() == 1) {
        value(column, those.get(0));
      } else {
        json.writeStartArray();
        for (Node one : those) {
          value(column, one);
        }
        json.writeEndArray();
      }
    }
  }

  private void value(Column column, Node node) throws IOException {
    String text = MachineCsv.text(node);
    if (column.kind() == Kind.NUMBER) {
      try {
        json.writeNumber(new BigDecimal(text.strip()));
        return;
      } catch (NumberFormatException e) {
        json.writeString(text); // INF, NaN and what is no number have no form in JSON
        return;
      }
    }
    if (column.kind() == Kind.BOOLEAN) {
      json.writeBoolean(text.equals("true") || text.equals("1"));
    } else {
      json.writeString(text);
    }
  }

  @Override
  public void close() throws IOException {
    json.writeEndArray();
    json.writeEndObject();
    json.flush();
  }
}
