package org.machinami.web.rows;

import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.machinami.web.language.Language;
import org.machinami.web.language.Messages;

/** What a cell says of a geometry. */
final class PlaceWords {
  private static final Pattern POINT =
      Pattern.compile(
          "(?:<[^>]*>\\s*)?POINT\\s*Z?\\s*\\(\\s*([-0-9.eE+]+)\\s+([-0-9.eE+]+)[^)]*\\)?.*");
  private static final Pattern KIND =
      Pattern.compile("(?:<[^>]*>\\s*)?([A-Za-z]+).*", Pattern.DOTALL);

  private PlaceWords() {}

  /**
   * Latitude and longitude of a point, else what kind of shape it is.
   *
   * @param wkt the beginning of the text
   */
  static String of(String wkt, Language language) {
    Matcher point = POINT.matcher(wkt);
    if (point.matches()) {
      return point.group(2) + ", " + point.group(1);
    }
    Matcher kind = KIND.matcher(wkt);
    if (!kind.matches()) {
      return "";
    }
    Messages m = Messages.in(language);
    return switch (kind.group(1).toUpperCase(Locale.ROOT)) {
      case "POINT", "MULTIPOINT" -> m.text("table.shape.points");
      case "LINESTRING", "MULTILINESTRING" -> m.text("table.shape.line");
      case "POLYGON", "MULTIPOLYGON" -> m.text("table.shape.area");
      default -> m.text("table.shape.other");
    };
  }
}
