package org.machinami.loader.repair;

import java.util.Optional;

/** Degrees of latitude and longitude, as far as they lie in Japan with its islands. */
public final class Coordinates {

  private static final double SOUTH = 20;
  private static final double NORTH = 46;
  private static final double WEST = 122;
  private static final double EAST = 154;

  private Coordinates() {}

  /** Whether a latitude and a longitude are a place in Japan. */
  public static boolean isInJapan(String latitude, String longitude) {
    Optional<Double> north = degrees(latitude);
    Optional<Double> east = degrees(longitude);
    return north.filter(value -> value >= SOUTH && value <= NORTH).isPresent()
        && east.filter(value -> value >= WEST && value <= EAST).isPresent();
  }

  /** The same, whichever of the two is the latitude. */
  static boolean areInJapan(String one, String other) {
    return isInJapan(one, other) || isInJapan(other, one);
  }

  private static Optional<Double> degrees(String text) {
    String plain = CellForms.plain(text);
    return plain.matches("\\d{1,3}(\\.\\d{1,15})?")
        ? Optional.of(Double.parseDouble(plain))
        : Optional.empty();
  }
}
