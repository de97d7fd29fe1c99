package org.machinami.store.search;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The rectangle that points span, found by adding one after the other. */
final class Extent {
  private static final Pattern POSITION =
      Pattern.compile("\\[\\s*(-?[0-9][0-9.eE+-]*)\\s*,\\s*(-?[0-9][0-9.eE+-]*)");

  private double west = Double.POSITIVE_INFINITY;
  private double south = Double.POSITIVE_INFINITY;
  private double east = Double.NEGATIVE_INFINITY;
  private double north = Double.NEGATIVE_INFINITY;

  void add(double longitude, double latitude) {
    if (Math.abs(longitude) <= 180 && Math.abs(latitude) <= 90) {
      west = Math.min(west, longitude);
      east = Math.max(east, longitude);
      south = Math.min(south, latitude);
      north = Math.max(north, latitude);
    }
  }

  void add(Box box) {
    add(box.west(), box.south());
    add(box.east(), box.north());
  }

  /**
   * Adds the positions of a geometry in WKT or GeoJSON; what is not a number, and what is in
   * another reference system than WGS 84, is passed over.
   *
   * @see <a href="https://docs.ogc.org/is/22-047r1/22-047r1.html">GeoSPARQL 1.1, 8.5.1</a>
   */
  void addGeometry(String geometry) {
    if (geometry.startsWith("{")) {
      Matcher positions = POSITION.matcher(geometry);
      while (positions.find()) {
        add(number(positions.group(1)), number(positions.group(2)));
      }
      return;
    }
    int end = geometry.startsWith("<") ? geometry.indexOf('>') : -1;
    String system = geometry.substring(0, end + 1);
    if (system.isEmpty() || system.endsWith("CRS84>")) {
      addWkt(geometry, false);
    } else if (system.endsWith("/4326>")) {
      addWkt(geometry, true);
    }
  }

  private void addWkt(String wkt, boolean latitudeFirst) {
    int at = wkt.indexOf('(');
    double first = Double.NaN;
    int inPosition = 0;
    while (at >= 0 && at < wkt.length()) {
      char c = wkt.charAt(at);
      if (c == '-' || (c >= '0' && c <= '9')) {
        int end = at + 1;
        while (end < wkt.length() && isOfNumber(wkt.charAt(end))) {
          end++;
        }
        double number = number(wkt.substring(at, end));
        if (inPosition == 0) {
          first = number;
        } else if (inPosition == 1) {
          add(latitudeFirst ? number : first, latitudeFirst ? first : number);
        }
        inPosition++;
        at = end;
      } else {
        if (c == ',' || c == '(' || c == ')') {
          inPosition = 0;
        }
        at++;
      }
    }
  }

  private static boolean isOfNumber(char c) {
    return (c >= '0' && c <= '9') || c == '.' || c == 'e' || c == 'E' || c == '-' || c == '+';
  }

  private static double number(String text) {
    try {
      return Double.parseDouble(text);
    } catch (NumberFormatException e) {
      return Double.NaN;
    }
  }

  /** Empty when no point was added. */
  Optional<Box> box() {
    return west <= east ? Optional.of(new Box(west, south, east, north)) : Optional.empty();
  }
}
