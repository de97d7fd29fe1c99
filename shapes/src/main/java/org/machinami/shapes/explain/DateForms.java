package org.machinami.shapes.explain;

import java.text.Normalizer;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Dates as offices write them, made into the forms of XML Schema. */
public final class DateForms {

  /** Year before the first of an era. */
  private static final Map<Character, Integer> ERAS =
      Map.of(
          '明', 1867, 'M', 1867, '大', 1911, 'T', 1911, '昭', 1925, 'S', 1925, '平', 1988, 'H', 1988,
          '令', 2018, 'R', 2018);

  private static final String NAME = "(明治?|大正?|昭和?|平成?|令和?|[MTSHRmtshr])\\s*(\\d{1,2}|元)";
  private static final String MONTH_AND_DAY =
      "\\s*[年./-]\\s*(\\d{1,2})\\s*[月./-]\\s*(\\d{1,2})\\s*日?";
  private static final String MONTH = "\\s*[年./-]\\s*(\\d{1,2})\\s*月?";
  private static final Pattern ERA = Pattern.compile(NAME + MONTH_AND_DAY);
  private static final Pattern ERA_MONTH = Pattern.compile(NAME + MONTH);
  private static final Pattern YEAR_FIRST = Pattern.compile("(\\d{4})" + MONTH_AND_DAY);
  private static final Pattern YEAR_MONTH = Pattern.compile("(\\d{4})" + MONTH);
  private static final Pattern COMPACT = Pattern.compile("(\\d{4})(\\d{2})(\\d{2})");

  private DateForms() {}

  /** {@code 令和5年4月1日}, {@code R5.4.1}, {@code 2023/4/1}, {@code 20230401} as a date. */
  public static Optional<String> date(String text) {
    String plain = plain(text);
    Matcher era = ERA.matcher(plain);
    if (era.matches()) {
      return date(year(era), era.group(3), era.group(4));
    }
    Matcher matcher = YEAR_FIRST.matcher(plain);
    if (!matcher.matches()) {
      matcher = COMPACT.matcher(plain);
    }
    return matcher.matches()
        ? date(Integer.parseInt(matcher.group(1)), matcher.group(2), matcher.group(3))
        : Optional.empty();
  }

  /** {@code 令和5年4月}, {@code 2023/4} as a month. */
  public static Optional<String> month(String text) {
    String plain = plain(text);
    Matcher era = ERA_MONTH.matcher(plain);
    if (era.matches()) {
      return month(year(era), era.group(3));
    }
    Matcher matcher = YEAR_MONTH.matcher(plain);
    return matcher.matches()
        ? month(Integer.parseInt(matcher.group(1)), matcher.group(2))
        : Optional.empty();
  }

  private static String plain(String text) {
    return Normalizer.normalize(text, Normalizer.Form.NFKC).strip();
  }

  private static int year(Matcher era) {
    int first = ERAS.get(Character.toUpperCase(era.group(1).charAt(0)));
    return first + (era.group(2).equals("元") ? 1 : Integer.parseInt(era.group(2)));
  }

  private static Optional<String> date(int year, String month, String day) {
    try {
      return Optional.of(
          LocalDate.of(year, Integer.parseInt(month), Integer.parseInt(day)).toString());
    } catch (DateTimeException e) {
      return Optional.empty();
    }
  }

  private static Optional<String> month(int year, String month) {
    try {
      return Optional.of(YearMonth.of(year, Integer.parseInt(month)).toString());
    } catch (DateTimeException e) {
      return Optional.empty();
    }
  }
}
