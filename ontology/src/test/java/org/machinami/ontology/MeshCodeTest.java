package org.machinami.ontology;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

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
}
