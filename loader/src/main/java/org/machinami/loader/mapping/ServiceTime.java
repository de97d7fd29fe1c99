package org.machinami.loader.mapping;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Times of timetables: hours go on beyond 24 where a day of service ends after midnight.
 *
 * @see <a href="https://gtfs.org/documentation/schedule/reference/#field-types">Time</a>
 */
final class ServiceTime {

  private static final Pattern FORM =
      Pattern.compile("([0-9]{1,3}):([0-5][0-9])(?::([0-5][0-9]))?");

  private ServiceTime() {}

  /** With two digits an hour and with seconds, so that times sort as texts: {@code 05:55:00}. */
  static String padded(String text) {
    Matcher time = FORM.matcher(JapaneseText.normalise(text));
    if (!time.matches() || Integer.parseInt(time.group(1)) > 99) {
      throw new RowRefusal("row.service-time");
    }
    String hours = time.group(1).length() == 1 ? "0" + time.group(1) : time.group(1);
    String seconds = time.group(3) == null ? "00" : time.group(3);
    return hours.substring(hours.length() - 2) + ":" + time.group(2) + ":" + seconds;
  }
}
