package org.machinami.web.request;

import java.text.Normalizer;
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;

/** How much of some words stands in others, by pairs of letters: good for any language. */
final class Likeness {
  private final Set<String> pairs;

  Likeness(String words) {
    this.pairs = pairs(words);
  }

  /** The share of pairs that the shorter of both has in common with the other, 0 to 1. */
  double to(String words) {
    Set<String> others = pairs(words);
    int least = Math.min(pairs.size(), others.size());
    if (least == 0) {
      return 0;
    }
    Set<String> common = new HashSet<>(others);
    common.retainAll(pairs);
    return (double) common.size() / least;
  }

  private static Set<String> pairs(String words) {
    int[] letters =
        Normalizer.normalize(words, Normalizer.Form.NFKC)
            .toLowerCase(Locale.ROOT)
            .codePoints()
            .filter(Character::isLetterOrDigit)
            .toArray();
    Set<String> pairs = new HashSet<>();
    for (int i = 0; i + 1 < letters.length; i++) {
      pairs.add(new String(letters, i, 2));
    }
    return pairs;
  }
}
