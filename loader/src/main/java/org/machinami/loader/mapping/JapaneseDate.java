package org.machinami.loader.mapping;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.machinami.shapes.explain.DateForms;

/** Dates and times as offices write them, made into the forms of XML Schema. */
final class JapaneseDate {

  private static final Pattern CLOCK =
      Pattern.compile(
          "(\\d{1,2})(?::|時)(\\d{2})(?:(?::|分)(\\d{2}))?(?:\\.(\\d+))?秒?分?\\s*(Z|[+-]\\d{2}:?\\d{2})?");
  private static final Pattern DATE_AND_CLOCK =
      Pattern.compile("(.*?)(?:[T\\s]\\s*)(\\d{1,2}(?::|時).*)");

  private JapaneseDate() {}

  /** {@code 令和5年4月1日}, {@code R5.4.1}, {@code 2023/4/1}, {@code 20230401} as a date. */
  static String date(String text) {
    return DateForms.date(text).orElseThrow(() -> new RowRefusal("row.date"));
  }

  /**
   * A date and a time of day as a point in time.
   *
   * @param offset from UTC where the text has none, such as {@code +09:00}
   */
  static String dateTime(String text, String offset) {
    String plain = JapaneseText.normalise(text);
    Matcher parts = DATE_AND_CLOCK.matcher(plain);
    if (!parts.matches()) {
      return date(plain) + "T00:00:00" + offset;
    }
    Matcher clock = clock(parts.group(2));
    String zone = clock.group(5);
    if (zone != null && !zone.equals("Z") && zone.charAt(3) != ':') {
      zone = zone.substring(0, 3) + ":" + zone.substring(3);
    }
    return date(parts.group(1)) + "T" + time(clock) + (zone == null ? offset : zone);
  }

  /** {@code 9:05}, {@code 09:05:00}, {@code 9時05分} as a time of day. */
  static String time(String text) {
    String plain = JapaneseText.normalise(text);
    // The end of the day, when something closes: a time of XML Schema, too.
    return plain.matches("24(:00(:00)?|時(00分)?)") ? "24:00:00" : time(clock(plain));
  }

  private static Matcher clock(String text) {
    Matcher clock = CLOCK.matcher(text);
    if (!clock.matches() || Integer.parseInt(clock.group(1)) > 23) {
      throw new RowRefusal("row.time");
    }
    return clock;
  }

  private static String time(Matcher clock) {
    String hour = clock.group(1).length() == 1 ? "0" + clock.group(1) : clock.group(1);
    String second = clock.group(3) == null ? "00" : clock.group(3);
    String fraction =
        clock.group(4) == null ? "" : ("." + clock.group(4)).replaceAll("\\.?0+$", "");
    return hour + ":" + clock.group(2) + ":" + second + fraction;
  }
}
