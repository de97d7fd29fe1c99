package org.machinami.web.thing;

import java.math.BigDecimal;
import java.math.RoundingMode;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.machinami.web.language.Messages;

/** Where a geometry lies, in words: the degrees of a point, else its kind and its extent. */
final class PlaceWords {
  /** About a metre. */
  private static final int DECIMALS = 5;

  private PlaceWords() {}

  static String of(Geometry geometry, Messages m) {
    if (geometry.getNumPoints() == 1) {
      Coordinate point = geometry.getCoordinate();
      return m.text("thing.point", latitude(point.y, m), longitude(point.x, m));
    }
    Envelope box = geometry.getEnvelopeInternal();
    String kind =
        switch (geometry.getDimension()) {
          case 0 -> "thing.points";
          case 1 -> "thing.line";
          default -> "thing.area";
        };
    return m.text(
        "thing.extent",
        m.text(kind),
        latitude(box.getMinY(), m),
        latitude(box.getMaxY(), m),
        longitude(box.getMinX(), m),
        longitude(box.getMaxX(), m));
  }

  private static String latitude(double degrees, Messages m) {
    return m.text(degrees < 0 ? "thing.south" : "thing.north", digits(degrees));
  }

  private static String longitude(double degrees, Messages m) {
    return m.text(degrees < 0 ? "thing.west" : "thing.east", digits(degrees));
  }

  private static String digits(double degrees) {
    return BigDecimal.valueOf(Math.abs(degrees))
        .setScale(DECIMALS, RoundingMode.HALF_UP)
        .stripTrailingZeros()
        .toPlainString();
  }
}
