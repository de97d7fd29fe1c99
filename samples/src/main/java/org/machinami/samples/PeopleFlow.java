package org.machinami.samples;

import static org.machinami.samples.Sources.row;

import java.io.IOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.machinami.samples.Facts.Place;

/** People staying in each 1 km cell, hour by hour on a weekday and on a holiday. */
final class PeopleFlow {

  private static final int RESIDENTS = 9_000;
  private static final int VISITORS_NEAR_STATION = 26_000;

  private PeopleFlow() {}

  static void write(Facts city, Sources sources) throws IOException {
    Dice dice = new Dice("people-flow");
    List<String> rows = new ArrayList<>();
    for (Grid.Cell cell : Grid.cells()) {
      double pull = pull(cell, city) * dice.factor(0.3);
      double residents = RESIDENTS * dice.within(0.5, 1.5);
      for (LocalDate day : List.of(Days.WEEKDAY, Days.HOLIDAY)) {
        double scale = Days.holiday(day) ? 0.7 : 1;
        for (int hour = 0; hour < 24; hour++) {
          double activity = Days.activity(day, hour);
          long people =
              Math.round(
                  (residents * (1.1 - 0.5 * activity)
                          + VISITORS_NEAR_STATION * pull * activity * scale)
                      * dice.factor(0.06));
          rows.add(
              row(
                  cell.code(),
                  day.toString(),
                  Days.twoDigits(hour),
                  Days.dayTypeName(day),
                  Days.dayType(day),
                  Long.toString(people)));
        }
      }
    }
    sources.csv("people-flow/people_flow_202610.csv", "メッシュコード,年月日,時,平休区分,平休区分コード,滞在人口", rows);
  }

  /** How much stations draw people into a cell: the sum over stations, falling with distance. */
  private static double pull(Grid.Cell cell, Facts city) {
    double pull = 0;
    for (int i = 0; i < city.stations().size(); i++) {
      Place station = city.stations().get(i);
      double north = (station.latitude() - cell.middleLatitude()) * 111.0;
      double east = (station.longitude() - cell.middleLongitude()) * 90.5;
      pull += city.stationSize(i) / (1 + 4 * (north * north + east * east));
    }
    return pull;
  }
}
