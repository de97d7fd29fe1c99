package org.machinami.loader.source;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.machinami.loader.LoadException;
import org.machinami.loader.LoadException.Fault;

/**
 * Geometries of GeoJSON as well-known text, longitude before latitude (CRS84); heights are dropped.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc7946">RFC 7946</a>
 */
final class GeoJsonText {

  /** Systems that differ from WGS 84 by centimetres: JGD2000, JGD2011, also with height. */
  private static final Set<String> LONGITUDE_LATITUDE =
      Set.of("CRS84", "4326", "4612", "6668", "6697", "4979");

  private static final Pattern CODE = Pattern.compile("(CRS84|\\d{4,6})$");

  private GeoJsonText() {}

  /**
   * Refuses coordinates that are no longitudes and latitudes.
   *
   * @param crs the member "crs" of GeoJSON 2008
   */
  static void requireLongitudeLatitude(String file, JsonNode crs) {
    String name = crs.path("properties").path("name").asText("");
    Matcher code = CODE.matcher(name);
    if (!name.isEmpty() && !(code.find() && LONGITUDE_LATITUDE.contains(code.group(1)))) {
      throw new LoadException(Fault.DATA, "source.crs", file, name);
    }
  }

  /** The geometry as WKT; empty when it is none. */
  static Optional<String> wkt(JsonNode geometry) {
    StringBuilder text = new StringBuilder();
    return append(geometry, text, 0) ? Optional.of(text.toString()) : Optional.empty();
  }

  private static boolean append(JsonNode geometry, StringBuilder text, int nested) {
    String type = geometry.path("type").asText("");
    if (type.equals("GeometryCollection")) {
      text.append("GEOMETRYCOLLECTION(");
      String separator = "";
      for (JsonNode part : geometry.path("geometries")) {
        text.append(separator);
        separator = ", ";
        if (nested > 0 || !append(part, text, nested + 1)) {
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
      return position(coordinates, text) && !text.append(')').isEmpty();
    }
    return sequence(coordinates, depth, text);
  }

  private static boolean sequence(JsonNode coordinates, int depth, StringBuilder text) {
    if (!coordinates.isArray() || coordinates.isEmpty()) {
      return false;
    }
    text.append('(');
    String separator = "";
    for (JsonNode part : coordinates) {
      text.append(separator);
      separator = ", ";
      if (!(depth == 1 ? position(part, text) : sequence(part, depth - 1, text))) {
        return false;
      }
    }
    text.append(')');
    return true;
  }

  private static boolean position(JsonNode position, StringBuilder text) {
    if (position.size() < 2 || !position.get(0).isNumber() || !position.get(1).isNumber()) {
      return false;
    }
    text.append(JsonReferences.text(position.get(0)))
        .append(' ')
        .append(JsonReferences.text(position.get(1)));
    return true;
  }
}
