package org.machinami.samples;

import java.time.LocalDate;

/** How the hours of a day differ, and the two days that the hourly samples show. */
final class Days {

  /** A Wednesday and the Sunday after it. */
  static final LocalDate WEEKDAY = LocalDate.of(2026, 10, 14);

  static final LocalDate HOLIDAY = LocalDate.of(2026, 10, 18);

  /** Share of the daytime peak that is out and about, hour by hour, on a working day. */
  private static final int[] WORKING = {
    18, 15, 13, 12, 14, 22, 38, 62, 84, 92, 95, 97, 100, 99, 97, 95, 94, 96, 92, 80, 66, 52, 38, 26
  };

  private static final int[] RESTING = {
    22, 18, 15, 13, 13, 16, 22, 30, 42, 56, 70, 82, 90, 95, 98, 100, 99, 95, 86, 74, 60, 48, 37, 28
  };

  private Days() {}

  static boolean holiday(LocalDate day) {
    return day.getDayOfWeek().getValue() >= 6;
  }

  /** Activity of an hour (0 to 23) as a share of the peak, 0 to 1. */
  static double activity(LocalDate day, int hour) {
    return (holiday(day) ? RESTING : WORKING)[hour] / 100.0;
  }

  static String dayType(LocalDate day) {
    return holiday(day) ? "holiday" : "weekday";
  }

  static String dayTypeName(LocalDate day) {
    return holiday(day) ? "休日" : "平日";
  }

  static String twoDigits(int number) {
    return (number < 10 ? "0" : "") + number;
  }
}
