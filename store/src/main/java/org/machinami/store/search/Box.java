package org.machinami.store.search;

/**
 * A rectangle of the map in degrees of WGS 84. One whose west is greater than its east crosses the
 * date line.
 */
public record Box(double west, double south, double east, double north) {
  public Box {
    if (!(west >= -180 && west <= 180 && east >= -180 && east <= 180)) {
      throw new IllegalArgumentException(
          "west and east must be -180 to 180: " + west + ", " + east);
    }
    if (!(south >= -90 && north <= 90 && south <= north)) {
      throw new IllegalArgumentException(
          "south and north must be -90 to 90, south first: " + south + ", " + north);
    }
  }

  /** Whether they have a point in common; one of them may cross the date line. */
  boolean touches(Box other) {
    return south <= other.north && other.south <= north && overlaps(other);
  }

  private boolean overlaps(Box other) {
    if (crossesDateLine() || other.crossesDateLine()) {
      return (crossesDateLine() && other.crossesDateLine())
          || west <= other.east
          || other.west <= east;
    }
    return west <= other.east && other.west <= east;
  }

  /** Whether it reaches over 180 degrees, so that its west is greater than its east. */
  public boolean crossesDateLine() {
    return west > east;
  }
}
