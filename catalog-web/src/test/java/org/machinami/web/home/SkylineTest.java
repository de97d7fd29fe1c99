package org.machinami.web.home;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.machinami.web.language.Text;

final class SkylineTest {
  private static Skyline.Lot lot(long datasets, long updated) {
    Text name = new Text("移動", "ja");
    return new Skyline.Lot(new HomeView.Tile("f", name, name, datasets, "themes/f"), updated);
  }

  private static Skyline.Building only(long datasets, long updated) {
    return Skyline.of(List.of(lot(datasets, updated))).buildings().get(0);
  }

  private static long windows(String path) {
    return path.chars().filter(c -> c == 'M').count();
  }

  @ParameterizedTest
  @CsvSource({
    "0, 1, 0",
    "1, 1, 1",
    "12, 1, 12",
    "13, 2, 7",
    "24, 2, 12",
    "25, 5, 5",
    "61, 10, 7",
    "17829, 2000, 9",
    "1000000, 100000, 10",
  })
  void tallest_hasAtMostTwelveFloorsOfARoundNumber(long datasets, long perFloor, int floors) {
    Skyline skyline = Skyline.of(List.of(lot(datasets, 0)));
    assertEquals(perFloor, skyline.perFloor());
    assertEquals(floors, skyline.buildings().get(0).floors());
  }

  @Test
  void heights_areInProportion() {
    List<Skyline.Building> row = Skyline.of(List.of(lot(10, 0), lot(5, 0), lot(0, 0))).buildings();
    assertEquals(2 * row.get(1).roof(), row.get(0).roof());
    assertEquals(0, row.get(2).roof());
    assertTrue(row.get(0).roof() < Skyline.HEIGHT, "no room for the roof");
  }

  @Test
  void aFloorOfOneDataset_isLitAsAWhole() {
    Skyline.Building building = only(4, 3);
    assertEquals(9, windows(building.lit()));
    assertEquals(3, windows(building.dark()));
  }

  @Test
  void aFloorOfMany_isLitInProportion_andNeverDarkForOne() {
    Skyline.Building half = only(120, 60);
    assertEquals(windows(half.dark()), windows(half.lit()));
    assertEquals(1, windows(only(1_000_000, 1).lit()));
    assertEquals(0, windows(only(120, 120).dark()));
  }

  @Test
  void everyNumberOfUpdates_lightsThatManyFloors() {
    for (long updated : LongStream.rangeClosed(0, 12).toArray()) {
      assertEquals(updated * Skyline.WINDOWS, windows(only(12, updated).lit()));
    }
  }

  @Test
  void moreUpdatedThanThere_isRefused() {
    assertThrows(IllegalArgumentException.class, () -> lot(1, 2));
  }
}
