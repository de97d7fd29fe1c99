package org.machinami.web.map;

import java.util.ArrayList;
import java.util.List;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.CoordinateSequence;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.LineString;
import org.locationtech.jts.geom.LinearRing;
import org.locationtech.jts.geom.util.GeometryTransformer;

/**
 * Leaves out corners that lie closer to the one before than can be seen. Its time grows with the
 * number of corners and not, as with Douglas and Peucker, with its square for a jagged line.
 */
final class Thinning extends GeometryTransformer {
  private static final int LEAST_OF_RING = 4;

  private final double distance;

  private Thinning(double distance) {
    this.distance = distance;
  }

  /**
   * The geometry with fewer corners.
   *
   * @param distance in degrees
   */
  static Geometry of(Geometry geometry, double distance) {
    return geometry.getDimension() == 0 ? geometry : new Thinning(distance).transform(geometry);
  }

  @Override
  protected CoordinateSequence transformCoordinates(CoordinateSequence corners, Geometry parent) {
    int size = corners.size();
    if (!(parent instanceof LineString) || size <= LEAST_OF_RING) {
      return corners;
    }
    List<Coordinate> kept = new ArrayList<>();
    kept.add(corners.getCoordinate(0));
    for (int i = 1; i < size - 1; i++) {
      if (corners.getCoordinate(i).distance(kept.get(kept.size() - 1)) >= distance) {
        kept.add(corners.getCoordinate(i));
      }
    }
    kept.add(corners.getCoordinate(size - 1));
    if (parent instanceof LinearRing && kept.size() < LEAST_OF_RING) {
      kept.clear();
      for (int i = 0; i < LEAST_OF_RING; i++) {
        kept.add(corners.getCoordinate(i * (size - 1) / (LEAST_OF_RING - 1)));
      }
    }
    return createCoordinateSequence(kept.toArray(Coordinate[]::new));
  }
}
