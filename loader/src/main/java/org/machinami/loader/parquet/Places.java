package org.machinami.loader.parquet;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Optional;
import org.apache.parquet.example.data.Group;
import org.apache.parquet.schema.GroupType;
import org.locationtech.jts.geom.CoordinateSequence;
import org.locationtech.jts.geom.CoordinateSequenceFilter;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.io.ParseException;
import org.locationtech.jts.io.WKBReader;
import org.locationtech.jts.io.WKTWriter;
import org.machinami.loader.LoadException;
import org.machinami.loader.LoadException.Fault;
import org.machinami.loader.coordinates.ReferenceSystem;
import org.machinami.loader.source.RecordRows;

/**
 * The geometries of a file.
 *
 * @param column their column; empty: there are none
 * @see <a href="https://geoparquet.org/releases/v1.1.0/">GeoParquet 1.1.0</a>
 */
record Places(String column, ReferenceSystem system) {

  private static final ObjectMapper JSON = new ObjectMapper();

  /**
   * What the metadata of a file say.
   *
   * @param geo the value of the key {@code geo}; null where there is none
   * @throws LoadException when the geometries cannot be read
   */
  static Places of(String file, String geo) {
    if (geo == null) {
      return new Places("", ReferenceSystem.CRS84);
    }
    JsonNode json;
    try {
      json = JSON.readTree(geo);
    } catch (JsonProcessingException e) {
      throw new LoadException(Fault.DATA, e, "parquet.geo", file, e.getOriginalMessage());
    }
    String primary = json.path("primary_column").asText();
    JsonNode column = json.path("columns").path(primary);
    if (!column.path("encoding").asText().equals("WKB")) {
      throw new LoadException(
          Fault.DATA, "parquet.geo", file, "encoding: " + column.path("encoding").asText());
    }
    JsonNode id = column.path("crs").path("id");
    if (!column.path("crs").isObject()) {
      return new Places(primary, ReferenceSystem.CRS84);
    }
    String code = id.path("authority").asText() + ":" + id.path("code").asText();
    return new Places(
        primary,
        ReferenceSystem.find(code)
            .orElseThrow(
                () ->
                    new LoadException(
                        Fault.DATA, "source.crs", file, code, ReferenceSystem.KNOWN)));
  }

  /**
   * Puts the geometry of a record into a Feature.
   *
   * @return whether there was none or it could be read
   */
  boolean put(Group record, ObjectNode feature) {
    GroupType type = record.getType();
    if (column.isEmpty()
        || !type.containsField(column)
        || record.getFieldRepetitionCount(column) == 0) {
      return true;
    }
    Optional<Geometry> geometry = read(record.getBinary(column, 0).getBytes());
    if (geometry.isEmpty()) {
      return false;
    }
    feature
        .putObject("geometry")
        .put("type", geometry.get().getGeometryType())
        .put(RecordRows.WKT, new WKTWriter(2).write(geometry.get()));
    return true;
  }

  private Optional<Geometry> read(byte[] bytes) {
    try {
      Geometry geometry = new WKBReader().read(bytes);
      if (geometry.isEmpty()) {
        return Optional.empty();
      }
      geometry.apply(new ToDegrees(system));
      return Optional.of(geometry);
    } catch (ParseException | IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  /** Coordinates are east before north, whatever the authority of their system says. */
  private record ToDegrees(ReferenceSystem system) implements CoordinateSequenceFilter {

    @Override
    public void filter(CoordinateSequence all, int i) {
      double[] place = system.eastNorthToDegrees(all.getX(i), all.getY(i));
      all.setOrdinate(i, 0, place[0]);
      all.setOrdinate(i, 1, place[1]);
    }

    @Override
    public boolean isDone() {
      return system.isGeographic();
    }

    @Override
    public boolean isGeometryChanged() {
      return true;
    }
  }
}
