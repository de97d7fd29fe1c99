package org.machinami.loader.coordinates;

/** Plane coordinates, east before north, to degrees, longitude before latitude, and back. */
interface Projection {

  /** Degrees are their own. */
  Projection NONE =
      new Projection() {
        @Override
        public double[] toDegrees(double east, double north) {
          return new double[] {east, north};
        }

        @Override
        public double[] fromDegrees(double east, double north) {
          return new double[] {east, north};
        }
      };

  /** Longitude and latitude; no numbers where the plane has no such place. */
  double[] toDegrees(double east, double north);

  /** East and north of a longitude and a latitude. */
  double[] fromDegrees(double longitude, double latitude);
}
