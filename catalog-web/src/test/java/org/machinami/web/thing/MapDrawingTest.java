package org.machinami.web.thing;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.machinami.web.language.Text;

final class MapDrawingTest {
  private static MapView draw(String wkt, ThingState.Neighbour... neighbours) {
    return MapDrawing.of(
        Wkt.parse(wkt).orElseThrow(), List.of(neighbours), iri -> new Text(iri, ""));
  }

  @Test
  void point_standsInTheMiddle_withItsNeighbourToTheNorth() {
    MapView map =
        draw(
            "POINT(139.7 35.69)",
            new ThingState.Neighbour("http://a.example/n", "POINT(139.7 35.691)"));
    assertEquals("point", map.shapes().get(0).kind());
    assertEquals("200", map.shapes().get(0).x());
    assertEquals("150", map.shapes().get(0).y());
    assertTrue(Double.parseDouble(map.neighbours().get(0).y()) < 150);
    assertEquals("200 m", map.barLength());
  }

  @Test
  void polygonWithHole_isOneClosedPathOfTwoRings() {
    MapView map =
        draw("POLYGON((0 0,0.1 0,0.1 0.1,0 0.1,0 0),(0.04 0.04,0.06 0.04,0.06 0.06,0.04 0.04))");
    assertEquals("area", map.shapes().get(0).kind());
    assertEquals(2, map.shapes().get(0).path().chars().filter(c -> c == 'Z').count());
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "POINT EMPTY", "POINT(1)", "POINT(500 35)", "circle", "POINT(NaN 1)"})
  void wktThatCannotBeDrawn_isEmpty(String wkt) {
    assertTrue(Wkt.parse(wkt).isEmpty());
  }

  @Test
  void wktWithCrs_isRead() {
    assertTrue(
        Wkt.parse("<http://www.opengis.net/def/crs/OGC/1.3/CRS84> POINT(139.7 35.6)").isPresent());
  }
}
