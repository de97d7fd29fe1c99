package org.machinami.samples;

import static org.machinami.samples.Sources.row;

import java.io.IOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.machinami.samples.Facts.Place;

/** Crowding of trains at each Yamanote station, hour by hour while trains run. */
final class Crowding {

  private static final int FIRST_HOUR = 5;

  /** Percent of capacity on a working day from five in the morning on. */
  private static final int[] WORKING = {
    25, 45, 95, 140, 110, 75, 65, 62, 64, 66, 70, 85, 118, 125, 105, 88, 76, 66, 50
  };

  private static final int[] RESTING = {
    20, 26, 34, 45, 58, 68, 74, 78, 82, 86, 90, 92, 90, 84, 74, 64, 54, 44, 34
  };

  private Crowding() {}

  static void write(Facts city, Sources sources) throws IOException {
    Dice dice = new Dice("station-crowding");
    List<String> rows = new ArrayList<>();
    for (int number = 0; number < city.stations().size(); number++) {
      Place station = city.stations().get(number);
      double busy = 0.7 + 0.4 * city.stationSize(number);
      for (LocalDate day : List.of(Days.WEEKDAY, Days.HOLIDAY)) {
        int[] curve = Days.holiday(day) ? RESTING : WORKING;
        for (int i = 0; i < curve.length; i++) {
          long percent = Math.round(curve[i] * busy * dice.factor(0.1));
          rows.add(
              row(
                  station.id(),
                  station.name(),
                  day.toString(),
                  Days.twoDigits(FIRST_HOUR + i),
                  Days.dayTypeName(day),
                  Days.dayType(day),
                  Long.toString(percent),
                  Integer.toString(level(percent))));
        }
      }
    }
    sources.csv(
        "station-crowding/station_crowding_202610.csv",
        "駅ID,駅名,年月日,時,平休区分,平休区分コード,混雑率(%),混雑段階",
        rows);
  }

  private static int level(long percent) {
    if (percent < 60) {
      return 1;
    }
    return percent < 90 ? 2 : percent < 120 ? 3 : 4;
  }
}
