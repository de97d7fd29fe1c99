package org.machinami.samples;

import static org.machinami.samples.Sources.decimal;
import static org.machinami.samples.Sources.row;

import java.io.IOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.machinami.samples.Facts.Place;

/**
 * Vehicles an hour and direction at twenty counters over a week. Twelve counts are left unusable on
 * purpose, as they come from real counters: not measured, a dash, full-width digits.
 */
final class RoadTraffic {

  private static final int COUNTERS = 20;
  private static final int DAYS = 7;
  private static final LocalDate FIRST_DAY = LocalDate.of(2026, 10, 12);
  private static final String[][] DIRECTIONS = {{"上り", "inbound"}, {"下り", "outbound"}};

  private RoadTraffic() {}

  static void write(Facts city, Sources sources) throws IOException {
    Dice dice = new Dice("road-traffic");
    List<String> counters = new ArrayList<>();
    List<String> counts = new ArrayList<>();
    for (int number = 1; number <= COUNTERS; number++) {
      Place station = city.stations().get(number * 30 / COUNTERS - 1);
      String counter = "T" + Days.twoDigits(number);
      counters.add(
          row(
              counter,
              "見本計測点" + counter + "（" + station.name() + "駅付近）",
              "Sample counter " + counter + " (near " + station.english() + ")",
              "見本" + number + "号線",
              Integer.toString(dice.of(2, 4, 4, 6)),
              Integer.toString(dice.of(40, 50, 60)),
              station.municipality(),
              decimal(station.latitude() + dice.within(-0.002, 0.002), 5),
              decimal(station.longitude() + dice.within(-0.002, 0.002), 5)));
      double busy = dice.within(500, 1500);
      for (int day = 0; day < DAYS; day++) {
        for (int hour = 0; hour < 24; hour++) {
          for (String[] direction : DIRECTIONS) {
            counts.add(
                count(
                    dice, counter, FIRST_DAY.plusDays(day), hour, direction, busy, counts.size()));
          }
        }
      }
    }
    sources.csv(
        "road-traffic/traffic_counters.csv",
        "計測点番号,計測点名,計測点名_英語,道路名,車線数,規制速度(km/h),標準地域コード,緯度,経度",
        counters);
    sources.csv(
        "road-traffic/traffic_counts_202610.csv", "計測点番号,年月日,時,方向,方向_英語,台数,平均速度(km/h)", counts);
  }

  private static String count(
      Dice dice,
      String counter,
      LocalDate day,
      int hour,
      String[] direction,
      double busy,
      int row) {
    double activity = 0.15 + 0.85 * Days.activity(day, hour);
    long vehicles = Math.round(busy * activity * (Days.holiday(day) ? 0.8 : 1) * dice.factor(0.12));
    String speed = decimal(42 - 22 * activity * dice.factor(0.15), 1);
    String start =
        row(counter, day.toString(), Days.twoDigits(hour), direction[0], direction[1]) + ",";
    if (row % 560 == 279) {
      return start + unusable(row / 560, vehicles) + ",";
    }
    return start + vehicles + "," + speed;
  }

  private static String unusable(int which, long vehicles) {
    return switch (which % 4) {
      case 1 -> "－";
      case 3 -> fullWidth(vehicles);
      default -> "欠測";
    };
  }

  private static String fullWidth(long number) {
    StringBuilder digits = new StringBuilder();
    Long.toString(number).chars().forEach(digit -> digits.append((char) (digit - '0' + '０')));
    return digits.toString();
  }
}
