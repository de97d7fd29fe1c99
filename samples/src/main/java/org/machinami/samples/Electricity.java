package org.machinami.samples;

import static org.machinami.samples.Sources.decimal;
import static org.machinami.samples.Sources.row;

import java.io.IOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/** Demand and supply of electricity of a supply area, hour by hour from July to September. */
final class Electricity {

  private static final LocalDate FIRST_DAY = LocalDate.of(2026, 7, 1);
  private static final LocalDate LAST_DAY = LocalDate.of(2026, 9, 30);

  /** Megawatts on a summer working day. */
  private static final int[] DEMAND = {
    31000, 29600, 28800, 28400, 28500, 29500, 32000, 36000, 41500, 45000, 47000, 48000, 47600,
    48800, 49200, 49000, 48400, 47200, 45400, 44000, 42000, 39500, 36800, 33800
  };

  private Electricity() {}

  static void write(Sources sources) throws IOException {
    Dice dice = new Dice("electricity-demand");
    List<String> rows = new ArrayList<>();
    for (LocalDate day = FIRST_DAY; !day.isAfter(LAST_DAY); day = day.plusDays(1)) {
      double heat = heat(day) * dice.factor(0.06);
      double reserve = dice.within(1.07, 1.16);
      double scale = heat * (Days.holiday(day) ? 0.86 : 1);
      for (int hour = 0; hour < 24; hour++) {
        long demand = Math.round(DEMAND[hour] * scale * dice.factor(0.02));
        long forecast = Math.round(DEMAND[hour] * scale);
        long supply = Math.round(forecast * reserve);
        rows.add(
            row(
                day.toString(),
                Days.twoDigits(hour),
                Long.toString(demand),
                Long.toString(forecast),
                Long.toString(supply),
                decimal(100.0 * demand / supply, 1)));
      }
    }
    sources.csv(
        "electricity-demand/electricity_2026_summer.csv",
        "年月日,時,需要実績(MW),需要予測(MW),供給力(MW),使用率(%)",
        rows);
  }

  /** The season: highest in early August. */
  private static double heat(LocalDate day) {
    double fromPeak = (day.getDayOfYear() - 217) / 60.0;
    return 1.06 - 0.22 * fromPeak * fromPeak;
  }
}
