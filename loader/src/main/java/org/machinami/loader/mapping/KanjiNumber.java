package org.machinami.loader.mapping;

import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** Numbers written in kanji: 二十三, 一二三, 三百五, 一万二千; also in digits of either width. */
final class KanjiNumber {

  private static final String DIGITS = "〇一二三四五六七八九";
  private static final String UNITS = "十百千";
  private static final Pattern NUMERAL = Pattern.compile("[〇一二三四五六七八九十百千万億0-9]+");
  private static final Pattern DISTRICT = Pattern.compile("([〇一二三四五六七八九十百]+|[0-9]+)\\s*丁目");

  private KanjiNumber() {}

  /** The number in digits. */
  static String digits(String text) {
    String plain = JapaneseText.normalise(text).replace('零', '〇').replace(",", "");
    if (plain.length() > 30 || !NUMERAL.matcher(plain).matches()) {
      throw new RowRefusal("row.number");
    }
    return Long.toString(value(plain));
  }

  /** The number of a block of a town (丁目) in digits: 霞が関三丁目 to 霞が関3丁目. */
  static String districts(String text) {
    String plain = JapaneseText.normalise(text).replace('零', '〇');
    return DISTRICT.matcher(plain).replaceAll(KanjiNumber::district);
  }

  private static String district(MatchResult found) {
    String numeral = found.group(1);
    return numeral.length() > 9 ? found.group() : value(numeral) + "丁目";
  }

  private static long value(String numeral) {
    long total = 0;
    long section = 0;
    long digits = 0;
    boolean counted = false;
    for (int i = 0; i < numeral.length(); i++) {
      char c = numeral.charAt(i);
      int digit = c <= '9' ? c - '0' : DIGITS.indexOf(c);
      if (digit >= 0) {
        digits = bounded(digits * 10 + digit);
        counted = true;
      } else if (UNITS.indexOf(c) >= 0) {
        section =
            bounded(section + (counted ? digits : 1) * (long) Math.pow(10, UNITS.indexOf(c) + 1));
        digits = 0;
        counted = false;
      } else {
        long unit = c == '万' ? 10_000 : 100_000_000;
        total = bounded(total + Math.max(1, section + digits) * unit);
        section = 0;
        digits = 0;
        counted = false;
      }
    }
    return bounded(total + section + digits);
  }

  /** Beyond a million of 億 it is no number that anybody writes so. */
  private static long bounded(long value) {
    if (value < 0 || value > 100_000_000_000_000L) {
      throw new RowRefusal("row.number");
    }
    return value;
  }
}
