package org.machinami.loader.coordinates;

/** The projection of web maps, on a sphere. */
final class WebMercator implements Projection {

  private static final double RADIUS = 6_378_137;

  @Override
  public double[] toDegrees(double east, double north) {
    return new double[] {
      Math.toDegrees(east / RADIUS),
      Math.toDegrees(2 * Math.atan(Math.exp(north / RADIUS)) - Math.PI / 2)
    };
  }

  @Override
  public double[] fromDegrees(double longitude, double latitude) {
    return new double[] {
      Math.toRadians(longitude) * RADIUS,
      Math.log(Math.tan(Math.PI / 4 + Math.toRadians(latitude) / 2)) * RADIUS
    };
  }
}
