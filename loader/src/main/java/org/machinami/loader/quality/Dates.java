package org.machinami.loader.quality;

import java.util.List;
import java.util.regex.Pattern;

/** Tells how a date is written. */
final class Dates {

  private static final int SHORTEST = 4;
  private static final List<String> ERAS = List.of("令和", "平成", "昭和", "大正", "明治");
  private static final Pattern ERA =
      Pattern.compile(
          "(令和|平成|昭和|大正|明治)([0-9０-９]{1,2}|元)"
              + "(年度?|年[0-9０-９]{1,2}月([0-9０-９]{1,2}日)?|([./-][0-9]{1,2}){1,2})");
  private static final Pattern ERA_LETTER =
      Pattern.compile("[RHSTM][0-9]{1,2}(年度?|([./][0-9]{1,2}){1,2})");

  private Dates() {}

  /** The kind of date, or TEXT. */
  static CellKind kind(char[] text, int offset, int length) {
    if (length < SHORTEST) {
      return CellKind.TEXT;
    }
    char first = text[offset];
    if (first < '0' || first > '9') {
      return isEra(text, offset, length) ? CellKind.DATE_OF_ERA : CellKind.TEXT;
    }
    int year = digits(text, offset, length, 0);
    if (year == length || (year != 4 && year != 2 && year != 1)) {
      return CellKind.TEXT;
    }
    char mark = text[offset + year];
    if (mark == '年') {
      return year == 4 ? written(text, offset, length) : CellKind.TEXT;
    }
    if (mark != '-' && mark != '/' && mark != '.') {
      return CellKind.TEXT;
    }
    int month = digits(text, offset, length, year + 1);
    int at = year + 1 + month;
    if (month < 1 || month > 2) {
      return CellKind.TEXT;
    }
    if (at == length) {
      return year == 4 && mark != '.' && isMonth(text, offset + year + 1, month)
          ? dated(mark)
          : CellKind.TEXT;
    }
    int day = digits(text, offset, length, at + 1);
    if (text[offset + at] != mark || day < 1) {
      return CellKind.TEXT;
    }
    int end = at + 1 + day;
    boolean ends = end == length || text[offset + end] == 'T' || text[offset + end] == ' ';
    if (year == 4) {
      return ends && day <= 2 ? dated(mark) : CellKind.TEXT;
    }
    return mark == '/' && end == length && (day == 2 || day == 4)
        ? CellKind.DATE_SHORT
        : CellKind.TEXT;
  }

  private static boolean isMonth(char[] text, int from, int length) {
    int month = Integer.parseInt(new String(text, from, length));
    return month >= 1 && month <= 12;
  }

  private static CellKind dated(char mark) {
    return switch (mark) {
      case '-' -> CellKind.DATE_DASHED;
      case '/' -> CellKind.DATE_SLASHED;
      default -> CellKind.DATE_DOTTED;
    };
  }

  /** 2026年, 2026年4月, 2026年4月1日, 2026年度. */
  private static CellKind written(char[] text, int offset, int length) {
    for (int at = 5; at < length; at++) {
      char c = text[offset + at];
      if ((c < '0' || c > '9') && "月日度 時分秒".indexOf(c) < 0) {
        return CellKind.TEXT;
      }
    }
    return CellKind.DATE_WRITTEN;
  }

  /** Whether it is a date by an era alone, without the year of the Common Era beside it. */
  static boolean isEra(char[] text, int offset, int length) {
    if (length < SHORTEST || length > 20) {
      return false;
    }
    char first = text[offset];
    if ("RHSTM".indexOf(first) >= 0) {
      return ERA_LETTER.matcher(new String(text, offset, length)).matches();
    }
    if ("令平昭大明".indexOf(first) < 0) {
      return false;
    }
    String word = new String(text, offset, length);
    return ERAS.contains(word.substring(0, 2)) && ERA.matcher(word).matches();
  }

  /** How many digits follow one another. */
  private static int digits(char[] text, int offset, int length, int from) {
    int at = from;
    while (at < length && text[offset + at] >= '0' && text[offset + at] <= '9') {
      at++;
    }
    return at - from;
  }
}
