package org.machinami.loader.coordinates;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A coordinate reference system that is known here. Immutable.
 *
 * @param code of EPSG, or {@code CRS84}
 * @param northFirst whether the authority puts north before east: latitude before longitude, X
 *     before Y. GeoJSON, shapefiles and other formats of the trade do not heed it
 * @param projection from its plane to degrees
 */
public record ReferenceSystem(String code, boolean northFirst, Projection projection) {

  /** Longitude before latitude. */
  public static final ReferenceSystem CRS84 = new ReferenceSystem("CRS84", false, Projection.NONE);

  /** What messages name as known. */
  public static final String KNOWN =
      "CRS84, EPSG:4326, 4612, 6668, 6697, 2443-2461, 6669-6687, 10162-10174, 3097-3101, 6688-6692,"
          + " 3857";

  /** Latitude and longitude of the origin of each zone (平成14年国土交通省告示第9号), in minutes of arc. */
  private static final int[][] ZONES = {
    {33 * 60, 129 * 60 + 30},
    {33 * 60, 131 * 60},
    {36 * 60, 132 * 60 + 10},
    {33 * 60, 133 * 60 + 30},
    {36 * 60, 134 * 60 + 20},
    {36 * 60, 136 * 60},
    {36 * 60, 137 * 60 + 10},
    {36 * 60, 138 * 60 + 30},
    {36 * 60, 139 * 60 + 50},
    {40 * 60, 140 * 60 + 50},
    {44 * 60, 140 * 60 + 15},
    {44 * 60, 142 * 60 + 15},
    {44 * 60, 144 * 60 + 15},
    {26 * 60, 142 * 60},
    {26 * 60, 127 * 60 + 30},
    {26 * 60, 124 * 60},
    {26 * 60, 131 * 60},
    {20 * 60, 136 * 60},
    {26 * 60, 154 * 60}
  };

  /** Codes of systems with heights are longer. */
  private static final int DIGITS_OF_FLAT = 4;

  private static final int UTM_FIRST = 51;
  private static final int UTM_COUNT = 5;
  private static final Map<String, ReferenceSystem> BY_CODE = all();
  private static final Pattern NUMBER = Pattern.compile("(?:^|[:/#, ])(\\d{4,6})\\W*$");

  private static Map<String, ReferenceSystem> all() {
    Map<String, ReferenceSystem> all = new HashMap<>();
    all.put("CRS84", CRS84);
    // WGS 84, JGD2000, JGD2011; flat, with ellipsoidal height, with height above sea.
    for (String code :
        new String[] {"4326", "4979", "4612", "4947", "6696", "6668", "6667", "6697"}) {
      all.put(code, new ReferenceSystem(code, true, Projection.NONE));
    }
    for (int zone = 1; zone <= ZONES.length; zone++) {
      add(all, 2442 + zone, true, plane(zone));
      add(all, 6668 + zone, true, plane(zone));
      if (zone <= 13) {
        add(all, 10161 + zone, true, plane(zone)); // with height above sea
      }
    }
    for (int i = 0; i < UTM_COUNT; i++) {
      double meridian = 6 * (UTM_FIRST + i) - 183.0;
      Projection utm = new TransverseMercator(0, meridian, 0.9996, 500_000);
      add(all, 3097 + i, false, utm);
      add(all, 6688 + i, false, utm);
    }
    add(all, 3857, false, new WebMercator());
    return Map.copyOf(all);
  }

  private static void add(
      Map<String, ReferenceSystem> all, int code, boolean northFirst, Projection projection) {
    String name = Integer.toString(code);
    all.put(name, new ReferenceSystem(name, northFirst, projection));
  }

  private static TransverseMercator plane(int zone) {
    int[] origin = ZONES[zone - 1];
    return new TransverseMercator(origin[0] / 60.0, origin[1] / 60.0, 0.9999, 0);
  }

  /** The plane rectangular system of a zone, 1 to 19. */
  static ReferenceSystem ofZone(int zone) {
    return BY_CODE.get(Integer.toString(6668 + zone));
  }

  /**
   * The flat system of a projection as a file describes it, if it is one of those known here; of
   * datums that are taken as one the latest.
   */
  static Optional<ReferenceSystem> of(
      double latitude, double longitude, double scale, double falseEast, double falseNorth) {
    return BY_CODE.values().stream()
        .filter(system -> system.code.length() == DIGITS_OF_FLAT)
        .filter(system -> system.projection instanceof TransverseMercator)
        .filter(
            system -> {
              TransverseMercator own = (TransverseMercator) system.projection;
              return near(own.latitude(), latitude, 1e-6)
                  && near(own.longitude(), longitude, 1e-6)
                  && near(own.scale(), scale, 1e-9)
                  && near(own.falseEast(), falseEast, 1e-6)
                  && near(0, falseNorth, 1e-6);
            })
        .max((a, b) -> Integer.compare(Integer.parseInt(a.code), Integer.parseInt(b.code)));
  }

  private static boolean near(double a, double b, double tolerance) {
    return Math.abs(a - b) <= tolerance;
  }

  /**
   * The system of a name: {@code EPSG:6677}, {@code urn:ogc:def:crs:EPSG::6677}, {@code
   * http://www.opengis.net/def/crs/EPSG/0/6677}, the code alone, {@code CRS84} in any of its forms.
   */
  public static Optional<ReferenceSystem> find(String name) {
    String text = name.strip();
    if (text.toUpperCase(Locale.ROOT).endsWith("CRS84")) {
      return Optional.of(CRS84);
    }
    Matcher number = NUMBER.matcher(text);
    return number.find() ? Optional.ofNullable(BY_CODE.get(number.group(1))) : Optional.empty();
  }

  /** Whether its numbers are degrees. */
  public boolean isGeographic() {
    return projection == Projection.NONE;
  }

  /** Longitude and latitude of a place given in the order of the authority. */
  public double[] toDegrees(double first, double second) {
    return northFirst ? projection.toDegrees(second, first) : projection.toDegrees(first, second);
  }

  /** Longitude and latitude of a place given east before north. */
  public double[] eastNorthToDegrees(double east, double north) {
    return projection.toDegrees(east, north);
  }

  /** The place in the order of the authority. */
  public double[] fromDegrees(double longitude, double latitude) {
    double[] place = projection.fromDegrees(longitude, latitude);
    return northFirst ? new double[] {place[1], place[0]} : place;
  }
}
