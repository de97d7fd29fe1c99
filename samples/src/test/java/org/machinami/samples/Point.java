package org.machinami.samples;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A point read from well-known text, in degrees.
 *
 * @param longitude east
 * @param latitude north
 */
record Point(double longitude, double latitude) {

  private static final Pattern TEXT = Pattern.compile("POINT ?\\(([-0-9.]+) ([-0-9.]+)\\)");
  private static final double METRES_A_DEGREE = 111_195;

  static Point parse(String wkt) {
    Matcher matcher = TEXT.matcher(wkt);
    if (!matcher.matches()) {
      throw new IllegalArgumentException(wkt);
    }
    return new Point(Double.parseDouble(matcher.group(1)), Double.parseDouble(matcher.group(2)));
  }

  /** Metres on a sphere, good enough within a city. */
  double metresTo(Point other) {
    double north = latitude - other.latitude;
    double east =
        (longitude - other.longitude) * Math.cos(Math.toRadians((latitude + other.latitude) / 2));
    return METRES_A_DEGREE * Math.hypot(north, east);
  }

  /** Tokyo without its islands, up to Motoyawata just across the border. */
  boolean onMainland() {
    return latitude > 35.5 && latitude < 35.9 && longitude > 138.9 && longitude < 139.93;
  }

  /** From Oshima to Ogasawara. */
  boolean onIslands() {
    return latitude > 24 && latitude < 34.9 && longitude > 139 && longitude < 154;
  }
}
