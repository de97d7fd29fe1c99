package org.machinami.loader.linking;

import java.util.Optional;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.io.ParseException;
import org.locationtech.jts.io.WKTReader;

/**
 * Where a thing is.
 *
 * @param longitude in degrees, CRS84
 * @param latitude in degrees, CRS84
 */
record Point(double longitude, double latitude) {
  /** Of a sphere with the mean radius of the Earth. */
  private static final double METRES_PER_DEGREE = 111_195;

  private static final int MOST_CHARACTERS = 400_000;

  /** The middle of a geometry; empty for what cannot be read or is not on Earth. */
  static Optional<Point> ofWkt(String literal) {
    if (literal.length() > MOST_CHARACTERS) {
      return Optional.empty();
    }
    try {
      Geometry geometry = new WKTReader().read(literal);
      if (geometry.isEmpty()) {
        return Optional.empty();
      }
      Coordinate centre = geometry.getEnvelopeInternal().centre();
      boolean onEarth = Math.abs(centre.x) <= 180 && Math.abs(centre.y) <= 90;
      return onEarth ? Optional.of(new Point(centre.x, centre.y)) : Optional.empty();
    } catch (ParseException | IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  /** The distance in metres, right to a hundredth for things of one city. */
  double metresTo(Point other) {
    double east =
        (other.longitude - longitude) * Math.cos(Math.toRadians((latitude + other.latitude) / 2));
    return METRES_PER_DEGREE * Math.hypot(east, other.latitude - latitude);
  }
}
