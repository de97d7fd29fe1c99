package org.machinami.web.chart;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.machinami.web.language.Language;

/** Axes, points in time, and labels that stay inside. */
final class ChartTest {
  @Test
  void ticks_areRound_andReachAround() {
    assertEquals(List.of(0.0, 20.0, 40.0, 60.0, 80.0, 100.0), Ticks.around(3, 97, 5).all());
    assertEquals(2, Ticks.around(0.11, 0.16, 5).decimals());
    assertEquals(0, Ticks.around(-5, 1_234_567, 5).decimals());
  }

  @Test
  void ticks_ofOneValue_haveWidth() {
    Ticks ticks = Ticks.around(7, 7, 5);
    assertTrue(ticks.first() <= 7 && ticks.last() > 7, ticks.toString());
    assertTrue(Ticks.around(0, 0, 5).last() > 0);
  }

  @Test
  void times_areTakenTogetherWhenThereAreMany() {
    TimeBuckets buckets = new TimeBuckets(50);
    for (int hour = 0; hour < 24 * 10; hour++) {
      buckets.add(String.format("2026-07-%02dT%02d:00:00", hour / 24 + 1, hour % 24), hour % 24);
    }
    var points = buckets.points(20);
    assertEquals(10, points.size());
    assertEquals(11.5, points.get("2026-07-03").value(Measure.MEAN));
    assertEquals(24, points.get("2026-07-03").count());
    assertEquals(23, points.get("2026-07-03").value(Measure.MOST));
  }

  @Test
  void seconds_ofWhatIsNoTime_areNone() {
    assertTrue(PointsReader.seconds("yesterday").isNaN());
    assertTrue(PointsReader.seconds("").isNaN());
    assertTrue(PointsReader.seconds("2026-13-01").isNaN());
    assertEquals(
        PointsReader.seconds("2026-07-01T00:00:00+09:00"), PointsReader.seconds("2026-07"));
  }

  @Test
  void labels_standInside_andDoNotRunIntoEachOther() {
    List<Points.Point> list =
        IntStream.range(0, 100)
            .mapToObj(i -> new Points.Point(i, i, "2026-07-01 " + i, "", 1_000_000.0 + i, 1))
            .toList();
    Drawing drawing =
        new Draughtsman(Language.JA).draw(new Points(Points.Kind.LINE, list, 0, true));
    double right = -10;
    for (Drawing.Word word : drawing.words()) {
      double x = Double.parseDouble(word.x());
      double width = word.text().length() * 7.6;
      double start = word.anchor().equals("end") ? x - width : x - width / 2;
      assertTrue(start >= 0 && start + width <= drawing.width() + 1, word.toString());
      if (word.anchor().equals("middle")) {
        assertTrue(start > right, word.toString());
        right = start + width;
      }
    }
  }

  @Test
  void bars_startAtZero_alsoBelowIt() {
    List<Points.Point> list =
        List.of(
            new Points.Point(0, 0, "とても長い名前の施設とても長い名前の施設とても長い", "ja", 10, 1),
            new Points.Point(1, 1, "b", "", -5, 1));
    Drawing drawing =
        new Draughtsman(Language.JA).draw(new Points(Points.Kind.BARS, list, 0, true));
    double zero = Double.parseDouble(drawing.upright().get(0).x1());
    Drawing.Bar up = drawing.bars().get(0);
    Drawing.Bar down = drawing.bars().get(1);
    assertEquals(zero, Double.parseDouble(up.x()), 0.11);
    assertEquals(zero, Double.parseDouble(down.x()) + Double.parseDouble(down.width()), 0.11);
    assertEquals(Double.parseDouble(up.width()), 2 * Double.parseDouble(down.width()), 0.5);
    assertTrue(drawing.words().get(0).text().endsWith("…"));
  }
}
