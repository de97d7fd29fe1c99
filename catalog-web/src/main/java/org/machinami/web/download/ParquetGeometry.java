package org.machinami.web.download;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Optional;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.io.ByteOrderValues;
import org.locationtech.jts.io.ParseException;
import org.locationtech.jts.io.WKBWriter;
import org.locationtech.jts.io.WKTReader;

/**
 * Geometries as GeoParquet has them.
 *
 * @see <a href="https://geoparquet.org/releases/v1.1.0/">GeoParquet 1.1.0</a>
 */
final class ParquetGeometry {
  /** The key of the metadata of the file. */
  static final String KEY = "geo";

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final String CRS84 = "<http://www.opengis.net/def/crs/OGC/1.3/CRS84>";

  private ParquetGeometry() {}

  /**
   * The geometry of a text, where nothing of it is lost; empty for another reference system, for
   * heights, which JTS writes in a way of its own, and for what cannot be read.
   */
  static Optional<Geometry> read(String wellKnownText) {
    String text = wellKnownText.strip();
    if (text.startsWith(CRS84)) {
      text = text.substring(CRS84.length()).strip();
    }
    try {
      Geometry geometry = new WKTReader().read(text);
      return geometry.isEmpty() || !isFlat(geometry) ? Optional.empty() : Optional.of(geometry);
    } catch (ParseException | IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  private static boolean isFlat(Geometry geometry) {
    for (Coordinate coordinate : geometry.getCoordinates()) {
      if (!Double.isNaN(coordinate.getZ()) || !Double.isNaN(coordinate.getM())) {
        return false;
      }
    }
    return true;
  }

  /** Well-known binary, the lowest byte first. */
  static byte[] bytes(String wellKnownText) {
    Geometry geometry =
        read(wellKnownText)
            .orElseThrow(() -> new IllegalStateException("No geometry: " + wellKnownText));
    return new WKBWriter(2, ByteOrderValues.LITTLE_ENDIAN).write(geometry);
  }

  /** What GeoParquet says of a file; the reference system is its default, longitude first. */
  static Optional<String> metadata(List<ParquetField> fields) {
    List<ParquetField> places =
        fields.stream().filter(f -> f.type() == ParquetType.GEOMETRY).toList();
    if (places.isEmpty()) {
      return Optional.empty();
    }
    ObjectNode json = JSON.createObjectNode();
    json.put("version", "1.1.0");
    json.put("primary_column", places.get(0).name());
    ObjectNode columns = json.putObject("columns");
    for (ParquetField place : places) {
      ObjectNode column = columns.putObject(place.name());
      column.put("encoding", "WKB");
      ArrayNode types = column.putArray("geometry_types");
      place.geometries().forEach(types::add);
    }
    return Optional.of(json.toString());
  }
}
