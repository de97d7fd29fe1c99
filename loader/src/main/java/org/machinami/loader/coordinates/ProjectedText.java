package org.machinami.loader.coordinates;

import java.util.Optional;

/** Well-known text of one system as that of CRS84; heights are dropped. */
public final class ProjectedText {

  private ProjectedText() {}

  /**
   * The same geometry in longitude and latitude.
   *
   * @param text positions in the order of the authority
   * @return empty where it is no well-known text, or a place is out of the system's plane
   */
  public static Optional<String> toCrs84(String text, ReferenceSystem system) {
    StringBuilder out = new StringBuilder(text.length() + 16);
    double[] numbers = new double[4];
    int count = 0;
    int at = 0;
    while (at < text.length()) {
      char c = text.charAt(at);
      if (c == '-' || c == '+' || c == '.' || (c >= '0' && c <= '9')) {
        int end = at + 1;
        while (end < text.length() && "0123456789.eE+-".indexOf(text.charAt(end)) >= 0) {
          end++;
        }
        if (count == numbers.length) {
          return Optional.empty();
        }
        try {
          numbers[count++] = Double.parseDouble(text.substring(at, end));
        } catch (NumberFormatException e) {
          return Optional.empty();
        }
        at = end;
        continue;
      }
      if (c == ',' || c == ')') {
        if (count == 1 || (count > 1 && !append(out, numbers, system))) {
          return Optional.empty();
        }
        count = 0;
      }
      if (c == '(' || c == ')') {
        trim(out);
      }
      if (count == 0) {
        out.append(c);
      }
      at++;
    }
    return count == 0 ? Optional.of(dimensionless(out)) : Optional.empty();
  }

  private static boolean append(StringBuilder out, double[] numbers, ReferenceSystem system) {
    double[] place = system.toDegrees(numbers[0], numbers[1]);
    if (!Double.isFinite(place[0]) || !Double.isFinite(place[1])) {
      return false;
    }
    Degrees.appendPosition(out, place[0], place[1]);
    return true;
  }

  private static void trim(StringBuilder out) {
    while (!out.isEmpty() && out.charAt(out.length() - 1) == ' ') {
      out.setLength(out.length() - 1);
    }
  }

  /** Without the mark of a third dimension, which is gone. */
  private static String dimensionless(StringBuilder out) {
    return out.toString().replaceAll("\\s+(ZM|Z|M)(?=\\s*\\()", "");
  }
}
