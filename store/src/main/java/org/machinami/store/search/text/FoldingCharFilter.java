package org.machinami.store.search.text;

import java.io.IOException;
import java.io.Reader;
import java.io.StringReader;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.lucene.analysis.charfilter.BaseCharFilter;

/**
 * Brings years and numbers of Japanese text into one spelling before it is cut into words: 令和5年, R5
 * and 2023年 become "2023 ", 二十三区 becomes 23区, 霞が関 and 霞ケ関 become 霞ヶ関. Offsets lead back to the text
 * as it was.
 */
final class FoldingCharFilter extends BaseCharFilter {
  private static final String DIGITS = "〇一二三四五六七八九";
  private static final Pattern FOLDED =
      Pattern.compile(
          "(?<era>令和|平成|昭和|大正|明治|(?<![\\p{L}\\p{N}.])[RHSTM])\\s?"
              + "(?<of>元|[0-9]{1,2}|[一二三四五六七八九十]{1,3})(?<year>年度?)?(?![0-9A-Za-z])"
              + "|(?<west>(?<![0-9])[12][0-9]{3})年度?"
              + "|(?<number>[〇一二三四五六七八九十百千]+)(?=月|丁目|番|号|区|級|階|回|か所|ヶ所|箇所)"
              + "|(?<=\\p{IsHan})(?<ke>[ケヵ]|が(?=[丘関谷崎浜原島台森岡]))(?=\\p{IsHan})");

  private static final String BEGINNINGS = "令平昭大明RHSTM12〇一二三四五六七八九十百千ケヵが";

  /** Most texts are titles. */
  private static final int BUFFER = 256;

  private Reader folded;

  FoldingCharFilter(Reader in) {
    super(in);
  }

  @Override
  public int read(char[] buffer, int offset, int length) throws IOException {
    if (folded == null) {
      folded = new StringReader(fold(text()));
    }
    return folded.read(buffer, offset, length);
  }

  private String text() throws IOException {
    StringBuilder text = new StringBuilder();
    char[] buffer = new char[BUFFER];
    for (int n = input.read(buffer); n >= 0; n = input.read(buffer)) {
      text.append(buffer, 0, n);
    }
    return text.toString();
  }

  private String fold(String text) {
    Matcher matcher = FOLDED.matcher(text).useTransparentBounds(true).useAnchoringBounds(false);
    StringBuilder out = null;
    int from = 0;
    int moved = 0;
    int at = 0;
    while (at < text.length()) {
      // The pattern is only tried where one of its parts can begin.
      if (BEGINNINGS.indexOf(text.charAt(at)) < 0
          || !matcher.region(at, text.length()).lookingAt()) {
        at++;
        continue;
      }
      at = matcher.end();
      String other = other(matcher);
      if (other == null) {
        continue;
      }
      if (out == null) {
        out = new StringBuilder(text.length());
      }
      out.append(text, from, matcher.start());
      from = matcher.end();
      int shorter = matcher.end() - matcher.start() - other.length();
      if (shorter > 0) {
        moved += shorter;
        addOffCorrectMap(out.length() + other.length(), moved);
      } else if (shorter < 0) {
        int length = matcher.end() - matcher.start();
        for (int i = 0; i > shorter; i--) {
          addOffCorrectMap(out.length() + length - i, --moved);
        }
      }
      out.append(other);
    }
    return out == null ? text : out.append(text, from, text.length()).toString();
  }

  /** The other spelling; null where the text stays as it is. */
  private static String other(Matcher matcher) {
    if (matcher.group("era") != null) {
      return year(matcher.group("era"), matcher.group("of"), matcher.group("year") != null);
    }
    if (matcher.group("west") != null) {
      return matcher.group("west") + " ";
    }
    return matcher.group("number") != null ? number(matcher.group("number")) : "ヶ";
  }

  private static String year(String era, String of, boolean said) {
    String digits = of.equals("元") ? "1" : of;
    int year = Character.isDigit(digits.charAt(0)) ? Integer.parseInt(digits) : value(digits);
    int last;
    int before;
    switch (era) {
      case "令和", "R" -> {
        before = 2018;
        last = 99;
      }
      case "平成", "H" -> {
        before = 1988;
        last = 31;
      }
      case "昭和", "S" -> {
        before = 1925;
        last = 64;
      }
      case "大正", "T" -> {
        before = 1911;
        last = 15;
      }
      default -> {
        before = 1867;
        last = 45;
      }
    }
    // "R5" alone is a year, "S3" or "M2" may be anything.
    boolean clear = said || era.length() > 1 || era.equals("R") || era.equals("H");
    return clear && year >= 1 && year <= last ? (before + year) + " " : null;
  }

  private static String number(String kanji) {
    boolean positional = kanji.chars().noneMatch(c -> c == '十' || c == '百' || c == '千');
    if (positional) {
      StringBuilder digits = new StringBuilder(kanji.length());
      kanji.chars().forEach(c -> digits.append(DIGITS.indexOf(c)));
      return digits.toString();
    }
    return Integer.toString(value(kanji));
  }

  private static int value(String kanji) {
    int sum = 0;
    int digit = 0;
    for (int i = 0; i < kanji.length(); i++) {
      char c = kanji.charAt(i);
      int unit =
          switch (c) {
            case '十' -> 10;
            case '百' -> 100;
            case '千' -> 1000;
            default -> 0;
          };
      if (unit == 0) {
        digit = DIGITS.indexOf(c);
      } else {
        sum += Math.max(1, digit) * unit;
        digit = 0;
      }
    }
    return sum + digit;
  }
}
