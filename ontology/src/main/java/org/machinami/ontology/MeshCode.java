package org.machinami.ontology;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.text.Normalizer;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A cell of the standard area mesh (地域メッシュ): 4 digits 80 km, 6 digits 10 km, 8 digits 1 km, 9 to 11
 * digits 500, 250 and 125 m.
 *
 * @param code its digits
 * @param south latitude of the southern edge, in eighths of 30 seconds of arc
 * @param west longitude of the western edge, in eighths of 45 seconds of arc
 * @param divisions how many cells of this size stand side by side in a 1 km cell; negative: how
 *     many 1 km cells stand side by side in one of this
 * @see <a href="https://www.stat.go.jp/data/mesh/m_tuite.html">JIS X 0410</a>
 */
public record MeshCode(String code, long south, long west, int divisions) {

  /** Cells of 1/8 kilometre are the finest: eight units make a 1 km cell. */
  private static final int UNITS = 8;

  private static final int DECIMALS = 10;

  /** Eighths of 80 km, tenths of these, halves of those up to three times. */
  private static final Pattern FORM =
      Pattern.compile("[0-9]{4}(?:[0-7]{2}(?:[0-9]{2}(?:[1-4]{1,3})?)?)?");

  /** The cell of that code, in half or full width; empty when it is none. */
  public static Optional<MeshCode> find(String text) {
    String code = Normalizer.normalize(text, Normalizer.Form.NFKC).strip();
    return FORM.matcher(code).matches() ? Optional.of(of(code)) : Optional.empty();
  }

  /**
   * The cell in which a place lies; a place on an edge lies in the cell north or east of it.
   *
   * @param longitude in degrees
   * @param latitude in degrees
   * @param digits how fine: 4, 6, or 8 to 11
   * @return empty where the mesh has no cell: north of 66.7 degrees, south of the equator, outside
   *     100 to 200 degrees east
   */
  public static Optional<MeshCode> at(BigDecimal longitude, BigDecimal latitude, int digits) {
    if (digits != 4 && digits != 6 && (digits < 8 || digits > 11)) {
      throw new IllegalArgumentException("digits must be 4, 6 or 8 to 11: " + digits);
    }
    long south = floor(latitude, 120L * UNITS);
    long west = floor(longitude, 80L * UNITS) - 100L * 80 * UNITS;
    long large = 80L * UNITS;
    if (south < 0 || west < 0 || south >= 100 * large || west >= 100 * large) {
      return Optional.empty();
    }
    StringBuilder code = new StringBuilder();
    code.append(south / large / 10).append(south / large % 10);
    code.append(west / large / 10).append(west / large % 10);
    code.append(south % large / (10 * UNITS)).append(west % large / (10 * UNITS));
    code.append(south / UNITS % 10).append(west / UNITS % 10);
    for (int half = UNITS / 2; half > 0; half /= 2) {
      code.append(2 * (south / half % 2) + west / half % 2 + 1);
    }
    return Optional.of(of(code.substring(0, digits)));
  }

  private static long floor(BigDecimal degrees, long units) {
    return degrees.multiply(BigDecimal.valueOf(units)).setScale(0, RoundingMode.FLOOR).longValue();
  }

  private static MeshCode of(String code) {
    int length = code.length();
    long south = (long) digits(code, 0, 2) * 80 * UNITS;
    long west = (long) (digits(code, 2, 4) + 100) * 80 * UNITS;
    int divisions = -80;
    if (length >= 6) {
      south += (long) digits(code, 4, 5) * 10 * UNITS;
      west += (long) digits(code, 5, 6) * 10 * UNITS;
      divisions = -10;
    }
    if (length >= 8) {
      south += (long) digits(code, 6, 7) * UNITS;
      west += (long) digits(code, 7, 8) * UNITS;
      divisions = 1;
    }
    for (int i = 8; i < length; i++) {
      int quarter = digits(code, i, i + 1) - 1;
      divisions *= 2;
      south += (long) (quarter / 2) * (UNITS / divisions);
      west += (long) (quarter % 2) * (UNITS / divisions);
    }
    return new MeshCode(code, south, west, divisions);
  }

  private static int digits(String code, int from, int to) {
    return Integer.parseInt(code, from, to, 10);
  }

  private long units() {
    return divisions < 0 ? (long) -divisions * UNITS : UNITS / divisions;
  }

  /** Length of a side, roughly, in metres. */
  public int metres() {
    return divisions < 0 ? -divisions * 1000 : 1000 / divisions;
  }

  /**
   * The first digits of the code: the larger cell it lies in.
   *
   * @param digits at most as many as the code has
   */
  public String ancestor(int digits) {
    return code.substring(0, digits);
  }

  /** West, south, east and north in degrees. */
  public double[] edges() {
    double wide = 80.0 * UNITS;
    double high = 120.0 * UNITS;
    return new double[] {
      west / wide, south / high, (west + units()) / wide, (south + units()) / high
    };
  }

  /** The cell as a polygon in WKT, counter-clockwise from its south-western corner. */
  public String polygon() {
    String s = latitude(2 * south);
    String n = latitude(2 * (south + units()));
    String w = longitude(2 * west);
    String e = longitude(2 * (west + units()));
    return "POLYGON(("
        + w
        + " "
        + s
        + ", "
        + e
        + " "
        + s
        + ", "
        + e
        + " "
        + n
        + ", "
        + w
        + " "
        + n
        + ", "
        + w
        + " "
        + s
        + "))";
  }

  /** The middle of the cell as a point in WKT. */
  public String centroid() {
    return "POINT(" + longitude(2 * west + units()) + " " + latitude(2 * south + units()) + ")";
  }

  /** A 1 km cell is 30 seconds high: 1/120 degree. */
  private static String latitude(long halves) {
    return degrees(halves, 120L * UNITS * 2);
  }

  /** A 1 km cell is 45 seconds wide: 1/80 degree. */
  private static String longitude(long halves) {
    return degrees(halves, 80L * UNITS * 2);
  }

  private static String degrees(long part, long whole) {
    BigDecimal degrees =
        BigDecimal.valueOf(part)
            .divide(BigDecimal.valueOf(whole), DECIMALS, RoundingMode.HALF_UP)
            .stripTrailingZeros();
    return degrees.toPlainString();
  }
}
