package org.machinami.web.negotiation;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** The comma-separated, weighted lists of RFC 9110 (section 12.4.2), read leniently. */
public final class Weights {
  private static final int MOST_PARTS = 100;

  private Weights() {}

  /**
   * One element.
   *
   * @param value without parameters, trimmed
   * @param weight 0 (not acceptable) to 1
   */
  public record Weighted(String value, double weight) {}

  /** The elements in their order; an empty or absent header gives an empty list. */
  public static List<Weighted> parse(String header) {
    List<Weighted> parts = new ArrayList<>();
    if (header == null) {
      return parts;
    }
    for (String element : header.split(",", MOST_PARTS)) {
      String[] pieces = element.split(";", -1);
      String value = pieces[0].trim();
      if (value.isEmpty()) {
        continue;
      }
      double weight = 1;
      for (int i = 1; i < pieces.length; i++) {
        String parameter = pieces[i].trim().toLowerCase(Locale.ROOT);
        if (parameter.startsWith("q=")) {
          weight = weight(parameter.substring(2).trim());
        }
      }
      parts.add(new Weighted(value, weight));
    }
    return parts;
  }

  private static double weight(String text) {
    try {
      double weight = Double.parseDouble(text);
      return weight >= 0 && weight <= 1 ? weight : 0;
    } catch (NumberFormatException e) {
      return 0;
    }
  }
}
