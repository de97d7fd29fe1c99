package org.machinami.loader.mapping;

import java.util.Set;

/**
 * Geometries as well-known text in CRS84: a known kind, balanced brackets, longitudes before
 * latitudes and within bounds, and no point at zero and zero. Catches empty, exchanged and
 * projected coordinates; does not check whether a polygon is closed or crosses itself.
 */
final class WellKnownText {

  private static final Set<String> KINDS =
      Set.of(
          "POINT",
          "LINESTRING",
          "POLYGON",
          "MULTIPOINT",
          "MULTILINESTRING",
          "MULTIPOLYGON",
          "GEOMETRYCOLLECTION");

  private WellKnownText() {}

  static void write(char[] text, int from, int to, Bytes out) {
    int i = from;
    while (i < to && isLetter(text[i])) {
      i++;
    }
    if (!KINDS.contains(new String(text, from, i - from))) {
      throw new RowRefusal("row.wkt");
    }
    boolean nowhere = i - from == "POINT".length();
    int depth = 0;
    int ordinate = 0;
    while (i < to) {
      char c = text[i];
      if (c == '(') {
        depth++;
        ordinate = 0;
        i++;
      } else if (c == ')' || c == ',') {
        if (ordinate == 1) {
          throw new RowRefusal("row.wkt");
        }
        depth -= c == ')' ? 1 : 0;
        ordinate = c == ',' ? 0 : ordinate;
        i++;
      } else if (c == '-' || (c >= '0' && c <= '9')) {
        int end = i + 1;
        while (end < to && isNumber(text[end])) {
          end++;
        }
        nowhere &= require(text, i, end, ordinate++) == 0;
        i = end;
      } else if (c == ' ' || (depth > 0 && c >= 'A' && c <= 'Z')) {
        i++;
      } else {
        throw new RowRefusal("row.wkt");
      }
    }
    if (depth != 0) {
      throw new RowRefusal("row.wkt");
    }
    if (nowhere && ordinate > 1) {
      throw new RowRefusal("row.nowhere");
    }
    out.ascii(text, from, to);
  }

  private static boolean isLetter(char c) {
    return (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z');
  }

  private static boolean isNumber(char c) {
    return (c >= '0' && c <= '9') || c == '.' || c == 'E' || c == 'e' || c == '-' || c == '+';
  }

  /** An ordinate within its bounds; heights and measures are as nothing. */
  private static double require(char[] text, int from, int to, int ordinate) {
    double value = number(text, from, to);
    double bound = ordinate == 0 ? 180 : 90;
    if (ordinate < 2 && !(Math.abs(value) <= bound)) {
      throw new RowRefusal(
          ordinate == 0 ? "row.longitude" : "row.latitude", new String(text, from, to - from));
    }
    return ordinate < 2 ? value : 0;
  }

  /** Plain decimals without parsing a string; the rest by Java. */
  private static double number(char[] text, int from, int to) {
    long whole = 0;
    boolean minus = text[from] == '-';
    for (int i = minus ? from + 1 : from; i < to; i++) {
      char c = text[i];
      if (c >= '0' && c <= '9') {
        whole = Math.min(whole * 10 + c - '0', 1_000_000_000);
      } else if (c == '.') {
        double rest = nonZero(text, i + 1, to) ? 1e-9 : 0;
        return minus ? -(whole + rest) : whole + rest;
      } else {
        return parsed(new String(text, from, to - from));
      }
    }
    return minus ? -whole : whole;
  }

  private static boolean nonZero(char[] text, int from, int to) {
    boolean found = false;
    for (int i = from; i < to; i++) {
      if (text[i] < '0' || text[i] > '9') {
        throw new RowRefusal("row.wkt");
      }
      found |= text[i] != '0';
    }
    return found;
  }

  private static double parsed(String text) {
    try {
      return Double.parseDouble(text);
    } catch (NumberFormatException e) {
      throw new RowRefusal("row.wkt");
    }
  }
}
