package org.machinami.ontology;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class MeshCodeTest {
  /** Edges by the standard: 40 minutes by 1 degree, in eighths, in tenths, in halves. */
  @ParameterizedTest
  @CsvSource({
    "5339, 139, 35.333333, 140, 36",
    "533935, 139.625, 35.583333, 139.75, 35.666667",
    "53393535, 139.6875, 35.608333, 139.7, 35.616667",
    "533935354, 139.69375, 35.6125, 139.7, 35.616667",
    "5339353541, 139.69375, 35.6125, 139.696875, 35.614583",
  })
  void edges_areThoseOfTheStandard(
      String code, double west, double south, double east, double north) {
    MeshCode cell = MeshCode.find(code).orElseThrow();
    assertArrayEquals(new double[] {west, south, east, north}, cell.edges(), 1e-6);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "53", "53398535", "533935359", "abcd", "5339353535353535", "５"})
  void whatIsNoCode_isNoCell(String text) {
    assertTrue(MeshCode.find(text).isEmpty(), text);
  }

  @Test
  void ancestor_containsTheCell() {
    MeshCode cell = MeshCode.find("53393535").orElseThrow();
    assertEquals("533935", cell.ancestor(6));
  }

  /** The station of Tokyo, by every size of cell; an edge belongs to the cell north and east. */
  @ParameterizedTest
  @CsvSource({
    "139.767125, 35.681236, 4, 5339",
    "139.767125, 35.681236, 6, 533946",
    "139.767125, 35.681236, 8, 53394611",
    "139.767125, 35.681236, 9, 533946113",
    "139.767125, 35.681236, 10, 5339461132",
    "139.767125, 35.681236, 11, 53394611323",
    "139, 36, 8, 54390000",
    "138.9999999, 35.9999999, 8, 53387799",
    "122.93, 24.44, 8, 36225724",
  })
  void at_place_isTheCellAroundIt(
      BigDecimal longitude, BigDecimal latitude, int digits, String code) {
    MeshCode cell = MeshCode.at(longitude, latitude, digits).orElseThrow();
    assertEquals(code, cell.code());
    double[] edges = cell.edges();
    assertTrue(edges[0] <= longitude.doubleValue() && longitude.doubleValue() < edges[2]);
    assertTrue(edges[1] <= latitude.doubleValue() && latitude.doubleValue() < edges[3]);
  }

  @ParameterizedTest
  @CsvSource({"0, 0", "35.68, 139.77", "99.9, 35", "200, 35", "139, -1", "139, 66.7"})
  void at_placeWithoutCell_isNone(BigDecimal longitude, BigDecimal latitude) {
    assertTrue(MeshCode.at(longitude, latitude, 8).isEmpty());
  }
}
