package org.machinami.loader.coordinates;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SystemTextTest {

  private static final String ESRI_ZONE =
      "PROJCS[\"JGD_2011_Japan_Zone_9\",GEOGCS[\"GCS_JGD_2011\",DATUM[\"D_JGD_2011\","
          + "SPHEROID[\"GRS_1980\",6378137.0,298.257222101]],PRIMEM[\"Greenwich\",0.0],"
          + "UNIT[\"Degree\",0.0174532925199433]],PROJECTION[\"Transverse_Mercator\"],"
          + "PARAMETER[\"False_Easting\",0.0],PARAMETER[\"False_Northing\",0.0],"
          + "PARAMETER[\"Central_Meridian\",139.8333333333333],PARAMETER[\"Scale_Factor\",0.9999],"
          + "PARAMETER[\"Latitude_Of_Origin\",36.0],UNIT[\"Meter\",1.0]]";

  @ParameterizedTest
  @ValueSource(
      strings = {
        "GEOGCS[\"GCS_JGD_2000\",DATUM[\"D_JGD_2000\",SPHEROID[\"GRS_1980\",6378137,298.257222101]],"
            + "PRIMEM[\"Greenwich\",0],UNIT[\"Degree\",0.0174532925199433]]",
        "GEOGCS[\"JGD2011\",DATUM[\"Japanese_Geodetic_Datum_2011\","
            + "SPHEROID[\"GRS 1980\",6378137,298.257222101,AUTHORITY[\"EPSG\",\"7019\"]]]]",
        "GEOGCS[\"GCS_WGS_1984\",DATUM[\"D_WGS_1984\",SPHEROID[\"WGS_1984\",6378137,298.257223563]]]",
        "GEOGCRS[\"JGD2011\",DATUM[\"Japanese Geodetic Datum 2011\","
            + "ELLIPSOID[\"GRS 1980\",6378137,298.257222101]],CS[ellipsoidal,2]]"
      })
  void find_degrees_areLongitudeFirst(String text) {
    assertEquals("CRS84", SystemText.find(text).orElseThrow().code());
  }

  @Test
  void find_planeOfEsri_isTheZone() {
    assertEquals("6677", SystemText.find(ESRI_ZONE).orElseThrow().code());
  }

  @Test
  void find_utm_isItsZone() {
    String utm =
        ESRI_ZONE
            .replace("False_Easting\",0.0", "False_Easting\",500000.0")
            .replace("139.8333333333333", "141.0")
            .replace("0.9999]", "0.9996]")
            .replace("Latitude_Of_Origin\",36.0", "Latitude_Of_Origin\",0.0");
    assertEquals("6691", SystemText.find(utm).orElseThrow().code());
  }

  @Test
  void find_oldTokyoDatum_isNoneAndIsNamed() {
    String tokyo = ESRI_ZONE.replace("JGD_2011", "Tokyo");
    assertTrue(SystemText.find(tokyo).isEmpty());
    assertEquals("Tokyo_Japan_Zone_9", SystemText.name(tokyo));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", "PROJCS", "PROJCS[", "PROJCS[\"x", "[[[[", "GEOGCS[,,,]", "EPSG:6677"})
  void find_brokenText_isNone(String text) {
    assertTrue(SystemText.find(text).isEmpty());
  }

  @Test
  void find_deepNesting_isNone() {
    assertTrue(SystemText.find("GEOGCS[".repeat(100_000)).isEmpty());
  }

  @Test
  void find_feet_isNone() {
    assertTrue(SystemText.find(ESRI_ZONE.replace("\"Meter\",1.0", "\"Foot\",0.3048")).isEmpty());
  }
}
