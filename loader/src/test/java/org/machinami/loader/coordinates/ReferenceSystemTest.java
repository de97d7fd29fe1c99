package org.machinami.loader.coordinates;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ReferenceSystemTest {

  /** A millimetre, in degrees. */
  private static final double MILLIMETRE = 1e-8;

  private static ReferenceSystem system(String name) {
    return ReferenceSystem.find(name).orElseThrow();
  }

  /** The example with which the Geospatial Information Authority explains its calculator. */
  @Test
  void toDegrees_publishedPoint_isThatPoint() {
    double[] place = system("EPSG:6677").toDegrees(11543.6883, 22916.2436);
    assertEquals(140.08785504166664, place[0], MILLIMETRE);
    assertEquals(36.103774791666666, place[1], MILLIMETRE);
  }

  /** The points were projected by PROJ's own algorithm, the exact one of Poder and Engsager. */
  @ParameterizedTest
  @CsvFileSource(resources = "points.csv", numLinesToSkip = 1)
  void everySystem_agreesWithProj(
      String code, double first, double second, double longitude, double latitude) {
    ReferenceSystem system = system(code);
    double[] degrees = system.toDegrees(first, second);
    assertEquals(longitude, degrees[0], MILLIMETRE);
    assertEquals(latitude, degrees[1], MILLIMETRE);
    double[] back = system.fromDegrees(longitude, latitude);
    assertEquals(first, back[0], 0.001);
    assertEquals(second, back[1], 0.001);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "EPSG:6677",
        "urn:ogc:def:crs:EPSG::6677",
        "http://www.opengis.net/def/crs/EPSG/0/6677",
        "<http://www.opengis.net/def/crs/EPSG/0/6677>",
        "6677"
      })
  void find_anyManner_isTheSystem(String name) {
    assertEquals("6677", system(name).code());
  }

  @ParameterizedTest
  @ValueSource(strings = {"EPSG:4301", "EPSG:30169", "EPSG:27700", "", "tokyo", "EPSG:66770"})
  void find_unknown_isNone(String name) {
    assertTrue(ReferenceSystem.find(name).isEmpty());
  }

  @ParameterizedTest
  @ValueSource(strings = {"EPSG:4326", "EPSG:4612", "EPSG:6668", "EPSG:6697"})
  void toDegrees_geographicByItsAuthority_hasLatitudeFirst(String name) {
    double[] place = system(name).toDegrees(35.68, 139.77);
    assertEquals(139.77, place[0]);
    assertEquals(35.68, place[1]);
  }

  @Test
  void toDegrees_outOfThePlane_isNoNumber() {
    assertFalse(Double.isFinite(system("6677").toDegrees(9e9, 9e9)[0]));
    assertFalse(Double.isFinite(system("6677").toDegrees(Double.NaN, 0)[0]));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "POINT(11543.6883 22916.2436)|POINT(140.08785504 36.10377479)",
        "POINT Z (11543.6883 22916.2436 12.5)|POINT(140.08785504 36.10377479)",
        "LINESTRING(0 0, 0 0)|LINESTRING(139.833333333 36, 139.833333333 36)",
        "MULTIPOINT ((0 0), (0 0))|MULTIPOINT((139.833333333 36),(139.833333333 36))"
      })
  void toCrs84_text_isInDegrees(String text, String expected) {
    String made = ProjectedText.toCrs84(text, system("6677")).orElseThrow();
    assertEquals(rounded(expected), rounded(made));
  }

  /** Numbers to seven decimals, without spaces after what parts them. */
  private static String rounded(String text) {
    return java.util.regex.Pattern.compile("\\d+\\.\\d+")
        .matcher(text.replace(", ", ","))
        .replaceAll(
            found ->
                new java.math.BigDecimal(found.group())
                    .setScale(7, java.math.RoundingMode.HALF_UP)
                    .toPlainString());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"POINT(1)", "POINT(1 2 3 4 5)", "POINT(1-- 2)", "POINT(1e99 1e99)", "1 2"})
  void toCrs84_brokenText_isNone(String text) {
    assertTrue(ProjectedText.toCrs84(text, system("6677")).isEmpty());
  }
}
