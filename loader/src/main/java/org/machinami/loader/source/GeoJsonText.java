package org.machinami.loader.source;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Locale;
import java.util.Optional;
import org.machinami.loader.LoadException;
import org.machinami.loader.LoadException.Fault;
import org.machinami.loader.coordinates.Degrees;
import org.machinami.loader.coordinates.ReferenceSystem;

/**
 * Geometries of GeoJSON as well-known text, longitude before latitude (CRS84); heights are dropped.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc7946">RFC 7946</a>
 */
final class GeoJsonText {

  private GeoJsonText() {}

  /**
   * The system of the coordinates, which stand east before north whatever its authority says.
   *
   * @param crs the member "crs" of GeoJSON 2008
   * @throws LoadException when it is not known
   */
  static ReferenceSystem system(String file, JsonNode crs) {
    String name = crs.path("properties").path("name").asText("");
    if (name.isEmpty()) {
      return ReferenceSystem.CRS84;
    }
    return ReferenceSystem.find(name)
        .orElseThrow(
            () -> new LoadException(Fault.DATA, "source.crs", file, name, ReferenceSystem.KNOWN));
  }

  /** The geometry as WKT; empty when it is none. */
  static Optional<String> wkt(JsonNode geometry, ReferenceSystem system) {
    StringBuilder text = new StringBuilder();
    return append(geometry, text, 0, system) ? Optional.of(text.toString()) : Optional.empty();
  }

  private static boolean append(
      JsonNode geometry, StringBuilder text, int nested, ReferenceSystem system) {
    String type = geometry.path("type").asText("");
    if (type.equals("GeometryCollection")) {
      text.append("GEOMETRYCOLLECTION(");
      String separator = "";
      for (JsonNode part : geometry.path("geometries")) {
        text.append(separator);
        separator = ", ";
        if (nested > 0 || !append(part, text, nested + 1, system)) {
          return false;
        }
      }
      text.append(')');
      return !separator.isEmpty();
    }
    int depth =
        switch (type) {
          case "Point" -> 0;
          case "MultiPoint", "LineString" -> 1;
          case "Polygon", "MultiLineString" -> 2;
          case "MultiPolygon" -> 3;
          default -> -1;
        };
    if (depth < 0) {
      return false;
    }
    text.append(type.toUpperCase(Locale.ROOT));
    JsonNode coordinates = geometry.path("coordinates");
    if (depth == 0) {
      text.append('(');
      return position(coordinates, text, system) && !text.append(')').isEmpty();
    }
    return sequence(coordinates, depth, text, system);
  }

  private static boolean sequence(
      JsonNode coordinates, int depth, StringBuilder text, ReferenceSystem system) {
    if (!coordinates.isArray() || coordinates.isEmpty()) {
      return false;
    }
    text.append('(');
    String separator = "";
    for (JsonNode part : coordinates) {
      text.append(separator);
      separator = ", ";
      if (!(depth == 1 ? position(part, text, system) : sequence(part, depth - 1, text, system))) {
        return false;
      }
    }
    text.append(')');
    return true;
  }

  private static boolean position(JsonNode position, StringBuilder text, ReferenceSystem system) {
    if (position.size() < 2 || !position.get(0).isNumber() || !position.get(1).isNumber()) {
      return false;
    }
    if (!system.isGeographic()) {
      double[] place =
          system.eastNorthToDegrees(position.get(0).asDouble(), position.get(1).asDouble());
      if (!Double.isFinite(place[0]) || !Double.isFinite(place[1])) {
        return false;
      }
      Degrees.appendPosition(text, place[0], place[1]);
      return true;
    }
    text.append(JsonReferences.text(position.get(0)))
        .append(' ')
        .append(JsonReferences.text(position.get(1)));
    return true;
  }
}
