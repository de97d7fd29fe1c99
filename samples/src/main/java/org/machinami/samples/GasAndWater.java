package org.machinami.samples;

import static org.machinami.samples.Sources.row;

import java.io.IOException;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import org.machinami.samples.Facts.Place;

/** Gas by municipality and month; water by ward and day. */
final class GasAndWater {

  /** Share of a winter month, from April to March. */
  private static final int[] GAS_SEASON = {78, 66, 55, 47, 42, 45, 52, 66, 86, 100, 98, 90};

  private static final YearMonth FIRST_MONTH = YearMonth.of(2025, 4);
  private static final LocalDate FIRST_DAY = LocalDate.of(2026, 7, 1);
  private static final int DAYS = 92;

  private GasAndWater() {}

  static void write(Facts city, Sources sources) throws IOException {
    gas(city, sources);
    water(city, sources);
  }

  private static void gas(Facts city, Sources sources) throws IOException {
    Dice dice = new Dice("gas-consumption");
    List<String> rows = new ArrayList<>();
    for (Place place : city.wardsAndCities()) {
      double size = dice.within(3_000_000, 14_000_000);
      for (int month = 0; month < 12; month++) {
        rows.add(
            row(
                place.id(),
                place.name(),
                FIRST_MONTH.plusMonths(month).toString(),
                Long.toString(Math.round(size * GAS_SEASON[month] / 100 * dice.factor(0.05)))));
      }
    }
    sources.csv("gas-consumption/gas_fy2025.csv", "標準地域コード,市区町村名,年月,ガス使用量(m3)", rows);
  }

  private static void water(Facts city, Sources sources) throws IOException {
    Dice dice = new Dice("water-consumption");
    List<String> rows = new ArrayList<>();
    for (Place ward : city.wards()) {
      double size = dice.within(40_000, 260_000);
      for (int i = 0; i < DAYS; i++) {
        LocalDate day = FIRST_DAY.plusDays(i);
        long volume = Math.round(size * (Days.holiday(day) ? 1.03 : 1) * dice.factor(0.05));
        rows.add(
            "{\"標準地域コード\":\""
                + ward.id()
                + "\",\"区名\":\""
                + ward.name()
                + "\",\"年月日\":\""
                + day
                + "\",\"使用量\":{\"値\":"
                + volume
                + ",\"単位\":\"m3\"}}");
      }
    }
    sources.write(
        "water-consumption/water_2026_summer.json",
        "{\"データ名\":\"区別の水道使用量（合成データ）\",\"実績\":[\n" + String.join(",\n", rows) + "\n]}\n");
  }
}
