package org.machinami.loader.source;

import java.util.Collection;
import java.util.Comparator;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/** Which of the names that exist was probably meant? */
public final class Nearest {

  private static final int SUGGESTIONS = 3;

  private Nearest() {}

  /** Up to three names, the nearest first, joined by commas; "-" when there are none. */
  public static String of(String wanted, Collection<String> names) {
    String suggestions =
        names.stream()
            .filter(name -> !name.isEmpty())
            .sorted(Comparator.comparingInt(name -> distance(fold(wanted), fold(name))))
            .limit(SUGGESTIONS)
            .collect(Collectors.joining(", "));
    return suggestions.isEmpty() ? "-" : suggestions;
  }

  /** The nearest name, if it differs in less than half of its characters. */
  public static Optional<String> close(String wanted, Collection<String> names) {
    String folded = fold(wanted);
    return names.stream()
        .filter(name -> !name.isEmpty())
        .filter(name -> 2 * distance(folded, fold(name)) < Math.max(folded.length(), name.length()))
        .min(Comparator.comparingInt(name -> distance(folded, fold(name))));
  }

  private static String fold(String name) {
    String folded =
        java.text.Normalizer.normalize(name, java.text.Normalizer.Form.NFKC)
            .strip()
            .toLowerCase(Locale.ROOT);
    return folded.length() > 100 ? folded.substring(0, 100) : folded;
  }

  /** Levenshtein distance. */
  private static int distance(String a, String b) {
    int[] row = new int[b.length() + 1];
    for (int j = 0; j <= b.length(); j++) {
      row[j] = j;
    }
    for (int i = 1; i <= a.length(); i++) {
      int diagonal = row[0];
      row[0] = i;
      for (int j = 1; j <= b.length(); j++) {
        int above = row[j];
        int change = diagonal + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
        row[j] = Math.min(Math.min(above, row[j - 1]) + 1, change);
        diagonal = above;
      }
    }
    return row[b.length()];
  }
}
