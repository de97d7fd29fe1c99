package org.machinami.web.negotiation;

import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * What an {@code Accept} header allows.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc9110#section-12.5.1">RFC 9110, 12.5.1</a>
 */
public final class Accept {
  private final List<Weights.Weighted> ranges;

  private Accept(List<Weights.Weighted> ranges) {
    this.ranges = ranges;
  }

  /** An absent or empty header allows everything. */
  public static Accept parse(String header) {
    return new Accept(Weights.parse(header));
  }

  /** The best of those offered, the earlier one of equals; empty when none is acceptable. */
  public Optional<Representation> choose(List<Representation> offered) {
    if (ranges.isEmpty()) {
      return Optional.of(offered.get(0));
    }
    Representation best = null;
    double bestWeight = 0;
    for (Representation one : offered) {
      double weight = weight(one.mediaType());
      if (weight > bestWeight) {
        bestWeight = weight;
        best = one;
      }
    }
    return Optional.ofNullable(best);
  }

  /**
   * Whether a page is wanted for what went wrong: text/html is named, and at least as much as JSON.
   */
  public boolean prefersPage() {
    double page = exact("text/html");
    return page > 0
        && page >= exact("application/problem+json")
        && page >= exact("application/json");
  }

  /** The weight of the most specific range that matches: exact, then type/*, then everything. */
  private double weight(String mediaType) {
    String type = mediaType.substring(0, mediaType.indexOf('/') + 1) + "*";
    double weight = 0;
    int specific = 0;
    for (Weights.Weighted range : ranges) {
      String value = range.value().toLowerCase(Locale.ROOT);
      int match =
          value.equals(mediaType) ? 3 : value.equals(type) ? 2 : value.equals("*/*") ? 1 : 0;
      if (match > specific) {
        specific = match;
        weight = range.weight();
      }
    }
    return weight;
  }

  private double exact(String mediaType) {
    return ranges.stream()
        .filter(range -> range.value().equalsIgnoreCase(mediaType))
        .mapToDouble(Weights.Weighted::weight)
        .max()
        .orElse(0);
  }
}
