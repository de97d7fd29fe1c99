package org.machinami.loader.coordinates;

/**
 * The Gauss-Krueger projection on the ellipsoid GRS 80, by the series of the Geospatial Information
 * Authority of Japan (Kawase 2011): both ways to a tenth of a millimetre within the zones of Japan.
 *
 * @param latitude of the origin, in degrees
 * @param longitude of the central meridian, in degrees
 * @param scale on it
 * @param falseEast added to the easting, in metres
 * @see <a href="https://www.gsi.go.jp/common/000061216.pdf">Kawase: A general formula for
 *     calculating meridian arc length and its application to coordinate conversion</a>
 */
record TransverseMercator(double latitude, double longitude, double scale, double falseEast)
    implements Projection {

  private static final double RADIUS = 6_378_137;
  private static final double FLATTENING = 1 / 298.257222101;
  private static final double N = FLATTENING / (2 - FLATTENING);
  private static final double N2 = N * N;
  private static final double N3 = N2 * N;
  private static final double N4 = N3 * N;
  private static final double N5 = N4 * N;
  private static final double N6 = N5 * N;
  private static final double STRETCH = 2 * Math.sqrt(N) / (1 + N);

  /** Beyond so many metres from the origin the series, and any map of a zone, mean nothing. */
  private static final double FARTHEST = 4_000_000;

  private static final double[] ARC = {
    1 + N2 / 4 + N4 / 64,
    -3.0 / 2 * (N - N3 / 8 - N5 / 64),
    15.0 / 16 * (N2 - N4 / 4),
    -35.0 / 48 * (N3 - 5 * N5 / 16),
    315.0 / 512 * N4,
    -693.0 / 1280 * N5
  };

  private static final double[] ALPHA = {
    N / 2 - 2 * N2 / 3 + 5 * N3 / 16 + 41 * N4 / 180 - 127 * N5 / 288,
    13 * N2 / 48 - 3 * N3 / 5 + 557 * N4 / 1440 + 281 * N5 / 630,
    61 * N3 / 240 - 103 * N4 / 140 + 15061 * N5 / 26880,
    49561 * N4 / 161280 - 179 * N5 / 168,
    34729 * N5 / 80640
  };

  private static final double[] BETA = {
    N / 2 - 2 * N2 / 3 + 37 * N3 / 96 - N4 / 360 - 81 * N5 / 512,
    N2 / 48 + N3 / 15 - 437 * N4 / 1440 + 46 * N5 / 105,
    17 * N3 / 480 - 37 * N4 / 840 - 209 * N5 / 4480,
    4397 * N4 / 161280 - 11 * N5 / 504,
    4583 * N5 / 161280
  };

  private static final double[] DELTA = {
    2 * N - 2 * N2 / 3 - 2 * N3 + 116 * N4 / 45 + 26 * N5 / 45 - 2854 * N6 / 675,
    7 * N2 / 3 - 8 * N3 / 5 - 227 * N4 / 45 + 2704 * N5 / 315 + 2323 * N6 / 945,
    56 * N3 / 15 - 136 * N4 / 35 - 1262 * N5 / 105 + 73814 * N6 / 2835,
    4279 * N4 / 630 - 332 * N5 / 35 - 399572 * N6 / 14175,
    4174 * N5 / 315 - 144838 * N6 / 6237,
    601676 * N6 / 22275
  };

  private double radius() {
    return scale * RADIUS / (1 + N) * ARC[0];
  }

  /** Length of the meridian from the equator to the origin. */
  private double arc() {
    double phi = Math.toRadians(latitude);
    double sum = ARC[0] * phi;
    for (int j = 1; j < ARC.length; j++) {
      sum += ARC[j] * Math.sin(2 * j * phi);
    }
    return scale * RADIUS / (1 + N) * sum;
  }

  @Override
  public double[] toDegrees(double east, double north) {
    if (!(Math.abs(east - falseEast) < FARTHEST) || !(Math.abs(north) < 2 * FARTHEST)) {
      return new double[] {Double.NaN, Double.NaN};
    }
    double xi = (north + arc()) / radius();
    double eta = (east - falseEast) / radius();
    double xi1 = xi;
    double eta1 = eta;
    for (int j = 1; j <= BETA.length; j++) {
      xi1 -= BETA[j - 1] * Math.sin(2 * j * xi) * Math.cosh(2 * j * eta);
      eta1 -= BETA[j - 1] * Math.cos(2 * j * xi) * Math.sinh(2 * j * eta);
    }
    double chi = Math.asin(Math.sin(xi1) / Math.cosh(eta1));
    double phi = chi;
    for (int j = 1; j <= DELTA.length; j++) {
      phi += DELTA[j - 1] * Math.sin(2 * j * chi);
    }
    double lambda = Math.atan2(Math.sinh(eta1), Math.cos(xi1));
    return new double[] {longitude + Math.toDegrees(lambda), Math.toDegrees(phi)};
  }

  @Override
  public double[] fromDegrees(double east, double north) {
    double sine = Math.sin(Math.toRadians(north));
    double lambda = Math.toRadians(east - longitude);
    double t = Math.sinh(atanh(sine) - STRETCH * atanh(STRETCH * sine));
    double xi1 = Math.atan2(t, Math.cos(lambda));
    double eta1 = atanh(Math.sin(lambda) / Math.sqrt(1 + t * t));
    double xi = xi1;
    double eta = eta1;
    for (int j = 1; j <= ALPHA.length; j++) {
      xi += ALPHA[j - 1] * Math.sin(2 * j * xi1) * Math.cosh(2 * j * eta1);
      eta += ALPHA[j - 1] * Math.cos(2 * j * xi1) * Math.sinh(2 * j * eta1);
    }
    return new double[] {radius() * eta + falseEast, radius() * xi - arc()};
  }

  private static double atanh(double x) {
    return Math.log((1 + x) / (1 - x)) / 2;
  }
}
