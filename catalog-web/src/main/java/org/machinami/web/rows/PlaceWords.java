package org.machinami.web.rows;

import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What a cell says of a geometry. */
final class PlaceWords {
  private static final Pattern POINT =
      Pattern.compile(
          "(?:<[^>]*>\\s*)?POINT\\s*Z?\\s*\\(\\s*([-0-9.eE+]+)\\s+([-0-9.eE+]+)[^)]*\\)?.*");
  private static final Pattern KIND =
      Pattern.compile("(?:<[^>]*>\\s*)?([A-Za-z]+).*", Pattern.DOTALL);

  private PlaceWords() {}

  /**
   * Latitude and longitude of a point, else the name of the kind, which is a word of a standard.
   *
   * @param wkt the beginning of the text
   */
  static String of(String wkt) {
    Matcher point = POINT.matcher(wkt);
    if (point.matches()) {
      return point.group(2) + ", " + point.group(1);
    }
    Matcher kind = KIND.matcher(wkt);
    return kind.matches() ? kind.group(1).toUpperCase(Locale.ROOT) : "";
  }
}
