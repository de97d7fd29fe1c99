package org.machinami.web.map;

import org.machinami.store.search.Box;

/** The projection of the map: the world is a square of 1 by 1, y downwards. */
final class Mercator {
  /** Side of the world in pixels at zoom 0. */
  static final int WORLD = 512;

  private static final double LAST_LATITUDE = 85.051129;

  private Mercator() {}

  static double x(double longitude) {
    return (longitude + 180) / 360;
  }

  static double y(double latitude) {
    double bounded = Math.max(-LAST_LATITUDE, Math.min(LAST_LATITUDE, latitude));
    double sine = Math.sin(Math.toRadians(bounded));
    return 0.5 - Math.log((1 + sine) / (1 - sine)) / (4 * Math.PI);
  }

  /** Width of a pixel in degrees of longitude. */
  static double pixel(double zoom) {
    return 360 / (WORLD * Math.pow(2, zoom));
  }

  /** The zoom at which a rectangle is so many pixels wide or high at most. */
  static double fitting(Box box, int pixels) {
    double width =
        box.crossesDateLine() ? 1 - x(box.west()) + x(box.east()) : x(box.east()) - x(box.west());
    double side = Math.max(width, y(box.south()) - y(box.north()));
    double zoom = side <= 0 ? MapQuery.MOST_ZOOM : Math.log(pixels / (WORLD * side)) / Math.log(2);
    return Math.max(0, Math.min(MapQuery.MOST_ZOOM, zoom));
  }
}
